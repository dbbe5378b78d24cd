import { readIncidents } from "@whenwhere/model";
import { kml } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { brokenLaws, codes, expectMutationsToHold, readAuto } from "./layout-laws.ts";

const document = (placemarks: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>
<name>Strikes &amp; marches</name><description><![CDATA[<b>Bold</b> words]]></description>
<Style id="s"><IconStyle><name>no</name></IconStyle></Style>${placemarks}</Document></kml>`;
const point = "<Point><coordinates> 54.37, 24.45,10 </coordinates></Point>";
const strike = `<Folder><name>Strikes</name><Placemark id="p1"><name>At the port</name>
<description><![CDATA[<p>One</p><script>alert(1)</script><a href="https://example.org/a">more</a>]]></description>
<TimeStamp><when>2022-02-02T10:30:00+04:00</when></TimeStamp>${point}
<ExtendedData><Data name="killed"><value>3</value></Data><SchemaData><SimpleData name="unit">3rd</SimpleData></SchemaData></ExtendedData>
</Placemark></Folder>`;
const read = (inner: string) => readAuto(document(`<Placemark><name>A</name>${inner}</Placemark>`));
const whenOf = (inner: string) => read(inner).incidents[0]?.when;

describe("kml", () => {
  it("reads Placemarks with their folder, words, data and time", () => {
    const result = readAuto(document(strike));
    expect(result.report.format).toBe("kml");
    expect([result.title, result.description]).toEqual(["Strikes & marches", "Bold words"]);
    expect(result.incidents).toEqual([
      {
        id: "p1",
        title: "At the port",
        summary: "One\nmore",
        category: "Strikes",
        when: { edtf: "2022-02-02T10:30:00+04:00" },
        where: { lon: 54.37, lat: 24.45 },
        figures: [{ measure: "killed", best: 3 }],
        extra: { unit: "3rd", links: ["https://example.org/a"], altitudeM: 10 },
      },
    ]);
  });

  it.each<[string, object | undefined]>([
    ["<TimeStamp><when>1997</when></TimeStamp>", { edtf: "1997" }],
    ["<TimeStamp><when>1997-07</when></TimeStamp>", { edtf: "1997-07" }],
    ["<TimeStamp><when>1997-07-16</when></TimeStamp>", { edtf: "1997-07-16" }],
    ["<TimeStamp><when>1997-07-16T07:30:15Z</when></TimeStamp>", { edtf: "1997-07-16T07:30:15Z" }],
    ["<TimeSpan><begin>1997</begin><end>1998-02</end></TimeSpan>", { edtf: "1997/1998-02", span: "throughout" }],
    ["<TimeSpan><begin>1997</begin></TimeSpan>", { edtf: "1997/..", span: "throughout" }],
    ["<TimeSpan><end>1998</end></TimeSpan>", { edtf: "../1998", span: "throughout" }],
    ["<TimeSpan><begin>1997</begin><end>1997</end></TimeSpan>", { edtf: "1997", span: "throughout" }],
    ["<TimeSpan><begin>1998</begin><end>1997</end></TimeSpan>", { label: "1998 – 1997" }],
    ["<TimeStamp><when>soon</when></TimeStamp>", undefined],
    [
      "<gx:Track><when>2010-05-28T02:02:09Z</when><when>2010-05-28T02:02:56Z</when><gx:coord>-122.2 37.3 156</gx:coord><gx:coord>-122.3 37.4 1</gx:coord></gx:Track>",
      { edtf: "2010-05-28T02:02:09Z/2010-05-28T02:02:56Z", span: "throughout" },
    ],
  ])("reads the time of %s", (inner, expected) => {
    expect(whenOf(inner)).toEqual(expected);
  });

  it("keeps lines and areas as they are, closes rings, and takes an area's holes", () => {
    const line = read("<LineString><coordinates>1,2,0 3,4,0</coordinates></LineString>");
    expect(line.incidents[0]?.where).toEqual({
      geometry: {
        type: "LineString",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      precision: "line",
    });
    const ring = (text: string) => `<LinearRing><coordinates>${text}</coordinates></LinearRing>`;
    const area = read(
      `<Polygon><outerBoundaryIs>${ring("0,0 9,0 9,9")}</outerBoundaryIs><innerBoundaryIs>${ring("1,1 2,1 2,2 1,1")}</innerBoundaryIs></Polygon>`,
    );
    expect(area.incidents[0]?.where).toEqual({
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 0],
          ],
          [
            [1, 1],
            [2, 1],
            [2, 2],
            [1, 1],
          ],
        ],
      },
      precision: "region",
    });
    expect(codes(area)).toContain("kml/ring-closed");
    const several = read(
      `<MultiGeometry>${point}<LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry>`,
    );
    expect(several.incidents[0]?.where).toEqual({ lon: 54.37, lat: 24.45 });
    expect(codes(several)).toContain("place/geometry");
  });

  it("places nothing at broken coordinates", () => {
    for (const text of ["", "x,y", "0,0,0", "200,95", "5"]) {
      const result = read(`<Point><coordinates>${text}</coordinates></Point>`);
      expect([text, result.report.rows.unplaced, result.incidents[0]?.where?.lon]).toEqual([text, 1, undefined]);
    }
  });

  it("refuses entity bombs and outer entities at once, and resolves no unknown entity", () => {
    const nest = Array.from({ length: 30 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
    const bomb = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY l0 "lol">${nest}]><kml><Placemark><name>&l30;</name></Placemark></kml>`;
    const outer =
      '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&x;</name></Placemark></kml>';
    for (const text of [bomb, outer]) {
      const result = readIncidents(text, { format: kml });
      expect(codes(result)).toEqual(["xml/declarations"]);
      expect(result.incidents).toEqual([]);
    }
    expect(read("<description>&unknown; &#65;&lt;</description>").incidents[0]?.summary).toBe("&unknown; A<");
  });

  it("reads what a cut-off or unbalanced file still says", () => {
    const cut = readAuto(document(strike).slice(0, document(strike).indexOf("<ExtendedData>")));
    expect(cut.incidents[0]).toMatchObject({ title: "At the port", where: { lon: 54.37 } });
    expect(codes(cut)).toContain("xml/cut-off");
    expect(codes(read("<TimeStamp><when>1997</TimeStamp></nothing>"))).toContain("xml/unbalanced");
    const deep = readAuto(document(`${"<Folder>".repeat(5000)}<Placemark><name>Deep</name></Placemark>`));
    expect(codes(deep)).toContain("xml/depth");
    expect(brokenLaws(deep)).toBe("");
  });

  it("says that linked files were not fetched, and that a file without Placemarks holds nothing", () => {
    const linked = readAuto(document("<NetworkLink><Link><href>https://example.org/x.kml</href></Link></NetworkLink>"));
    expect(codes(linked)).toEqual(["kml/network-link", "input/no-usable-row"]);
  });

  it.each([
    ["blanks", `<kml><Placemark><Point><coordinates>1${" ".repeat(200_000)}x`],
    ["commas", `<kml><Placemark><Point><coordinates>${", ".repeat(100_000)}`],
    ["open tags", `<kml>${"<a ".repeat(100_000)}`],
    ["quotes", `<kml>${"<a \"x' ".repeat(100_000)}`],
    ["doctypes", `${"<!DOCTYPE x>".repeat(100_000)}<kml/>`],
    ["closing tags", `<kml>${"<a>".repeat(199)}${"</b>".repeat(100_000)}`],
    ["nested geometries", `<kml><Placemark>${"<MultiGeometry>".repeat(100_000)}`],
  ])("reads a flood of %s to its end", (_, text) => {
    expect(brokenLaws(readIncidents(text, { format: kml }))).toBe("");
  });

  it("neither throws nor loses count on mutated bytes", () => {
    expectMutationsToHold(kml, [document(strike)]);
  });
});
