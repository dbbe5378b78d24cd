import { seeded } from "../seeded.mjs";

export const suite = "edtf";

const N = 100_000;
const ROUNDS = 7;
/** A peer that needs minutes for the whole set is measured on its beginning: speed does not depend on the length. */
const SLOW_N = 5000;

const two = (value) => String(value).padStart(2, "0");

function texts(random) {
  const int = (low, high) => low + Math.floor(random() * (high - low + 1));
  const year = () => int(1950, 2024);
  const month = () => `${year()}-${two(int(1, 12))}`;
  const day = () => `${month()}-${two(int(1, 28))}`;
  const pick = (...values) => values[int(0, values.length - 1)];
  const spread = (write) => {
    const first = year();
    return [write(first), write(first + int(1, 5))];
  };
  return {
    day,
    month,
    year: () => String(year()),
    time: () => `${day()}T${two(int(0, 23))}:${two(int(0, 59))}:${two(int(0, 59))}Z`,
    interval: () => spread((y) => `${y}-${two(int(1, 12))}-${two(int(1, 28))}`).join("/"),
    open: () => pick(`${day()}/..`, `../${day()}`, `${month()}/`),
    marked: () => pick(day, month, () => String(year()))() + pick("?", "~", "%"),
    markedPart: () => `${year()}-${two(int(1, 12))}${pick("~", "?")}-${two(int(1, 28))}`,
    masked: () => pick(`${month()}-XX`, `${year()}-XX`, `${String(year()).slice(0, 3)}X`, `${year()}-XX-XX`),
    season: () => `${year()}-${int(21, 24)}`,
    set: () => {
      const y = year();
      return pick(`[${y},${y + 2}]`, `{${y}-01-03,${y}-02-07}`, `[${y}-03-01..${y}-03-09]`);
    },
  };
}

/** Shares of one hundred, as in conflict and news records: days first, then what the reporter did not know. */
const MIX = {
  day: 60,
  month: 9,
  year: 6,
  time: 4,
  interval: 6,
  open: 2,
  marked: 5,
  markedPart: 1,
  masked: 4,
  season: 1,
  set: 2,
};

function mixed(random) {
  const write = texts(random);
  const kinds = Object.entries(MIX).flatMap(([kind, share]) => Array(share).fill(kind));
  return Array.from({ length: N }, () => write[kinds[Math.floor(random() * kinds.length)]]());
}

/** Median of strings read in a second, after a warm-up; what a reader throws at is counted and its time kept. */
function speed(list, read) {
  let refused = 0;
  const round = () => {
    refused = 0;
    const begin = performance.now();
    for (const text of list) {
      try {
        if (read(text) === false) refused += 1;
      } catch {
        refused += 1;
      }
    }
    return list.length / ((performance.now() - begin) / 1000);
  };
  round();
  const rounds = Array.from({ length: ROUNDS }, round).sort((a, b) => a - b);
  return { perSecond: rounds[ROUNDS >> 1], refused };
}

/** The slowest refusal of nonsense and of texts made to be slow, in ms. */
function slowestRefusal(tryParseEdtf) {
  const hostile = [
    "2024-02-30",
    "2023-02-29",
    "1900-02-29",
    "2024-13",
    "Attack 7",
    "20",
    "12:30",
    "+99:00",
    "XXX1-02-29",
    " ".repeat(1e6),
    "1".repeat(1e6),
    `[${"2024,".repeat(2e5)}2024]`,
    `[${"XXX4-02-29,".repeat(399)}XXX1-02-29]`,
    "[".repeat(1e6),
  ];
  const slowest = hostile.map((text) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const begin = performance.now();
      if (tryParseEdtf(text).date !== null) throw new Error(`${text.slice(0, 40)} was to be refused`);
      return performance.now() - begin;
    });
    return Math.max(...times);
  });
  return { ms: Math.max(...slowest), n: hostile.length };
}

/** Speeds of all readers on one list, and a note on what each refused. */
function compare(list, readers) {
  const speeds = Object.entries(readers).map(([name, { read, share = 1 }]) => {
    return [name, speed(list.slice(0, Math.ceil(list.length * share)), read)];
  });
  const refused = speeds.map(([name, { refused: count }]) => `${name} ${count}`).join(", ");
  return {
    perSecond: Object.fromEntries(speeds.map(([name, { perSecond }]) => [name, Math.round(perSecond)])),
    refused,
  };
}

export async function run({ load }) {
  const [{ tryParseEdtf }, { parse: parseWithEdtf }, { parse: parseWithCore }] = await Promise.all([
    load(),
    import("edtf"),
    import("@edtf-ts/core"),
  ]);
  // Ours makes the bounds at once; the peers make them when asked, and are not asked here.
  const readers = {
    whenwhere: { read: (text) => tryParseEdtf(text).date !== null },
    edtf: { read: parseWithEdtf, share: SLOW_N / N },
    "@edtf-ts/core": { read: (text) => parseWithCore(text).success },
  };
  const row = (id, list, note) => {
    const { perSecond, refused } = compare(list, readers);
    const { whenwhere: ours, ...peers } = perSecond;
    const whole = `${note}; refused: ${refused}; edtf measured on the first ${SLOW_N}`;
    return { id, ours, unit: "ops/s", stat: "median", peers, higherIsBetter: true, n: list.length, note: whole };
  };

  const random = seeded(2019);
  const write = texts(random);
  const refusal = slowestRefusal(tryParseEdtf);
  return [
    row("edtf/parse-mixed", mixed(random), "60 % days, the rest every other form; ours with bounds, the peers without"),
    row("edtf/parse-days", Array.from({ length: N }, write.day), "plain days; ours with bounds, the peers without"),
    {
      id: "edtf/refuse-worst",
      ours: refusal.ms,
      unit: "ms",
      stat: "max",
      peers: {},
      higherIsBetter: false,
      n: refusal.n,
      note: "slowest refusal among nonsense and texts of a million characters",
    },
  ];
}
