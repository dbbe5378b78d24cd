import { HEADLINE_RULES, type HeadlineRule } from "@whenwhere/model";
import type { CompareWindow } from "./compare-windows.ts";

/** Some records of a store by what they come from: a dataset by its title, or a source by its key. */
export interface CompareSet {
  readonly by: "dataset" | "source";
  readonly key: string;
}

/** What two things are compared: spans of time, parts of the records, or what two speakers say of one record. */
export type CompareKind = "windows" | "datasets" | "accounts";

/** A comparison as links hold it. Plain and serialisable. */
export type CompareState =
  | {
      readonly kind: "windows";
      readonly sides: readonly [CompareWindow, CompareWindow];
      /** Chooses the number of each record that is summed. */
      readonly rule: HeadlineRule;
    }
  | { readonly kind: "datasets"; readonly sides: readonly [CompareSet, CompareSet]; readonly rule: HeadlineRule }
  | {
      readonly kind: "accounts";
      readonly id: string;
      /** Speakers as `accountsOf` names them; null = the record as it stands. */
      readonly sides: readonly [string | null, string | null];
    };

/** Text made safe for a part between commas; halves of surrogate pairs become U+FFFD, because no link can hold them. */
function partText(text: string): string {
  const safe = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
  return safe.replaceAll("~", "%7E") || "~";
}

function textOfPart(part: string): string | null {
  if (part === "") return null;
  try {
    return part === "~" ? "" : decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Beyond these ms there is no date. */
const LAST_MS = 8.64e15;

function windowOfPart(part: string): CompareWindow | null {
  const [, from, to] = /^(-?\d{1,16})_(-?\d{1,16})$/.exec(part) ?? [];
  const [startMs, endMs] = [Number(from), Number(to)];
  if (from === undefined || Math.abs(startMs) > LAST_MS || Math.abs(endMs) > LAST_MS) return null;
  return Object.is(startMs, -0) || Object.is(endMs, -0) ? null : { startMs, endMs };
}

function setOfPart(part: string): CompareSet | null {
  const key = textOfPart(part.slice(2));
  const by = ({ "d:": "dataset", "s:": "source" } as const)[part.slice(0, 2)];
  return key === null || by === undefined ? null : { by, key };
}

/**
 * A comparison as the value of a pair of a link: `windows,startMs_endMs,startMs_endMs,rule`, `datasets,d:title,s:key,rule` or
 * `accounts,id,speaker,speaker` with nothing for the record as it stands.
 */
export function encodeCompare(state: CompareState): string {
  if (state.kind === "windows") {
    const sides = state.sides.map(({ startMs, endMs }) => `${Math.round(startMs)}_${Math.round(endMs)}`);
    return ["windows", ...sides, state.rule].join();
  }
  if (state.kind === "datasets") {
    return ["datasets", ...state.sides.map(({ by, key }) => `${by[0]}:${partText(key)}`), state.rule].join();
  }
  return ["accounts", partText(state.id), ...state.sides.map((side) => (side === null ? "" : partText(side)))].join();
}

/** Reads what {@link encodeCompare} writes; null for anything else. Whether the store has such records is not asked. */
export function decodeCompare(text: string): CompareState | null {
  const [kind, first = "", second = "", last = "", ...more] = text.split(",");
  if (more.length > 0) return null;
  if (kind === "accounts") {
    const id = textOfPart(first);
    const [a, b] = [textOfPart(second), textOfPart(last)];
    const isRead = (a !== null || second === "") && (b !== null || last === "");
    return id === null || !isRead ? null : { kind, id, sides: [a, b] };
  }
  const rule = HEADLINE_RULES.find((one) => one === last);
  if (rule === undefined) return null;
  if (kind === "windows") {
    const [a, b] = [windowOfPart(first), windowOfPart(second)];
    return a === null || b === null ? null : { kind, sides: [a, b], rule };
  }
  if (kind !== "datasets") return null;
  const [a, b] = [setOfPart(first), setOfPart(second)];
  return a === null || b === null ? null : { kind, sides: [a, b], rule };
}
