export * from "@whenwhere/workspace";
export type { Language, ViewHandle, Words } from "@whenwhere/view";
