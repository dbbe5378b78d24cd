import type { Issue } from "@whenwhere/model";
import { faultOf } from "../filter/clause-check.ts";
import { INITIAL_STATE } from "../state/reduce.ts";
import type { Camera, Clause, StoreState } from "../types.ts";
import { clauseOfPair, finiteNumbers } from "./clause-text.ts";
import { LINK_VERSION } from "./encode-state.ts";
import { textOfLink } from "./link-text.ts";
import { spanOfText } from "./time-text.ts";

/** A state read from a link, and what could not be read of it. */
export interface DecodedState {
  readonly state: StoreState;
  readonly issues: readonly Issue[];
}

const LONGEST = 100_000;

interface Draft {
  readonly clauses: Map<string, Clause>;
  view: StoreState["view"];
  selectedId: string | null;
  camera: Camera | null;
}

/**
 * Reads what {@link encodeState} writes, with or without `#`. Never throws: a pair that cannot be read, a repeated source,
 * an unknown key or version is left out and told as an issue (`url/pair`, `url/repeated`, `url/version`, `url/length`).
 * Whether the clauses fit the data is for `store.restore` to say.
 */
export function decodeState(fragment: string): DecodedState {
  const text = fragment.replace(/^[#?]/, "");
  const issues: Issue[] = [];
  if (text.length > LONGEST) {
    issues.push(issue("url/length", null, text.length));
    return { state: INITIAL_STATE, issues };
  }
  const draft: Draft = { clauses: new Map(), view: null, selectedId: null, camera: null };
  const seen = new Set<string>();
  for (const pair of text.split("&").filter((part) => part !== "")) {
    const equals = pair.indexOf("=");
    const key = equals < 0 ? pair : pair.slice(0, equals);
    const code = equals < 0 ? "url/pair" : seen.has(key) ? "url/repeated" : take(draft, key, pair.slice(equals + 1));
    seen.add(key);
    if (code === "url/version") return { state: INITIAL_STATE, issues: [issue(code, key, pair)] };
    if (code !== null) issues.push(issue(code, key, pair));
  }
  const { clauses, view, selectedId, camera } = draft;
  const state = { ...INITIAL_STATE, clauses: Object.freeze(Object.fromEntries(clauses)), view, selectedId, camera };
  return { state: Object.freeze(state), issues };
}

/** Null when the pair was taken, else the code of what is wrong with it. */
function take(draft: Draft, key: string, value: string): string | null {
  if (key === "v") return value === LINK_VERSION ? null : "url/version";
  if (key === "sel") draft.selectedId = textOfLink(value);
  else if (key === "cam") draft.camera = cameraOf(value);
  else if (key === "view") draft.view = viewOf(value);
  else return takeClause(draft, key, value);
  const part = key === "sel" ? draft.selectedId : key === "cam" ? draft.camera : draft.view;
  return part === null ? "url/pair" : null;
}

function takeClause(draft: Draft, key: string, value: string): string | null {
  const clause = clauseOfPair([key, value]);
  if (clause === null || faultOf(clause) !== null) return "url/pair";
  if (draft.clauses.has(clause.source)) return "url/repeated";
  draft.clauses.set(clause.source, Object.freeze(clause));
  return null;
}

function viewOf(value: string): StoreState["view"] {
  const span = spanOfText(value);
  return span !== null && span.startMs < span.endMs ? Object.freeze(span) : null;
}

function cameraOf(value: string): Camera | null {
  const [lon, lat, zoom, ...rest] = finiteNumbers(value) ?? [];
  if (lon === undefined || lat === undefined || zoom === undefined || rest.length > 0) return null;
  const isOnEarth = Math.abs(lon) <= 360 && Math.abs(lat) <= 90 && Math.abs(zoom) <= 30;
  return isOnEarth ? Object.freeze({ lon, lat, zoom }) : null;
}

const MESSAGES: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  "url/length": ["The link is too long to be one of ours.", `Links hold at most ${LONGEST} characters.`],
  "url/pair": [
    "A part of the link cannot be read and was left out.",
    "Copy the whole link again, or remove this part.",
  ],
  "url/repeated": ["A part of the link comes twice; the first one counts.", "Remove one of the two."],
  "url/version": [
    "The link was made by another version.",
    `This version reads links that begin with v=${LINK_VERSION}.`,
  ],
};

function issue(code: string, field: string | null, value: unknown): Issue {
  const [message, hint] = MESSAGES[code] as readonly [string, string];
  return { code, severity: "warning", row: null, field, value, message, hint };
}
