import type { When } from "../../incident.ts";
import { spansOfWhen } from "../../time/spans-of-when.ts";
import { valueText } from "../../value-text.ts";
import { isEdtf } from "../is-edtf.ts";
import type { ZoneCheck } from "../zone-check.ts";
import type { RowLog } from "./row-log.ts";

/** Who hears of a date's faults, and who knows the zones. */
export interface DateJudge {
  readonly log: RowLog;
  readonly knowsZone: ZoneCheck;
}

/**
 * Judges a date: what is not EDTF becomes no date, with the original words kept as the label; an unknown zone is
 * taken off; a time that the clocks of its zone skipped or showed twice stays. All is said.
 */
export function checkDate(when: When, path: string, { log, knowsZone }: DateJudge): When {
  return checkZone(checkEdtf(when, path, log), path, { log, knowsZone });
}

function checkEdtf(when: When, path: string, log: RowLog): When {
  const text = when.edtf;
  if (text === undefined || text === null) return when;
  if (isEdtf(text)) return when;
  const { edtf: _, ...rest } = when;
  if (text.trim() === "") return rest;
  log.note(
    "time/syntax",
    `${path}.edtf`,
    text,
    `${path}.edtf is ${valueText(text)}, which is not a date in EDTF; the record has no date.`,
  );
  return { ...rest, label: rest.label ?? text };
}

function checkZone(when: When, path: string, { log, knowsZone }: DateJudge): When {
  const { zone } = when;
  if (zone === undefined || zone === null) return when;
  if (knowsZone(zone)) return sayClock(when, path, log);
  const { zone: _, ...rest } = when;
  log.note(
    "time/zone",
    `${path}.zone`,
    zone,
    `${path}.zone is ${valueText(zone)}, which is no time zone; it was left out.`,
  );
  return rest;
}

/** A time of day in a gap or a fold of its zone: kept as it is, since the spans hold all that it may mean. */
function sayClock(when: When, path: string, log: RowLog): When {
  if (!when.edtf?.includes("T")) return when;
  for (const { code, message } of spansOfWhen(when).issues) {
    if (code === "time/gap" || code === "time/fold") log.note(code, `${path}.edtf`, when.edtf, message);
  }
  return when;
}
