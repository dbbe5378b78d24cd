export * from "@whenwhere/timeline";
export type {
  Language,
  MarkShape,
  Peak,
  PictureFont,
  PictureOptions,
  TextMetrics,
  Theme,
  ViewHandle,
  Words,
} from "@whenwhere/view";
