import { readIncidents } from "@whenwhere/model";
import { bellingcat } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { codes, expectMutationsToHold, readAuto } from "./layout-laws.ts";

const record = (more: object = {}) => ({
  id: "CIV0001",
  date: "02/24/2022",
  latitude: "49.85005",
  longitude: "36.65291",
  location: " Chuhuiv, Kharkiv Oblast ",
  description: "Residential building hit",
  sources: [
    { id: "S1", path: "https://example.org/post/1,2", description: "Post with video" },
    { id: "S2", path: "", description: "Seen on site" },
  ],
  filters: [
    { key: "Type of area affected", value: "Residential" },
    { key: "Weapon System", value: "Cluster munitions" },
  ],
  ...more,
});
const json = JSON.stringify([
  record(),
  record({ id: "CIV0002", date: "03/05/2022", sources: [], filters: [] }),
  record({ id: "CIV0001", description: "Another with a used id" }),
]);
const csv =
  "id,date,latitude,longitude,location,description,sources,filters\n" +
  'CIV0001,2/24/2022,49.85005,36.65291,Chuhuiv,Building hit,"https://example.org/a,b,https://example.org/c",Residential\n';

describe("bellingcat", () => {
  it("reads the export: month first, within 150 m, blurred on purpose", () => {
    const result = readAuto(json);
    expect(result.report.format).toBe("bellingcat");
    expect(result.report.rows).toEqual({ read: 3, kept: 3, changed: 1, undated: 0, unplaced: 0, rejected: 0 });
    expect(result.incidents[0]).toEqual({
      id: "CIV0001",
      title: "Residential building hit",
      summary: "Residential building hit",
      category: "Residential",
      kind: "Cluster munitions",
      when: { edtf: "2022-02-24" },
      where: {
        name: "Chuhuiv, Kharkiv Oblast",
        lat: 49.85005,
        lon: 36.65291,
        precision: "exact",
        radiusM: 150,
        basis: "codebook",
        obscured: true,
      },
      tags: ["Type of area affected: Residential", "Weapon System: Cluster munitions"],
      sources: ["https://example.org/post/1,2", "S2"],
    });
    expect(result.sources).toEqual({
      "https://example.org/post/1,2": { title: "Post with video", url: "https://example.org/post/1,2" },
      S2: { title: "Seen on site" },
    });
    expect(result.incidents[1]?.when?.edtf).toBe("2022-03-05");
    expect(result.incidents[2]?.id).toBe("CIV0001-2");
    expect(codes(result)).toEqual(expect.arrayContaining(["bellingcat/no-source", "record/duplicate-id"]));
  });

  it("reads the CSV, in which addresses with commas are joined by commas", () => {
    const result = readAuto(csv);
    expect(result.report.format).toBe("bellingcat");
    expect(result.incidents[0]).toMatchObject({
      when: { edtf: "2022-02-24" },
      where: { radiusM: 150, obscured: true },
      sources: ["https://example.org/a,b", "https://example.org/c"],
      tags: ["Residential"],
    });
  });

  it("says a date that does not fit month, day, year and puts no radius where there is no point", () => {
    const result = readAuto(JSON.stringify([record({ date: "24/02/2022", latitude: "", longitude: "" })]));
    expect(codes(result)).toContain("time/order-conflict");
    expect(result.incidents[0]?.where).toEqual({ name: "Chuhuiv, Kharkiv Oblast" });
    expect(result.report.rows).toMatchObject({ undated: 1, unplaced: 1 });
  });

  it("refuses another shape of JSON in words", () => {
    expect(codes(readIncidents('{"a": 1}', { format: bellingcat }))).toContain("input/shape");
  });

  it("neither throws nor loses count on mutated bytes", () => {
    expectMutationsToHold(bellingcat, [JSON.stringify([record()]), csv]);
  });
});
