import type { Words } from "@whenwhere/view/pure";
import type { TimelineTexts } from "../texts.ts";
import type { SceneStore, TimelineScene } from "./types.ts";

/** A timeline in words. */
export interface TimelineDescription {
  /** Count, span, and what is drawn how. */
  readonly summary: string;
  /** One line a lane: its name and its number. */
  readonly lanes: readonly string[];
  /** One sentence a mark, in the order of the marks; folded columns follow with their numbers. */
  readonly marks: readonly { readonly row: number; readonly text: string }[];
  readonly columns: readonly string[];
}

/** The text alternative of a scene: what the picture says, no more and no less. */
export function describeScene(
  scene: TimelineScene,
  tools: { readonly store: SceneStore; readonly words: Words; readonly texts: TimelineTexts },
): TimelineDescription {
  const { store, words, texts } = tools;
  const { counts } = scene;
  const summary =
    counts.shown === 0
      ? texts.empty
      : texts.summary({
          shown: words.number(counts.shown),
          range: words.range(scene.view.startMs, scene.view.endMs),
          drawn: words.number(counts.drawn),
          folded: words.number(counts.folded),
          undated: words.number(counts.undated),
          outside: words.number(counts.outside),
        });
  return {
    summary,
    lanes: scene.lanes.map((lane) => texts.lane(lane.name, words.number(lane.shown))),
    marks: scene.marks.map((mark) => ({ row: mark.row, text: words.incident(store.incident(mark.row)) })),
    columns: scene.lanes.flatMap((lane) =>
      lane.columns
        .filter((column) => column.inside > 0)
        .map(
          (column) =>
            `${lane.name}: ${texts.column(words.number(column.inside), words.range(column.startMs, column.endMs))}`,
        ),
    ),
  };
}
