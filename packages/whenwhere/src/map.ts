export * from "@whenwhere/map";
export type { Language, PictureFont, PictureOptions, ThemeChoice, ViewHandle, Words } from "@whenwhere/view";
