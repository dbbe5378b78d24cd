import { type Incident, readIncidents, toCollection, toCSV, toGeoJSON } from "@whenwhere/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";
import { incidents } from "./incident-arbitrary.ts";

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const told = ["source/unknown-key", "relation/unknown-id", "table/columns"];
const faults = (issues: readonly { code: string }[]) =>
  issues.map(({ code }) => code).filter((code) => !told.includes(code));

/** Null and absent are one in a CSV cell. */
function withoutNulls(record: Incident): unknown {
  return JSON.parse(JSON.stringify(record), (_key, value: unknown) => (value === null ? undefined : value));
}

describe("writers", () => {
  it("give back the same records through collection JSON", () => {
    fc.assert(
      fc.property(incidents, (records) => {
        const result = readIncidents(JSON.stringify(toCollection(records)));
        expect(plain(result.incidents)).toEqual(plain(records));
        expect(faults(result.issues)).toEqual([]);
      }),
      { numRuns: fullRuns(200, 40), seed: 1 },
    );
  });

  it("give back the same records through GeoJSON", () => {
    fc.assert(
      fc.property(incidents, (records) => {
        const result = readIncidents(JSON.stringify(toGeoJSON(records)));
        expect(plain(result.incidents)).toEqual(plain(records));
        expect(faults(result.issues)).toEqual([]);
      }),
      { numRuns: fullRuns(200, 40), seed: 2 },
    );
  });

  it.each(["data", "spreadsheet"] as const)("give back the same records through CSV in mode %s", (mode) => {
    fc.assert(
      fc.property(incidents, (records) => {
        const result = readIncidents(toCSV(records, { mode }), { format: "csv" });
        expect(result.incidents.map(withoutNulls)).toEqual(records.map(withoutNulls));
        expect(faults(result.issues)).toEqual([]);
      }),
      { numRuns: fullRuns(200, 40), seed: 3 },
    );
  });

  it("give back a rival date of which only its words could be read", () => {
    const claims = [{ id: "c1", field: "when", value: { edtf: "2022-02-30", zone: "Asia/Dubai" } }];
    const read = readIncidents(JSON.stringify([{ id: "a", title: "A", claims }]));
    expect(faults(read.issues)).toEqual(["time/syntax"]);
    const label = { zone: "Asia/Dubai", label: "2022-02-30" };
    expect(read.incidents[0]?.claims).toEqual([{ ...claims[0], value: label }]);
    for (const text of [JSON.stringify(toCollection(read.incidents)), toCSV(read.incidents)]) {
      const back = readIncidents(text);
      expect(back.incidents).toEqual(read.incidents);
      expect(faults(back.issues)).toEqual([]);
    }
  });

  it("refuse what was read as a whole, and name the list in it", () => {
    const read = readIncidents([{ id: "a", title: "A" }]) as unknown as Incident[];
    expect(() => toCSV(read)).toThrow("toCSV got an object, not records. Give its `incidents`.");
    expect(() => toGeoJSON({} as Incident[])).toThrow(/Give a list of incidents/);
  });

  it("escape formulas by the type of the column, so that a longitude of -33.87 stays a number", () => {
    const records = [{ id: "-1", title: "=HYPERLINK(1)", where: { name: "@x", lon: 151.2, lat: -33.87 } }];
    expect(toCSV(records, { mode: "spreadsheet" })).toBe(
      "\ufeffid,title,edtf,place,lon,lat\n'-1,'=HYPERLINK(1),,'@x,151.2,-33.87\n",
    );
    expect(toCSV(records)).toBe("id,title,edtf,place,lon,lat\n-1,=HYPERLINK(1),,@x,151.2,-33.87\n");
  });

  it.each([..."=+-@\t\r\n＝＋－＠"])(
    "escape a text that begins with %j, which a spreadsheet may run as a formula",
    (sign) => {
      const text = `${sign}1+1`;
      const lines = (mode: "data" | "spreadsheet"): string => toCSV([{ id: "a", title: text }], { mode });
      expect(lines("spreadsheet")).toContain(`'${text}`);
      expect(lines("data")).not.toContain("'");
      // What looks like a guard already gets another, so that reading takes off only ours.
      expect(toCSV([{ id: "a", title: `'${text}` }])).toContain(`''${text}`);
    },
  );

  it("escape a text that slipped into a column of numbers", () => {
    const where = { name: "A", lon: "=1+1" as unknown as number, lat: 2 };
    expect(toCSV([{ id: "a", title: "A", where }], { mode: "spreadsheet" })).toContain("'=1+1");
  });

  it("write the meaning of a date beside its count, which says nothing without it", () => {
    expect(toCSV([{ id: "a", title: "A", when: { edtf: "2022", count: 3 } }])).toBe(
      "id,title,edtf,span,count,place,lon,lat\na,A,2022,within,3,,,\n",
    );
  });

  it("write no point for a place known only as an area, unless asked", () => {
    const records: Incident[] = [
      { id: "a", title: "A", where: { name: "Shan State", lon: 98, lat: 22, precision: "province" } },
    ];
    expect(toGeoJSON(records).features[0]?.geometry).toBeNull();
    expect(toGeoJSON(records, { representativePoints: "point" }).features[0]?.geometry).toEqual({
      type: "Point",
      coordinates: [98, 22],
    });
  });

  it("write timespans that other tools read: a moment within bounds, a happening between ends", () => {
    const timespans = (when: Incident["when"]) =>
      toGeoJSON([{ id: "a", title: "A", ...(when === undefined ? {} : { when }) }]).features[0]?.when?.timespans;
    expect(timespans({ edtf: "2022-02-02" })).toEqual([{ start: { in: "2022-02-02" } }]);
    expect(timespans({ edtf: "2022-02" })).toEqual([{ start: { earliest: "2022-02-01", latest: "2022-02-28" } }]);
    expect(timespans({ edtf: "[..2022-02-02]" })).toEqual([{ start: { latest: "2022-02-02" } }]);
    expect(timespans({ edtf: "2022-02-01/2022-02-05", span: "throughout" })).toEqual([
      { start: { in: "2022-02-01" }, end: { in: "2022-02-05" } },
    ]);
  });
});
