import { atlos } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { codes, expectMutationsToHold, readAuto } from "./layout-laws.ts";

const HEADER =
  "slug,inserted_at,updated_at,latitude,longitude,status,description,date,time,tags,sensitive,type,equipment,more_info,geolocation_resolution,source_1,source_2,Unit";
const rows = [
  `CIV-AB12CD,2023-01-05 10:00:00,2023-02-01 09:00:00,'-34.6,'-58.38,Completed,Strike on a bridge,2022-11-03,14:05:00,"bridge, river",Not Sensitive,Military Activity,Artillery,"Two posts, one video",Exact,https://example.org/1,https://example.org/2,3rd`,
  "CIV-AB12CE,2023-01-05,2023-02-01,50.1,30.2,Cancelled,Smoke over town,2022-11-04,,,Graphic Violence,,,,Vicinity,,,",
  'CIV-AB12CF,2023-01-05,2023-02-01,50.1,30.2,In Progress,Column on a road,,,,"Graphic Violence, Personal Information Visible",,,,Locality,,,',
  "CIV-AB12CG,2023-01-05,2023-02-01,50.1,30.2,Unclaimed,Unclear,,,,Deceptive or Misleading,,,,Somewhere,,,",
  "CIV-AB12CH,2023-01-05,2023-02-01,,,Unclaimed,Not found yet,,,,,,,,Exact,,,",
];
const csv = `${[HEADER, ...rows].join("\n")}\n`;
const titled = csv.replace(
  HEADER,
  "Slug,Inserted At,Updated At,Latitude,Longitude,Status,Description,Date,Time,Tags,Sensitive,Type,Equipment,More Info,Geolocation Resolution,Source 1,Source 2,Unit",
);

describe("atlos", () => {
  it("reads every code of the resolution as the metres its publisher states", () => {
    const result = readAuto(csv);
    expect(result.report.format).toBe("atlos");
    expect(result.report.rows).toEqual({ read: 5, kept: 5, changed: 1, undated: 3, unplaced: 1, rejected: 0 });
    const places = result.incidents.map(({ where }) => [where?.precision, where?.radiusM, where?.basis]);
    expect(places).toEqual([
      ["exact", 10, "codebook"],
      ["exact", 100, "codebook"],
      ["settlement", 1000, "codebook"],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    expect(codes(result)).toContain("atlos/resolution");
  });

  it("takes the apostrophe off coordinates and keeps the state of the work out of the status", () => {
    const [first] = readAuto(csv).incidents;
    expect(first).toEqual({
      id: "CIV-AB12CD",
      title: "Strike on a bridge",
      summary: "Two posts, one video",
      category: "Military Activity",
      when: { edtf: "2022-11-03T14:05:00" },
      where: { lat: -34.6, lon: -58.38, precision: "exact", radiusM: 10, basis: "codebook" },
      sensitivity: "none",
      sources: ["https://example.org/1", "https://example.org/2"],
      tags: ["bridge", "river"],
      extra: {
        inserted_at: "2023-01-05 10:00:00",
        updated_at: "2023-02-01 09:00:00",
        status: "Completed",
        sensitive: "Not Sensitive",
        equipment: "Artillery",
        Unit: "3rd",
      },
    });
  });

  it("covers what its publisher marks, the strictest word first", () => {
    expect(readAuto(csv).incidents.map(({ sensitivity }) => sensitivity)).toEqual([
      "none",
      "graphic",
      "personal",
      undefined,
      undefined,
    ]);
  });

  it("reads headers written as titles alike", () => {
    const result = readAuto(titled);
    expect(result.report.format).toBe("atlos");
    expect(result.incidents.map(({ extra: _, ...rest }) => rest)).toEqual(
      readAuto(csv).incidents.map(({ extra: _, ...rest }) => rest),
    );
  });

  it("neither throws nor loses count on mutated bytes", () => {
    expectMutationsToHold(atlos, [`${HEADER}\n${rows[0]}\n${rows[2]}\n`]);
  });
});
