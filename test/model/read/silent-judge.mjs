/**
 * Judges what a reader makes of the inputs of `silent-table.json`. Plain JavaScript, because the test and the benchmark
 * ask the same questions. An entry is `{id, kind, input, truth, ours, ...context}`:
 *
 * - `truth`: a half-open window `[from, to]` of UTC (null = open) for a date, `[lon, lat]` for a place, the numbers of a
 *   figure; `"none"` where the input says that nothing is known; null where no reading is right;
 * - `ours`: what we answer, `right`, `ambiguous` or `refused`; `says`: the code of an issue that must be among ours;
 * - context: `mates` (cells of the rows after it), `options` of the reader, `zone`, `published`, `header`.
 */

/** Codes that leave a choice open instead of calling the input wrong. */
const AMBIGUOUS = new Set(["time/ambiguous-order", "time/two-digit-year", "place/swapped", "place/ambiguous-order"]);
/** Remarks that every home-made table gets. */
const USUAL = new Set(["table/columns", "record/id-missing", "record/title-missing"]);

/** The table of tab-separated values in which an entry stands. */
export function tableOf(entry) {
  const { kind, header, mates = [], zone, published } = entry;
  const names = {
    date: [header ?? "date"],
    place: ["latitude", "longitude"],
    pair: [header ?? "coordinates"],
    number: ["killed"],
  }[kind];
  const more = [...(zone === undefined ? [] : ["zone"]), ...(published === undefined ? [] : ["published"])];
  const rows = [entry.input, ...mates].map((cells, i) => [
    `Record ${i + 1}`,
    ...[cells].flat(),
    ...(zone === undefined ? [] : [zone]),
    ...(published === undefined ? [] : [published]),
  ]);
  const quoted = (cell) => `"${String(cell).replaceAll('"', '""')}"`;
  return [["title", ...names, ...more], ...rows].map((row) => row.map(quoted).join("\t")).join("\n");
}

/** Our verdict on an entry and the codes of what we said. `library` has `readIncidents` and `spansOfWhen`. */
export function judgeOurs(entry, library) {
  const result = library.readIncidents(tableOf(entry), { format: "tsv", ...entry.options });
  const incident = result.incidents[0];
  const issues = result.issues.filter(({ code, row }) => (row === null || row === 1) && !USUAL.has(code));
  const codes = issues.map(({ code }) => code);
  const answer = answerOf(entry, incident, library);
  if (entry.truth === "none" ? answer === null : answer !== null && isRight(entry, answer)) {
    return { verdict: "right", codes, answer };
  }
  if (codes.length === 0) return { verdict: "silent", codes, answer };
  if (answer !== null) return { verdict: "said", codes, answer };
  return { verdict: codes.some((code) => AMBIGUOUS.has(code)) ? "ambiguous" : "refused", codes, answer };
}

function answerOf({ kind }, incident, { spansOfWhen }) {
  if (kind === "date") {
    if (incident?.when?.edtf == null) return null;
    const { outerStartMs, outerEndMs } = spansOfWhen(incident.when).spans;
    return [outerStartMs, outerEndMs];
  }
  if (kind === "number") return incident?.figures?.[0] ?? null;
  const { lon, lat } = incident?.where ?? {};
  return lon == null || lat == null ? null : [lon, lat];
}

/** Whether an answer in the form of {@link judgeOurs} is the truth. */
export function isRight({ kind, truth }, answer) {
  if (truth === null || truth === "none") return false;
  if (kind === "date") return boundsOf(truth).every((bound, i) => bound === answer[i]);
  if (kind === "number") {
    return ["low", "best", "high"].every((name) => (truth[name] ?? null) === (answer[name] ?? null));
  }
  return truth.every((degrees, i) => Math.abs(degrees - answer[i]) < 1e-4);
}

/** Milliseconds of a true window; an open side is infinite. */
export function boundsOf([from, to]) {
  return [from === null ? -Infinity : Date.parse(from), to === null ? Infinity : Date.parse(to)];
}

/**
 * Verdict on a peer, which has no way to say anything: `right`, `silent`, or `refused` when it gives nothing.
 * A single moment answers a day when it is the day's first, here or in UTC, and a time of day when it lies within it;
 * it does not answer a month, a year or a window, which hold more than one day.
 */
export function judgePeer(entry, answer) {
  if (answer === null) return entry.truth === "none" ? "right" : "refused";
  if (entry.truth === null || entry.truth === "none") return "silent";
  if (entry.kind !== "date" || isRight(entry, answer)) return isRight(entry, answer) ? "right" : "silent";
  const [from, to] = boundsOf(entry.truth);
  if (answer.length === 2 && to - from > 60_000) return "silent";
  const [moment] = answer;
  const wall = moment - new Date(moment).getTimezoneOffset() * 60_000;
  const fits = (at) => (to - from === 86_400_000 ? at === from : to - from <= 60_000 && at >= from && at < to);
  return fits(moment) || fits(wall) ? "right" : "silent";
}
