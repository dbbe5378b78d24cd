export * from "@whenwhere/timeline";
export type {
  Language,
  MarkShape,
  PictureFont,
  PictureOptions,
  TextMetrics,
  Theme,
  ViewHandle,
  Words,
} from "@whenwhere/view";
