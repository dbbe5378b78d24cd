import type { Words } from "@whenwhere/view/pure";
import type { SceneStore, TimelineScene } from "../types.ts";
import type { Tie } from "./overlay-types.ts";

/** Eras, annotations and the present in view, one sentence each, whether their words found room or not. */
export function noteWords({ notes }: TimelineScene, words: Words): string[] {
  const comma = words.t("list.comma");
  return notes.map(({ label, when, lane, note }) =>
    [label, when, lane, note].filter((part) => part !== null && part !== "").join(comma),
  );
}

/** "3 links drawn", "1 link leads to a record that is not drawn": what a count line says of ties. Empty without any. */
export function linkCounts({ links }: TimelineScene, words: Words): string[] {
  const numbers = { "": links.arrows.length, ".absent": links.absent.length, ".more": links.more };
  return Object.entries(numbers).flatMap(([key, n]) => (n > 0 ? [words.t(`timeline.links${key}`, { n })] : []));
}

/** Ties as sentences; those that are not drawn say why, and those beyond the limit are counted. */
export function linkWords(
  { links }: TimelineScene,
  tools: { readonly store: SceneStore; readonly words: Words },
): string[] {
  const { store, words } = tools;
  const comma = words.t("list.comma");
  const title = (row: number): string => (row < 0 ? "…" : store.incident(row).title);
  const said = ({ type, fromRow, toRow }: Tie): string =>
    words.t(`timeline.link.${type}`, { from: title(fromRow), to: title(toRow) });
  const out = links.arrows.map((arrow) =>
    arrow.dashed ? [said(arrow), words.t("timeline.link.alleged")].join(comma) : said(arrow),
  );
  for (const tie of links.absent) {
    out.push([said(tie), `${title(tie.row)}: ${words.t(`timeline.link.${tie.why}`)}`].join(comma));
  }
  if (links.more > 0) out.push(words.t("timeline.links.more", { n: links.more }));
  return out;
}
