export * from "@whenwhere/map";
export type { Language, PictureOptions, ViewHandle, Words } from "@whenwhere/view";
