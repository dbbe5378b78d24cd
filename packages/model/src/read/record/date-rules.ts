import type { When } from "../../incident.ts";
import { isEdtf } from "../is-edtf.ts";
import type { ZoneCheck } from "../zone-check.ts";
import { quote, type RowLog } from "./row-log.ts";

/**
 * Judges a date: what is not EDTF becomes no date, with the original words kept as the label; an unknown zone is
 * taken off. Both are said.
 */
export function checkDate(when: When, path: string, log: RowLog, knowsZone: ZoneCheck): When {
  return checkZone(checkEdtf(when, path, log), path, log, knowsZone);
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
    `${path}.edtf is ${quote(text)}, which is not a date in EDTF; the record has no date.`,
  );
  return { ...rest, label: rest.label ?? text };
}

function checkZone(when: When, path: string, log: RowLog, knowsZone: ZoneCheck): When {
  const { zone } = when;
  if (zone === undefined || zone === null || knowsZone(zone)) return when;
  const { zone: _, ...rest } = when;
  log.note(
    "time/zone",
    `${path}.zone`,
    zone,
    `${path}.zone is ${quote(zone)}, which is no time zone; it was left out.`,
  );
  return rest;
}
