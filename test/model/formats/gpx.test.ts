import { gpx } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { codes, expectMutationsToHold, readAuto } from "./layout-laws.ts";

const file = `<?xml version="1.0"?>
<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
<metadata><name>Field trip</name><desc>Two days</desc></metadata>
<wpt lat="24.45" lon="54.37"><ele>12.5</ele><time>2022-02-02T10:30:00Z</time><name>Crater</name><desc>North wall</desc><type>Impact</type><sym>Flag</sym><link href="https://example.org/p.jpg"><text>photo</text></link></wpt>
<wpt lat="24.46" lon="54.38"><time>2022-02-02T11:00:00</time><name>No zone</name></wpt>
<wpt lat="0" lon="0"><name>Nowhere</name></wpt>
<wpt lat="x"><name>Broken</name><time>later</time></wpt>
<rte><name>Road</name><rtept lat="1" lon="2"/><rtept lat="3" lon="4"/></rte>
<trk><name>Walk</name><trkseg><trkpt lat="1" lon="2"><time>2022-02-02T10:00:00Z</time></trkpt><trkpt lat="1.5" lon="2.5"/><trkpt lat="3" lon="4"><time>2022-02-02T12:00:00Z</time></trkpt></trkseg></trk>
</gpx>`;

describe("gpx", () => {
  it("reads waypoints, routes and tracks; time is UTC", () => {
    const result = readAuto(file);
    expect(result.report.format).toBe("gpx");
    expect([result.title, result.description]).toEqual(["Field trip", "Two days"]);
    expect(result.report.rows).toMatchObject({ read: 6, kept: 6, undated: 3, unplaced: 2 });
    expect(result.incidents[0]).toMatchObject({
      title: "Crater",
      summary: "North wall",
      category: "Impact",
      when: { edtf: "2022-02-02T10:30:00Z" },
      where: { lon: 54.37, lat: 24.45, precision: "exact" },
      sources: ["https://example.org/p.jpg"],
      extra: { elevationM: 12.5, symbol: "Flag" },
    });
    expect(result.incidents[1]?.when).toEqual({ edtf: "2022-02-02T11:00:00Z" });
    expect(result.incidents[4]?.where).toMatchObject({ precision: "line" });
    expect(result.incidents[5]).toMatchObject({
      title: "Walk",
      when: { edtf: "2022-02-02T10:00:00Z/2022-02-02T12:00:00Z", span: "throughout" },
      where: {
        geometry: {
          type: "LineString",
          coordinates: [
            [2, 1],
            [2.5, 1.5],
            [4, 3],
          ],
        },
      },
    });
    expect(codes(result)).toEqual(expect.arrayContaining(["time/syntax", "place/null-island", "place/not-a-number"]));
  });

  it("joins several segments and takes a lone point as a point", () => {
    const seg = (...points: string[]) =>
      `<trkseg>${points.map((p) => `<trkpt lat="${p}" lon="5"/>`).join("")}</trkseg>`;
    const two = readAuto(`<gpx><trk>${seg("1", "2")}${seg("3", "4")}</trk><trk>${seg("1")}</trk></gpx>`);
    expect(two.incidents[0]?.where?.geometry?.type).toBe("MultiLineString");
    expect(two.incidents[1]?.where).toEqual({ lon: 5, lat: 1 });
  });

  it("neither throws nor loses count on mutated bytes", () => {
    expectMutationsToHold(gpx, [file.replace(/<wpt lat="24.46"[\s\S]*<rte>/, "<rte>")]);
  });
});
