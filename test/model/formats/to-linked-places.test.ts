import { type Incident, readIncidents, spansOfWhen, type When } from "@whenwhere/model";
import { linkedPlaces, toLinkedPlaces } from "@whenwhere/model/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";
import { incidents } from "../read/incident-arbitrary.ts";

const back = (records: readonly Incident[], parts = {}) =>
  readIncidents(toLinkedPlaces(records, parts).text, { format: linkedPlaces });
const dated = (when: When): Incident => ({ id: "a", title: "A", when });
const spanCodes = ({ issues }: ReturnType<typeof toLinkedPlaces>) =>
  issues.filter(({ field }) => field === "when.edtf").map(({ code }) => code);

describe("toLinkedPlaces", () => {
  it.each<[When, unknown, boolean]>([
    [{ edtf: "2022-02-02" }, [{ start: { in: "2022-02-02" } }], true],
    [{ edtf: "2022-02" }, [{ start: { in: "2022-02" } }], true],
    [{ edtf: "2022", span: "throughout" }, [{ start: { in: "2022" }, end: { in: "2022" } }], true],
    [{ edtf: "2022-02-01/2022-02-05" }, [{ start: { earliest: "2022-02-01", latest: "2022-02-05" } }], true],
    [
      { edtf: "2022-02/2022-03-05", span: "throughout" },
      [{ start: { in: "2022-02" }, end: { in: "2022-03-05" } }],
      true,
    ],
    [{ edtf: "[..2022-02-02]" }, [{ start: { latest: "2022-02-02" } }], true],
    [{ edtf: "2021-21" }, [{ start: { earliest: "2021-03-01", latest: "2021-05-31" } }], true],
    [{ edtf: "{2021,2023}", span: "series", count: 2 }, [{ start: { in: "2021" } }, { start: { in: "2023" } }], true],
    [{ edtf: "2022-13" }, undefined, false],
    [{ edtf: "2020/2022", span: "series" }, [{ start: { in: "2020" }, end: { in: "2022" } }], false],
    [
      { edtf: "2022-02-01~/2022-02-05", span: "throughout" },
      [{ start: { in: "2022-02-01" }, end: { in: "2022-02-05" } }],
      false,
    ],
    [{ edtf: "[2021,2023]" }, [{ start: { earliest: "2021-01-01", latest: "2023-12-31" } }], true],
  ])("writes %j as timespans", (when, timespans, isExact) => {
    const written = toLinkedPlaces([dated(when)]);
    const member = (JSON.parse(written.text) as { features: { when: { timespans: unknown } }[] }).features[0]?.when;
    expect(member?.timespans).toEqual(timespans);
    expect(spanCodes(written)).toEqual(isExact ? [] : ["write/approximated"]);
  });

  it("gives doubt back: approximate and uncertain dates keep their marks", () => {
    for (const edtf of ["2022-02~", "2022-02-02?"])
      expect(back([dated({ edtf })]).incidents[0]?.when).toEqual({ edtf });
  });

  it("gives back ids, texts and places, and each date's spans unless an issue says otherwise", () => {
    fc.assert(
      fc.property(incidents, (records) => {
        const written = toLinkedPlaces(records);
        const result = readIncidents(written.text, { format: linkedPlaces });
        const told = new Set(written.issues.filter(({ code }) => code === "write/approximated").map(({ row }) => row));
        expect(result.incidents.map(carriedOf)).toEqual(records.map(carriedOf));
        records.forEach(({ when }, i) => {
          if (told.has(i + 1)) return;
          const spans = spansOfWhen({ ...when, zone: null }).spans;
          expect(spansOfWhen(result.incidents[i]?.when).spans).toEqual(spans);
        });
      }),
      { numRuns: fullRuns(200, 40), seed: 5 },
    );
  });

  it("tells every field that it cannot carry, and keeps the title page", () => {
    const record: Incident = {
      id: "a",
      title: "A",
      status: "alleged",
      where: { lon: 98, lat: 22, precision: "province", radiusM: 5 },
    };
    const written = toLinkedPlaces([record], { title: "T", description: "D", license: "CC0-1.0" });
    expect(written.issues.map(({ field }) => field)).toEqual([
      "status",
      "where.precision",
      "where.radiusM",
      "where.lon",
    ]);
    expect(back([record], { title: "T", description: "D", license: "CC0-1.0" })).toMatchObject({
      title: "T",
      description: "D",
      license: "CC0-1.0",
    });
  });
});

function carriedOf({ id, title, summary, category, tags, where }: Incident): unknown {
  const point = where?.precision === "province" || where?.lon == null ? undefined : [where.lon, where.lat];
  const labels =
    category === undefined ? { category: tags?.[0], tags: tags?.slice(1) ?? [] } : { category, tags: tags ?? [] };
  return { id, title, summary, ...labels, point };
}
