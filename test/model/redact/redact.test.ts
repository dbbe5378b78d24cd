import {
  columnsOf,
  type Incident,
  loadIncidents,
  type RedactOptions,
  readIncidents,
  redactIncidents,
  toCollection,
  toCSV,
  toGeoJSON,
  type WhenWhereError,
} from "@whenwhere/model";
import { presets, toICalendar, toKML, toLinkedPlaces, toTimelineJS } from "@whenwhere/model/formats";
import { createStore, encodeState, packStore } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";

/** Metres along the great circle. */
function metres(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}

const only = (where: Incident["where"], options: RedactOptions): NonNullable<Incident["where"]> =>
  redactIncidents({ incidents: [{ id: "a", title: "t", ...(where === undefined ? {} : { where }) }] }, options)
    .incidents[0]?.where as NonNullable<Incident["where"]>;

const lonLat = fc.record({
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
});
const radius = fc.double({ min: 100, max: 500_000, noNaN: true });

describe("the grid of redacted places", () => {
  it("draws at the middle of a cell, whose circle covers all that the place covered", () => {
    fc.assert(
      fc.property(lonLat, radius, fc.integer({ min: 0, max: 90_000 }), (point, radiusM, ownM) => {
        fc.pre(point.lon !== 0 || point.lat !== 0);
        const where = only({ ...point, ...(ownM > 0 ? { radiusM: ownM } : {}) }, { radiusM });
        const { lon = Number.NaN, lat = Number.NaN } = where;
        const away = metres(point, { lon: lon as number, lat: lat as number });
        expect(away).toBeLessThanOrEqual(radiusM);
        expect(away + ownM).toBeLessThanOrEqual(where.radiusM as number);
        expect(where).toMatchObject({ obscured: true });
        expect([lon, lat]).not.toEqual([0, 0]);
      }),
      { numRuns: fullRuns(3000) },
    );
  });

  it("gives the same answer, byte for byte, for every point that has the same middle", () => {
    fc.assert(
      fc.property(
        lonLat,
        radius,
        fc.array(fc.tuple(fc.double({ min: -1, max: 1 }), fc.double({ min: -1, max: 1 })), { maxLength: 20 }),
        (point, radiusM, moves) => {
          const step = radiusM / 100_000;
          const answers = new Map<string, string>();
          for (const [dx, dy] of [[0, 0], ...moves] as [number, number][]) {
            const lon = Math.max(-180, Math.min(180, point.lon + (dx || 0) * step));
            const lat = Math.max(-90, Math.min(90, point.lat + (dy || 0) * step));
            const where = only({ lon, lat, name: "Here" }, { radiusM });
            const key = `${where.lon},${where.lat}`;
            const text = JSON.stringify(where);
            expect(answers.get(key) ?? text).toBe(text);
            answers.set(key, text);
          }
        },
      ),
      { numRuns: fullRuns(1000) },
    );
  });

  it("covers a geometry and gives back none", () => {
    const ring = [
      [44, 15],
      [45, 15],
      [45, 16],
      [44, 15],
    ];
    const where = only({ geometry: { type: "Polygon", coordinates: [ring] } }, { radiusM: 10_000 });
    expect(where).not.toHaveProperty("geometry");
    for (const [lon = 0, lat = 0] of ring) {
      expect(metres({ lon, lat }, { lon: where.lon as number, lat: where.lat as number })).toBeLessThan(
        where.radiusM as number,
      );
    }
  });

  it.each([
    [1_000, { name: "Tadef", admin1: "Aleppo", country: "SY" }],
    [20_000, { admin1: "Aleppo", country: "SY" }],
    [200_000, { country: "SY" }],
    [900_000, {}],
  ])("keeps of a settlement's names those that are no finer than %d m", (radiusM, names) => {
    const where = only({ name: "Tadef", lon: 37.72, lat: 36.35, admin1: "Aleppo", country: "SY" }, { radiusM });
    const { name, admin1, country } = where;
    expect(JSON.parse(JSON.stringify({ name, admin1, country }))).toEqual(names);
  });
});

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
  const numbers = Object.values(columns).flatMap((column) =>
    ArrayBuffer.isView(column) ? [...(column as Float64Array)] : [],
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

describe("small groups", () => {
  const at = (id: number, edtf: string, more: Partial<Incident> = {}): Incident => ({
    id: String(id),
    title: `n${id}`,
    category: "A",
    when: { edtf },
    where: { lon: 10.5, lat: 20.5, country: "SY" },
    ...more,
  });

  it("are joined into a series record with its count, larger ones stay", () => {
    const incidents = [
      ...[1, 2, 3].map((n) => at(n, `2022-01-0${n}`)),
      at(4, "2022-02-01"),
      at(5, "2022-03-01"),
      at(6, "2022-04-01"),
    ];
    const { incidents: shown, redaction } = redactIncidents({ incidents }, { aggregateBelow: 3 });
    expect(shown.map(({ id }) => id)).toEqual(["1", "2", "3", "joined-1"]);
    expect(shown[3]).toMatchObject({
      title: "3 incidents, A",
      when: { edtf: "2022", span: "series", count: 3 },
      where: { lon: 10.5, lat: 20.5 },
    });
    expect(redaction).toMatchObject({ joined: { records: 3, into: 1 }, withheld: 0 });
  });

  it("are withheld and counted when they stay too small, and an allegation never joins a fact", () => {
    const incidents = [at(1, "2022-01-01"), at(2, "2022-01-01", { status: "alleged" })];
    const { incidents: shown, redaction } = redactIncidents({ incidents }, { aggregateBelow: 2 });
    expect([shown.length, redaction.withheld]).toEqual([0, 2]);
  });

  it("are never seen, and every record is shown, joined or withheld", () => {
    const record = fc.record({
      month: fc.integer({ min: 1, max: 3 }),
      year: fc.constantFrom(2020, 2021, null),
      category: fc.constantFrom("A", "B", undefined),
      status: fc.constantFrom("happened", "alleged", undefined) as fc.Arbitrary<Incident["status"]>,
      lon: fc.constantFrom(10.1, 10.11, 30.5, null),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 40 }), fc.integer({ min: 2, max: 6 }), (rows, least) => {
        const incidents = rows.map(
          ({ month, year, category, status, lon }, i): Incident => ({
            id: `${i}`,
            title: "t",
            ...(category === undefined ? {} : { category }),
            ...(status === undefined ? {} : { status }),
            ...(year === null ? {} : { when: { edtf: `${year}-0${month}-01` } }),
            ...(lon === null ? {} : { where: { lon, lat: 5.5, country: lon < 20 ? "SY" : "MM" } }),
          }),
        );
        const { incidents: shown, redaction } = redactIncidents(
          { incidents },
          { radiusM: 20_000, aggregateBelow: least },
        );
        const groups = new Map<string, number>();
        let counted = 0;
        for (const { id, category, status, when, where } of shown) {
          const count = when?.span === "series" ? (when.count ?? 0) : 1;
          counted += count;
          if (id.startsWith("joined-")) expect(count).toBeGreaterThanOrEqual(least);
          else {
            const key = [category, status ?? "happened", when?.edtf?.slice(0, 7), where?.lon].join();
            groups.set(key, (groups.get(key) ?? 0) + 1);
          }
        }
        for (const size of groups.values()) expect(size).toBeGreaterThanOrEqual(least);
        expect(counted + redaction.withheld).toBe(incidents.length);
      }),
      { numRuns: fullRuns(1000) },
    );
  });
});

describe("redaction while reading", () => {
  const acled =
    "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n" +
    'SYR1,2023-02-16,2023,1,Battles,Armed clash,Military Forces of Syria,Syria,Aleppo,Tadefqux,36.34527,37.71938,1,SANA,"On 16 February, clashes in Tadefqux.",3,1676900000\n' +
    'SYR2,soon,2023,1,Battles,Armed clash,Military Forces of Syria,Syria,Aleppo,Tadefqux,136.34527,37.71938,1,SANA,"Clashes.",0,1676900000\n';

  it.each([
    ["readIncidents", async () => readIncidents(acled, { readers: presets, redact: { radiusM: 25_000 } })],
    ["loadIncidents", () => loadIncidents(new TextEncoder().encode(acled), { redact: { radiusM: 25_000 } })],
  ])("%s gives neither records nor issues that tell", async (_, read) => {
    const result = await read();
    const text = JSON.stringify(result).toLowerCase();
    for (const sought of ["tadefqux", "36.34", "37.71"]) expect(text).not.toContain(sought);
    expect(result.report.format).toBe("acled");
    expect(result.report.issues.length).toBeGreaterThan(0);
    expect(result.report.redaction?.records).toEqual({ before: 2, after: 2 });
    expect(result.incidents[0]).toMatchObject({ id: "SYR1", title: "Armed clash, Aleppo" });
  });

  it.each<[object, string]>([
    [{ radiusM: 0 }, "redact/radius"],
    [{ radiusM: Number.NaN }, "redact/radius"],
    [{ fields: ["wherre"] }, "redact/fields"],
    [{ fields: ["status"] }, "redact/fields"],
    [{ fields: ["where.precision"] }, "redact/fields"],
    [{ fields: ["extra."] }, "redact/fields"],
    [{ aggregateBelow: 1 }, "redact/aggregate"],
    [{ radius: 5 }, "redact/option"],
  ])("refuses %j as a wrong call", (options, code) => {
    const error = (() => {
      try {
        readIncidents("title\nA\n", { redact: options as RedactOptions });
        return null;
      } catch (thrown) {
        return thrown as WhenWhereError;
      }
    })();
    expect(error?.code).toBe(code);
  });

  it("never throws on odd data and never lets a seeded name or coordinate through", () => {
    const name = fc.stringMatching(/^[a-z]{5,9}zz$/);
    const record = fc.record({
      name,
      lon: fc
        .double({ min: -179, max: 179, noNaN: true })
        .map((n) => Number((Math.trunc(n * 1e4) / 1e4 + 0.00007).toFixed(5))),
      lat: fc
        .double({ min: -80, max: 80, noNaN: true })
        .map((n) => Number((Math.trunc(n * 1e4) / 1e4 + 0.00007).toFixed(5))),
      glue: fc.constantFrom(" in ", ", ", " (", "-", "\n", " AT "),
      spot: fc.constantFrom("title", "summary", "note", "tag", "actor", "label", "extra", "source", "id", "claim"),
    });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), (rows) => {
        const incidents = rows.map(({ name, lon, lat, glue, spot }, i): Incident => {
          const text = `Attack${glue}${name.toUpperCase()} at ${lat}, ${lon}`;
          return {
            id: spot === "id" ? `${i}-${name}` : `${i}`,
            title: spot === "title" ? text : "Attack",
            where: { name, lon, lat },
            ...(spot === "summary" ? { summary: text } : {}),
            ...(spot === "note" ? { note: text } : {}),
            ...(spot === "tag" ? { tags: [text] } : {}),
            ...(spot === "actor" ? { actors: [{ name: text }] } : {}),
            ...(spot === "label" ? { when: { edtf: "2022", label: text } } : {}),
            ...(spot === "extra" ? { extra: { [name]: [text] } } : {}),
            ...(spot === "source" ? { sources: [text] } : {}),
            ...(spot === "claim" ? { claims: [{ id: "c", field: "cause", value: text }] } : {}),
          };
        });
        const { incidents: shown } = redactIncidents({ incidents }, { radiusM: 30_000 });
        const all = JSON.stringify(shown).toLowerCase();
        for (const { name, lon, lat } of rows) {
          expect(all).not.toContain(name);
          for (const degrees of [lon, lat]) expect(all).not.toContain(String(Math.abs(degrees)));
        }
      }),
      { numRuns: fullRuns(1000) },
    );
  });
});
