import {
  type Incident,
  loadIncidents,
  type RedactOptions,
  readIncidents,
  redactIncidents,
  type WhenWhereError,
} from "@whenwhere/model";
import { presets } from "@whenwhere/model/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";

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

  it("know that a whole month lies in its month, as its days do", () => {
    const incidents = [at(1, "2022-01"), at(2, "2022-01-15")];
    const { incidents: shown } = redactIncidents({ incidents }, { aggregateBelow: 2 });
    expect(shown.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("add up the counts of series, and say at least where one of them is not told or is a least number", () => {
    const joined = (...whens: Incident["when"][]) => {
      const incidents = whens.map((when, n) => at(n, "", when === undefined ? {} : { when }));
      return redactIncidents({ incidents }, { aggregateBelow: 2 }).incidents[0];
    };
    const [one, seven] = [{ edtf: "2022-01-01" }, { edtf: "2022-02", span: "series", count: 7 } as const];
    expect(joined(one, seven)).toMatchObject({ title: "8 incidents, A", when: { count: 8 } });
    expect(joined(one, seven)?.when).not.toHaveProperty("countAtLeast");
    for (const other of [
      { ...seven, countAtLeast: true },
      { ...seven, count: null },
    ]) {
      const count = 1 + (other.count ?? 1);
      const title = `At least ${count} incidents, A`;
      expect(joined(one, other)).toMatchObject({ title, when: { count, countAtLeast: true } });
    }
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
    [{ radius: 5 }, "redact/option-unknown"],
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
    const degrees = (most: number) => fc.integer({ min: -most * 1e4, max: most * 1e4 }).map((n) => (n * 10 + 7) / 1e5);
    const record = fc.record({
      name,
      lon: degrees(179),
      lat: degrees(80),
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
        // The middle of a cell may have the digits of a place by chance. redact-places.test.ts holds positions to their cells.
        const position = new Set(["lon", "lat"]);
        const all = JSON.stringify(shown, (key, value) => (position.has(key) ? null : value)).toLowerCase();
        for (const { name, lon, lat } of rows) {
          expect(all).not.toContain(name);
          for (const degrees of [lon, lat]) expect(all).not.toContain(String(Math.abs(degrees)));
        }
      }),
      { numRuns: fullRuns(1000) },
    );
  });
});
