import {
  type Claim,
  columnsOf,
  type Incident,
  readIncidents,
  redactIncidents,
  toCollection,
  toCSV,
  toGeoJSON,
} from "@whenwhere/model";
import { toICalendar, toKML, toLinkedPlaces, toTimelineJS } from "@whenwhere/model/formats";
import { createStore, encodeState, type NumberColumn, numbersOf, packStore } from "@whenwhere/store";
import { describe, expect, it } from "vitest";

/** Values that occur nowhere else. */
const SECRET = {
  lon: 37.71938,
  lat: 36.34527,
  fromLon: 36.98213,
  fromLat: 35.51179,
  name: "Tadefqux",
  fromName: "Khanasirqux",
  person: "Mariamqux Haddadqux",
  phone: "0944777333",
};
const SOUGHT = ["37.719", "36.345", "36.982", "35.511", "tadefqux", "khanasirqux"];

const base: Incident = {
  id: "sy-tadefqux-1",
  title: "Shelling, Tadefqux",
  summary: "Shells fell at 37.7194, 36.3453 near the mill.",
  category: "Explosions",
  kind: "Shelling",
  when: { edtf: "2022-02-02", label: "night at TADEFQUX" },
  where: {
    name: SECRET.name,
    lon: SECRET.lon,
    lat: SECRET.lat,
    precision: "exact",
    admin1: "Aleppo",
    country: "SY",
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [37.7193, 36.3452],
          [37.7194, 36.3452],
          [37.7194, 36.3453],
          [37.7193, 36.3452],
        ],
      ],
    },
  },
  from: { name: SECRET.fromName, lon: SECRET.fromLon, lat: SECRET.fromLat },
  actors: [
    { name: "Rebels of Tadefqux", role: "perpetrator" },
    { name: "Government", role: "target" },
  ],
  figures: [{ measure: "killed", best: 2, by: "Tadefqux council" }],
  claims: [
    { id: "c1", field: "where", value: { name: SECRET.name, lon: SECRET.lon, lat: SECRET.lat } },
    { id: "c2", field: "status", value: "denied by Tadefqux council" },
    { id: "c3", field: "figures.killed", value: 3, source: "s1" },
  ],
  sources: ["s1", "s2"],
  relations: [{ type: "follows", to: "sy-2" }],
  tags: ["tadefqux", "market"],
  locators: [{ document: "d", starts: "At Tadefqux on" }],
  note: "The mill is at 36.34527 N",
  extra: { latitude: String(SECRET.lat), geom_wkt: `POINT(${SECRET.lon} ${SECRET.lat})`, phone: SECRET.phone },
};
const second: Incident = {
  id: "sy-2",
  title: "Protest",
  summary: "A day after the shelling of Tadefqux.",
  category: "Protests",
  when: { edtf: "2022-02-03" },
  where: { name: "Aleppo", lon: 37.16, lat: 36.2, admin1: "Aleppo", country: "SY" },
  relations: [{ type: "follows", to: "sy-tadefqux-1" }],
};
const input = {
  title: "Tadefqux files",
  incidents: [base, second],
  sources: {
    s1: { title: "Report", url: "https://maps.example/@36.34527,37.71938,17z" },
    s2: { title: "Agency", via: { document: "d", starts: "In Tadefqux" } },
    s3: { title: "Never referred to" },
  },
};

/** Everything that could carry a record out: all writers, the columns, the packed store, the address. */
function everything(incidents: readonly Incident[], parts: Parameters<typeof toCollection>[1]): string {
  const store = createStore(incidents, { sources: parts?.sources ?? {} });
  const [first] = incidents;
  if (first !== undefined) store.select(first.id);
  const { columns } = store;
  const numbers = Object.values(columns).flatMap((column: NumberColumn | number) =>
    typeof column === "number" ? [] : Array.from(numbersOf(column)),
  );
  const packed = new Uint8Array(packStore(store));
  return [
    JSON.stringify(toCollection(incidents, parts)),
    JSON.stringify(toGeoJSON(incidents, { ...parts, representativePoints: "point" })),
    toCSV(incidents),
    toCSV(incidents, { mode: "spreadsheet" }),
    ...[toKML, toLinkedPlaces, toTimelineJS, toICalendar].map((write) => JSON.stringify(write(incidents, parts ?? {}))),
    JSON.stringify(columnsOf(incidents)),
    numbers.join(" "),
    new TextDecoder("latin1").decode(packed),
    encodeState(store.state),
  ]
    .join("\n")
    .toLowerCase();
}

describe("redacted records", () => {
  it("tell a hidden place in no text, id, tag, claim, source, writer, column or address", () => {
    const before = everything(input.incidents, input);
    for (const text of SOUGHT) expect(before, `the test seeks ${text}, which must be there before`).toContain(text);
    const { incidents, sources, title, redaction } = redactIncidents(input, { radiusM: 20_000 });
    const after = `${everything(incidents, { sources, title })} ${JSON.stringify(redaction).toLowerCase()}`;
    for (const text of SOUGHT) expect(after).not.toContain(text);
    expect(title).toBeNull();
  });

  it("keep what tells nothing", () => {
    const { incidents, redaction } = redactIncidents(input, { radiusM: 20_000 });
    expect(incidents[0]).toMatchObject({
      title: "Shelling, Aleppo",
      when: { edtf: "2022-02-02" },
      actors: [{ name: "Government", role: "target" }],
      figures: [{ measure: "killed", best: 2 }],
      tags: ["market"],
      where: { admin1: "Aleppo", country: "SY", obscured: true },
      from: { obscured: true },
    });
    expect(incidents[1]).toMatchObject({ title: "Protest", relations: [{ type: "follows", to: incidents[0]?.id }] });
    expect(redaction).toEqual({
      records: { before: 2, after: 2 },
      places: 3,
      texts: 2,
      fields: {},
      personal: 0,
      joined: { records: 0, into: 0 },
      withheld: 0,
      sources: 2,
    });
  });

  it("keep rival dates, and no place within one", () => {
    const where = { name: "Tal Abyad", lon: 38.95, lat: 36.7, precision: "settlement" as const };
    const values = [
      { edtf: "2022" },
      { label: "at noon", zone: "Asia/Damascus" },
      { span: "series", count: 3 },
      { edtf: "2022", name: "Kobani", lon: 38.3512, lat: 36.8912 },
      { name: "Kobani" },
    ];
    const claims = values.map((value, i) => ({ id: `c${i}`, field: "when", value })) as Claim[];
    const { incidents } = redactIncidents({ incidents: [{ id: "a", title: "A", where, claims }] }, { radiusM: 20_000 });
    expect(incidents[0]?.claims?.map(({ value }) => value)).toEqual(values.slice(0, 3));
  });

  it("are counted as having lost a text only where one had to go", () => {
    const where = { name: "Tal Abyad", lon: 38.95, lat: 36.7, precision: "settlement" as const };
    const incidents = [
      { id: "a", title: "A convoy leaves Tal Abyad", where },
      { id: "b", title: "A convoy arrives", summary: "At noon." },
    ];
    expect(redactIncidents({ incidents }, { radiusM: 20_000 }).redaction.texts).toBe(1);
  });

  it.each([
    ["a name of two words", "Tal Abyad", "A convoy left TAL  ABYAD at noon."],
    ["a name in a script without blanks", "喀什", "车队从喀什出发。"],
  ])("tell %s neither in the text of another record", (_, name, summary) => {
    const place = { lon: 38.95, lat: 36.69, name };
    const records: Incident[] = [
      { id: "a", title: "A", where: place },
      { id: "b", title: "B", summary },
      { id: "c", title: "C", summary: "A convoy left." },
      { id: "d", title: "D", where: { ...place, name: "Tadef" } },
    ];
    const { incidents } = redactIncidents({ incidents: records }, { radiusM: 20_000 });
    expect(incidents.map((incident) => incident.summary)).toEqual([undefined, undefined, "A convoy left.", undefined]);
  });

  it("tell a hidden name not even as the name of a column", () => {
    const record: Incident = { id: "a", title: "A", actors: [{ name: "John Roe" }], extra: { "John Roe": 3, side: 1 } };
    const { incidents } = redactIncidents({ incidents: [record] }, { fields: ["actors"] });
    expect(incidents[0]?.extra).toEqual({ side: 1 });
  });

  it("keep nothing of an id that was made from the hidden content", () => {
    const csv = "title,date,lat,lon\nA,2022-02-02,24.4512,54.3712\n";
    const plain = readIncidents(csv).incidents[0]?.id;
    const { incidents } = readIncidents(csv, { redact: { radiusM: 5000 } });
    expect([plain?.[0], incidents[0]?.id]).toEqual(["x", "r1"]);
  });

  it("lose the fields that are named, and the claims about them", () => {
    const { incidents, redaction } = redactIncidents(
      { incidents: [base] },
      { fields: ["summary", "actors.perpetrator", "figures.killed", "extra.phone", "where.geometry"] },
    );
    const [record] = incidents;
    expect(record).not.toHaveProperty("summary");
    expect(record?.actors).toEqual([{ name: "Government", role: "target" }]);
    expect(record?.figures).toEqual([]);
    expect(record?.claims?.map(({ id }) => id)).not.toContain("c3");
    expect(JSON.stringify(record)).not.toContain(SECRET.phone);
    expect(redaction.fields).toEqual({
      summary: 1,
      "actors.perpetrator": 1,
      "figures.killed": 1,
      "extra.phone": 1,
      "where.geometry": 1,
    });
  });

  it("lose people, texts and everything finer than a settlement when they are personal", () => {
    const personal: Incident = {
      ...base,
      id: "mariamqux",
      title: `${SECRET.person} was detained`,
      actors: [
        { name: SECRET.person, role: "victim" },
        { name: "Government", role: "perpetrator" },
      ],
      sensitivity: "personal",
    };
    const other: Incident = { ...second, summary: `${SECRET.person} spoke there.` };
    const { incidents, redaction } = redactIncidents({ incidents: [personal, other] }, {});
    const all = everything(incidents, {});
    for (const text of ["mariamqux", "haddadqux", SECRET.phone, ...SOUGHT.slice(0, 4)]) expect(all).not.toContain(text);
    expect(redaction.personal).toBe(1);
    expect(incidents[0]).toMatchObject({ kind: "Shelling", sensitivity: "personal", where: { obscured: true } });
  });

  it("do not change the input", () => {
    const frozen = JSON.stringify(input);
    redactIncidents(input, { radiusM: 1000, fields: ["actors", "summary"], aggregateBelow: 2 });
    expect(JSON.stringify(input)).toBe(frozen);
  });
});
