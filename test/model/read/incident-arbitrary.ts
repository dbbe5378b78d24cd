import type { Incident } from "@whenwhere/model";
import fc from "fast-check";

/** Text that a CSV cell can carry: not blank, without blanks at its ends, NUL and half characters. */
export const words = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== "");

const nasty = fc.constantFrom(
  "=1+1",
  "-5",
  "+x",
  "@a",
  "'=x",
  "''-y",
  'a "b" c',
  "a,b;c",
  "line\nbreak",
  "__proto__",
  "＝1",
  "Кабу-Делгаду",
  "أبو ظبي",
  "👩‍👩‍👧 é",
  "0",
  "true",
  "[1]",
  "{}",
);
const text = fc.oneof({ weight: 3, arbitrary: words }, nasty);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 3 });

const edtf = fc.constantFrom(
  "2022-02-02",
  "2022-02",
  "2021",
  "2022-01-18~/2022-01-31~",
  "[..2022-02-02]",
  "2022-02-02T10:30:00Z",
  "2022-02-02T00:00:00Z",
  "-0044-03-15",
  "201X",
  "2004-06-11?",
  "2021-21",
  "{2021,2022}",
  "../2020",
  "2020/",
);
const lon = fc.double({ min: -180, max: 180, noNaN: true }).map((n) => Math.round(n * 1e5) / 1e5 + 0);
const lat = fc.double({ min: -90, max: 90, noNaN: true }).map((n) => Math.round(n * 1e5) / 1e5 + 0);

const when = fc.record(
  {
    edtf,
    span: fc.constantFrom("within", "throughout", "series", "ongoing"),
    zone: fc.constantFrom("Asia/Dubai", "UTC"),
    label: text,
  },
  { requiredKeys: ["edtf"] },
);
const point = fc
  .record(
    {
      lon,
      lat,
      name: text,
      precision: fc.constantFrom("exact", "settlement", "province"),
      radiusM: fc.integer({ min: 1, max: 1e6 }),
      basis: fc.constantFrom("assumed", "codebook"),
    },
    { requiredKeys: ["lon", "lat"] },
  )
  .filter((place) => place.lon !== 0 || place.lat !== 0);
const named = fc.record(
  {
    name: text,
    admin1: text,
    country: fc.constantFrom("AE", "MZ"),
    precision: fc.constantFrom("province", "country", "unknown"),
  },
  { requiredKeys: ["name"] },
);
const where = fc.oneof(point, named);
const figure = fc.record(
  {
    measure: fc.constantFrom("killed", "injured"),
    low: fc.nat(500),
    best: fc.option(fc.nat(500), { nil: null }),
    by: text,
  },
  { requiredKeys: ["measure", "best"] },
);
const claim = fc.record(
  {
    id: text,
    field: fc.constantFrom("when", "where", "figures.killed"),
    value: fc.oneof(text, fc.nat(99), when, where),
    by: text,
  },
  { requiredKeys: ["id", "field", "value"] },
);

/** A good record, full of texts that break careless writers. */
export const incident = fc.record(
  {
    id: text,
    title: text,
    summary: text,
    category: text,
    status: fc.constantFrom("happened", "alleged", "planned", "cancelled", "disputed", "retracted"),
    when,
    where,
    from: where,
    actors: some(fc.record({ name: text, role: text }, { requiredKeys: ["name"] })),
    figures: some(figure),
    claims: some(claim),
    sources: some(text),
    relations: some(fc.record({ type: fc.constantFrom("follows", "partOf"), to: text })),
    tags: some(text),
    sensitivity: fc.constantFrom("none", "graphic", "personal"),
    note: text,
    extra: fc.dictionary(text, fc.oneof(text, fc.nat()), { minKeys: 1, maxKeys: 3 }),
  },
  { requiredKeys: ["id", "title"] },
) as unknown as fc.Arbitrary<Incident>;

/** Good records with ids of their own. */
export const incidents = fc.uniqueArray(incident, { minLength: 1, maxLength: 6, selector: ({ id }) => id });
