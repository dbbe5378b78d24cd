import { timelineTexts, type Words } from "@whenwhere/view/pure";
import { columnWords } from "./bands/column-words.ts";
import { linkWords, noteWords } from "./overlays/overlay-words.ts";
import type { FoldColumn, SceneStore, TimelineScene } from "./types.ts";

/** A timeline in words. */
export interface TimelineDescription {
  /** Count, span, and what is drawn how. */
  readonly summary: string;
  /** One line a lane: its name and its number. */
  readonly lanes: readonly string[];
  /** One sentence a mark, in the order of the marks; folded columns follow with their numbers. */
  readonly marks: readonly { readonly row: number; readonly text: string }[];
  readonly columns: readonly string[];
  /** Eras, annotations and the present in view, with their dates. */
  readonly notes: readonly string[];
  /** Ties of the selected and the hovered record, or of all, as sentences. */
  readonly links: readonly string[];
}

/** What a timeline shows, in one sentence, and its lanes. Cost: that of a few sentences, whatever is drawn. */
export function summarizeScene(
  scene: TimelineScene,
  tools: { readonly words: Words },
): Pick<TimelineDescription, "summary" | "lanes"> {
  const words = tools.words.withTexts(timelineTexts);
  const { shown, drawn, folded, undated, before, after } = scene.counts;
  const range = words.range(scene.view.startMs, scene.view.endMs);
  const summary =
    shown === 0
      ? words.t("timeline.empty")
      : words.t("timeline.summary", { shown, range, drawn, folded, undated, before, after });
  const zone = scene.axis.zone;
  return {
    summary: zone === "" ? summary : `${summary.replace(/\.$/, "")}${words.t("list.comma")}${zone}.`,
    lanes: scene.lanes.map((lane) => words.t("timeline.lane", { name: lane.name, n: lane.shown })),
  };
}

/** The text alternative of a scene: what the picture says, no more and no less. */
export function describeScene(
  scene: TimelineScene,
  tools: { readonly store: SceneStore; readonly words: Words },
): TimelineDescription {
  const { store } = tools;
  const words = tools.words.withTexts(timelineTexts);
  const columnText = (column: FoldColumn): string =>
    column.touching === null
      ? words.t("timeline.column", { n: column.inside, range: words.range(column.startMs, column.endMs) })
      : columnWords(column, { words });
  return {
    ...summarizeScene(scene, tools),
    notes: noteWords(scene, words),
    links: linkWords(scene, { store, words }),
    marks: scene.marks.map((mark) => ({ row: mark.row, text: words.incident(store.incident(mark.row)) })),
    columns: scene.lanes.flatMap((lane) =>
      lane.columns
        .filter((column) => column.inside > 0 || (column.touching ?? 0) > 0)
        .map((column) => `${lane.name}: ${columnText(column)}`),
    ),
  };
}
