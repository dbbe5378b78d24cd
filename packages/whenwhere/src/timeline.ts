export * from "@whenwhere/timeline";
export type { Language, PictureOptions, TextMetrics, ViewHandle, Words } from "@whenwhere/view";
