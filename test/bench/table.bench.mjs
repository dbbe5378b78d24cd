import { readFileSync } from "node:fs";
import path from "node:path";
import { boundsOf, judgeOurs, judgePeer } from "../model/read/silent-judge.mjs";

export const suite = "read";

/** An instant that a date library made; null when it says that it could not. */
const instant = (date) => (Number.isNaN(date.getTime()) ? null : [date.getTime()]);

/** How vis-timeline turns the text of a `start` into a moment (`convert` of its utilities, with its own moment). */
function visTimeline(moment) {
  return (text) => {
    const asp = /^\/?Date\((-?\d+)/i.exec(text);
    if (asp !== null) return instant(moment(Number(asp[1])).toDate());
    return instant((/^\d+$/.test(text) ? moment(Number(text)) : moment(text)).toDate());
  };
}

/** Null where the large peers could not be installed: the others are compared all the same. */
function momentOf(peers) {
  try {
    const moment = peers().require("moment");
    moment.suppressDeprecationWarnings = true;
    return moment;
  } catch (error) {
    console.log(`vis-timeline is left out: ${error.message}`);
    return null;
  }
}

function withEdtf(parse) {
  return (text) => {
    try {
      const date = parse(text);
      // A set knows its first and last member; an interval its two sides; the rest their own bounds.
      const [from, to] = [Number(date.min), Number(date.max)];
      return [from, Number.isFinite(to) ? to + 1 : to];
    } catch {
      return null;
    }
  };
}

/** Cells as PapaParse types them by itself; text that stays text is an honest "not read". */
function withPapa(papa) {
  const typed = (text) =>
    papa.parse([["cell"], [text]].map(([cell]) => papa.unparse([[cell]])).join("\n"), { dynamicTyping: true })
      .data[1]?.[0];
  const number = (text) => (typeof typed(text) === "number" ? typed(text) : null);
  return {
    date: (text) => (typed(text) instanceof Date ? instant(typed(text)) : null),
    number: (text) => (number(text) === null ? null : { best: number(text) }),
    place: ([lat, lon]) => (number(lat) === null || number(lon) === null ? null : [number(lon), number(lat)]),
    pair: () => null,
  };
}

/** Days that `edtf` gives end in their last millisecond or second; what it gives for a moment is that millisecond. */
function nearly(entry, answer) {
  if (answer === null || entry.truth === null || entry.truth === "none") return answer;
  const truth = boundsOf(entry.truth);
  const isNear = answer.every((bound, i) => bound === truth[i] || (i === 1 && Math.abs(bound - truth[1]) <= 1000));
  return isNear ? truth : answer;
}

function tally(entries, verdictOf) {
  const counts = { right: 0, said: 0, silent: 0, refused: 0 };
  for (const entry of entries) counts[verdictOf(entry)] += 1;
  return counts;
}

const inWords = (name, { right, said, silent, refused }, n) =>
  `${name}: ${right} right, ${said} ambiguous and said, ${silent} silently wrong, ${refused} refused of ${n}`;

export async function run({ load, root, peers }) {
  const library = await load();
  const entries = JSON.parse(readFileSync(path.join(root, "test/model/read/silent-table.json"), "utf8"));
  const [{ DateTime }, edtf, papa] = await Promise.all([import("luxon"), import("edtf"), import("papaparse")]);
  const moment = momentOf(peers);

  const dates = {
    "new Date": (text) => instant(new Date(text)),
    luxon: (text) => {
      const date = DateTime.fromISO(text);
      return date.isValid ? [date.toMillis()] : null;
    },
    edtf: withEdtf(edtf.default),
    ...(moment === null ? {} : { "vis-timeline": visTimeline(moment) }),
  };
  const typed = withPapa(papa.default);
  const ours = tally(entries, (entry) => {
    const { verdict } = judgeOurs(entry, library);
    return verdict === "ambiguous" ? "said" : verdict;
  });
  // What only the name of a column tells, no reader of one cell can know.
  const days = entries.filter(({ kind, header }) => kind === "date" && header === undefined);
  const found = Object.entries(dates).map(([name, read]) => {
    const verdictOf = (entry) => judgePeer(entry, nearly(entry, read(entry.input)));
    return [name, tally(days, verdictOf), days.length];
  });
  found.push([
    "papaparse with dynamicTyping",
    tally(entries, (entry) => judgePeer(entry, typed[entry.kind](entry.input))),
    entries.length,
  ]);
  const lines = [inWords("whenwhere", ours, entries.length), ...found.map((row) => inWords(...row))];
  console.log(lines.join("\n"));
  return [
    {
      id: "read/silent-errors",
      ours: ours.silent,
      unit: "inputs",
      stat: "count",
      peers: Object.fromEntries(found.map(([name, counts]) => [name, counts.silent])),
      higherIsBetter: false,
      n: entries.length,
      note: `${lines.join("; ")}. Silently wrong: another date than the input says, a moment made of a month, year or window, a stand-in such as 1753-01-01 taken for a date. Date libraries are asked for dates only, cell by cell, by their plain reading (Date(), fromISO, edtf(), moment())`,
    },
  ];
}
