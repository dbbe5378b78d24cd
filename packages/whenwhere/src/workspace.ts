export type { ErrorPanelText, Language, ViewHandle, Words } from "@whenwhere/view";
export * from "@whenwhere/workspace";
