export * from "@whenwhere/map";
export type { Language, PictureFont, PictureOptions, ViewHandle, Words } from "@whenwhere/view";
