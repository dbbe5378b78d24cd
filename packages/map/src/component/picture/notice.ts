import { setHidden, setText } from "@whenwhere/view";
import { MARKED_POINTS } from "../../scene/index.ts";
import type { MapContext } from "../context.ts";
import { isDrawn } from "../ground/surface.ts";

/** Says on the map why its ground is not the one asked for. */
export function writeNotice(context: MapContext): void {
  const { frame, notice, said } = context;
  const now = [notice, tellPoints(context), tellLost(context)].filter((part) => part !== null).join(" ");
  if (now !== "") setHidden(frame.waiting, true);
  if (now === said.notice) return;
  said.notice = now;
  setHidden(frame.notice, now === "");
  setText(frame.notice, now);
}

/** More points than a drawn ground shows: not while WebGL is still coming. */
function tellPoints({ records, options, notice, text }: MapContext): string | null {
  const isFinal = isDrawn(options.projection) || notice !== null;
  return isFinal && records.hasTooManyPoints ? text("tooManyPoints", { n: MARKED_POINTS }) : null;
}

/** A picture whose numbers do not add up has lost a record, or has one twice: nobody is to take it for whole. */
function tellLost({ records, text }: MapContext): string | null {
  const { shown, drawn, clustered, unplaced } = records.scene?.counts ?? {
    shown: 0,
    drawn: 0,
    clustered: 0,
    unplaced: 0,
  };
  const found = drawn + clustered + unplaced;
  return found === shown ? null : text("lostRecords", { found, shown });
}
