import fc from "fast-check";

/**
 * Texts of every production of levels 0 to 2, all of them acceptable: days stop at 28 and the first year of an interval
 * is below 2000, the last at or above it.
 */
type Era = "any" | "early" | "late";

const mark = fc.constantFrom("", "", "", "?", "~", "%");
const digit = fc.constantFrom(..."0123456789");
const digitOrX = fc.constantFrom(..."0123456789X");

function year(era: Era): fc.Arbitrary<string> {
  const millennium = { any: "0123456789X", early: "01X", late: "23456789X" }[era];
  const sign = era === "early" ? fc.constantFrom("", "", "", "-") : fc.constant("");
  const plain = fc.tuple(fc.constantFrom(...millennium.replace("X", "")), digit, digit, digit);
  const masked = fc.tuple(fc.constantFrom(...millennium), digitOrX, digitOrX, digitOrX);
  return fc
    .tuple(sign, fc.oneof({ weight: 3, arbitrary: plain }, masked))
    .map(([minus, digits]) => minus + digits.join(""))
    .map((text) => (text === "-0000" ? "-0001" : text));
}

const plainMonth = fc.integer({ min: 1, max: 12 }).map((month) => String(month).padStart(2, "0"));
const month = fc.oneof({ weight: 4, arbitrary: plainMonth }, fc.constantFrom("XX", "0X", "1X", "X1", "X7"));
const plainDay = fc.integer({ min: 1, max: 28 }).map((day) => String(day).padStart(2, "0"));
const day = fc.oneof({ weight: 4, arbitrary: plainDay }, fc.constantFrom("XX", "0X", "1X", "2X", "X5"));
const group = fc.integer({ min: 21, max: 41 }).map(String);

function markedCalendarDate(era: Era): fc.Arbitrary<string> {
  const part = (digits: fc.Arbitrary<string>) => fc.tuple(mark, digits, mark).map((texts) => texts.join(""));
  return fc.oneof(
    part(year(era)),
    fc.tuple(part(year(era)), part(fc.oneof(month, group))).map((parts) => parts.join("-")),
    fc.tuple(part(year(era)), part(month), part(day)).map((parts) => parts.join("-")),
  );
}

function plainDay10(era: Era): fc.Arbitrary<string> {
  const plainYear = year(era).filter((text) => !text.includes("X"));
  return fc.tuple(plainYear, plainMonth, plainDay).map((parts) => parts.join("-"));
}

const twoDigits = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, "0"));
const hour = twoDigits(23);
const sixty = twoDigits(59);
const fraction = fc.tuple(fc.constantFrom(".", ","), fc.stringMatching(/^[0-9]{1,9}$/)).map((texts) => texts.join(""));
const clock = fc.oneof(
  hour,
  fc.tuple(hour, sixty).map((texts) => texts.join(":")),
  fc.tuple(hour, sixty, sixty).map((texts) => texts.join(":")),
  fc.tuple(hour, sixty, sixty, fraction).map(([h, m, s, f]) => `${h}:${m}:${s}${f}`),
  fc.constantFrom("24:00", "24:00:00"),
);
const offset = fc.oneof(
  fc.constantFrom("", "Z", "+00:00", "-00:00"),
  fc.tuple(fc.constantFrom("+", "-"), twoDigits(17), fc.constantFrom("", ":00", ":30", ":45")).map((t) => t.join("")),
);

function dateTime(era: Era): fc.Arbitrary<string> {
  return fc.tuple(plainDay10(era), clock, offset, mark).map(([date, time, zone, q]) => `${date}T${time}${zone}${q}`);
}

function longYear(era: Era): fc.Arbitrary<string> {
  const sign = era === "late" ? "" : "-";
  const digits = fc.integer({ min: 10_000, max: 999_999_999 }).map(String);
  const exponential = fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 4, max: 10 }))
    .map((t) => t.join("E"));
  const significance = fc.constantFrom("", "", "S1", "S3");
  return fc.tuple(fc.oneof(digits, exponential), significance, mark).map(([size, s, q]) => `Y${sign}${size}${s}${q}`);
}

function significantYear(era: Era): fc.Arbitrary<string> {
  const size = era === "late" ? { min: 2000, max: 9999 } : { min: 1000, max: 1999 };
  return fc.tuple(fc.integer(size), fc.integer({ min: 1, max: 4 }), mark).map(([y, s, q]) => `${y}S${s}${q}`);
}

function anyDate(era: Era): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: markedCalendarDate(era) },
    plainDay10(era),
    dateTime(era),
    longYear(era),
    significantYear(era),
  );
}

const interval = fc.oneof(
  fc.tuple(anyDate("early"), anyDate("late")).map((sides) => sides.join("/")),
  fc.tuple(anyDate("any"), fc.constantFrom("", "..")).map((sides) => sides.join("/")),
  fc.tuple(fc.constantFrom("", ".."), anyDate("any")).map((sides) => sides.join("/")),
);

/** In a set a comma ends a member, so fractions there have a dot. */
const dotted = (text: string) => text.replaceAll(",", ".");

const member = fc.oneof(
  { weight: 3, arbitrary: anyDate("any") },
  fc.tuple(anyDate("early"), anyDate("late")).map((sides) => sides.join("..")),
);

const set = fc
  .record({
    members: fc.array(member, { minLength: 0, maxLength: 4 }),
    openFirst: fc.boolean(),
    openLast: fc.boolean(),
    all: fc.boolean(),
    edge: anyDate("any"),
  })
  .map(({ members, openFirst, openLast, all, edge }) => {
    const list = [...(openFirst ? [`..${edge}`] : []), ...members, ...(openLast ? [`${edge}..`] : [])];
    const inner = (list.length > 0 ? list : [edge]).map(dotted).join(",");
    return all ? `{${inner}}` : `[${inner}]`;
  });

/** Any acceptable text. */
export const edtfText: fc.Arbitrary<string> = fc.oneof(anyDate("any"), interval, set);

/** One calendar date whose digits may be X, with its plain parts, for comparison with an enumeration of days. */
export const maskedDate = fc.record({
  negative: fc.boolean(),
  year: fc.tuple(fc.constantFrom("00", "19", "20"), digitOrX, digitOrX).map((parts) => parts.join("")),
  month: fc.option(
    fc.tuple(fc.constantFrom(..."01X"), digitOrX).map((parts) => parts.join("")),
    { nil: null },
  ),
  day: fc.option(
    fc.tuple(fc.constantFrom(..."0123X"), digitOrX).map((parts) => parts.join("")),
    { nil: null },
  ),
});

/** Strings near the grammar: its own alphabet, and acceptable texts with one character changed. */
export const nearText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."0123456789--//..,XX?~%[]{}TZ:+YES "), maxLength: 24 }),
  fc.string({ unit: "binary", maxLength: 24 }),
  fc
    .tuple(edtfText, fc.nat(), fc.constantFrom(..."0123456789-/.,X?~%[]{}TZ:+YES é"), fc.nat({ max: 1 }))
    .map(([text, at, char, drop]) => {
      const index = at % (text.length + 1);
      return text.slice(0, index) + char + text.slice(index + drop);
    }),
);
