export type { ErrorPanelText, Language, ThemeChoice, ViewHandle, Words } from "@whenwhere/view";
export * from "@whenwhere/workspace";
