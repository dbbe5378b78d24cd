export * from "@whenwhere/timeline";
export type {
  Language,
  MarkShape,
  Peak,
  PictureFont,
  PictureOptions,
  TextMetrics,
  Theme,
  ThemeChoice,
  ViewHandle,
  Words,
} from "@whenwhere/view";
