import { type ReadOptions, readIncidents } from "@whenwhere/model";
import { describe, expect, it } from "vitest";

const read = (text: string, options?: ReadOptions) => readIncidents(text, { format: "csv", ...options });
const codes = (text: string, options?: ReadOptions) =>
  read(text, options)
    .issues.filter(({ code }) => !/^table\/columns|id-missing/.test(code))
    .map(({ row, code }) => `${row ?? "-"} ${code}`);
const dates = (cells: readonly string[], options?: ReadOptions) =>
  read(["title\tdate", ...cells.map((cell) => `A\t${cell}`)].join("\n"), options).incidents.map(
    ({ when }) => when?.edtf ?? (when?.label === undefined ? null : `(${when.label})`),
  );
const place = (lat: string, lon: string) => {
  const where = read(`title\tlat\tlon\nA\t${lat}\t${lon}`).incidents[0]?.where;
  return where?.lat === undefined ? null : [where.lat, where.lon];
};

describe("readIncidents on tables", () => {
  it.each([[","], [";"], ["\t"], ["|"]])(
    "sniffs the delimiter %j, with a mark, CRLF and quoted line breaks",
    (delimiter) => {
      const rows = [
        ["id", "title", "date"],
        ["a", '"line\nbreak"', "2021"],
        ["b", '"say ""so"""', "2022-03"],
      ];
      const { incidents } = readIncidents(`\ufeff${rows.map((row) => row.join(delimiter)).join("\r\n")}\r\n`);
      expect(incidents).toEqual([
        { id: "a", title: "line\nbreak", when: { edtf: "2021" } },
        { id: "b", title: 'say "so"', when: { edtf: "2022-03" } },
      ]);
    },
  );

  it.each([
    ["English", "Event Date,Latitude,Longitude,Location,Headline"],
    ["French", "Date,Latitude,Longitude,Lieu,Titre"],
    ["Portuguese", "Data,Latitude,Longitude,Local,Título"],
    ["Spanish", "Fecha,Latitud,Longitud,Lugar,Título"],
    ["Spanish, by municipality", "Fecha,Latitud,Longitud,Municipio,Título"],
    ["German", "Datum,Breitengrad,Längengrad,Ort,Titel"],
    ["Russian", "Дата,Широта,Долгота,Место,Название"],
    ["Arabic", "التاريخ,خط العرض,خط الطول,المكان,العنوان"],
  ])("knows column names in %s", (_language, header) => {
    expect(read(`${header}\n2021-07-02,24.45,54.37,Abu Dhabi,A\n`).incidents[0]).toMatchObject({
      title: "A",
      when: { edtf: "2021-07-02" },
      where: { name: "Abu Dhabi", lon: 54.37, lat: 24.45 },
    });
  });

  it("finds date, place and title by what stands in the cells when no name tells", () => {
    const { incidents } = read(
      "a;b;c\nAttack on a convoy;24.45, 54.37;2 July 2021\nSecond attack;24.5, 54.4;3 July 2021\n",
    );
    expect(incidents[0]).toMatchObject({
      title: "Attack on a convoy",
      when: { edtf: "2021-07-02" },
      where: { lon: 54.37, lat: 24.45 },
    });
  });

  it("follows a mapping, keeps the rest under extra, and says when a column is not there", () => {
    const { incidents, issues } = read("what,day1,title,n\nA,2021,x,3\n", {
      mapping: { title: "what", date: "day1", killed: "n", place: "nowhere", category: null },
    });
    expect(incidents[0]).toMatchObject({
      title: "A",
      when: { edtf: "2021" },
      figures: [{ measure: "killed", best: 3 }],
      extra: { title: "x" },
    });
    expect(issues.map(({ code }) => code)).toContain("table/mapping");
  });

  it("reads dates as people write them", () => {
    const cells = [
      "2021-07-02",
      "2021-07",
      "2021",
      "2 July 2021",
      "July 2, 2021",
      "2-Jul-2021",
      "30-Sept-2024",
      "Fri, 2nd July 2021",
      "July 2021",
      "2. Juli 2021",
      "2 juillet 2021",
      "1er juillet 2021",
      "2 de julho de 2021",
      "2 июля 2021 г.",
      "2 يوليو 2021",
      "2021/7/2",
      "2021.07.02",
      "20210702",
      "٢٠٢١-٠٧-٠٢",
      "about 2 July 2021",
      "2-5 July 2021",
      "30 June - 2 July 2021",
      "2021-07-02 15:04",
      "2021-07-02 3:04 pm",
      "2021-07-02T15:04:05Z",
      "2019-05~",
    ];
    expect(dates(cells)).toEqual([
      "2021-07-02",
      "2021-07",
      "2021",
      "2021-07-02",
      "2021-07-02",
      "2021-07-02",
      "2024-09-30",
      "2021-07-02",
      "2021-07",
      "2021-07-02",
      "2021-07-02",
      "2021-07-01",
      "2021-07-02",
      "2021-07-02",
      "2021-07-02",
      "2021-07-02",
      "2021-07-02",
      "2021-07-02",
      "2021-07-02",
      "[2021-07-01..2021-07-03]",
      "2021-07-02/2021-07-05",
      "2021-06-30/2021-07-02",
      "2021-07-02T15:04",
      "2021-07-02T15:04",
      "2021-07-02T15:04:05Z",
      "2019-05~",
    ]);
  });

  it("leaves undated, with its words kept, what is no date", () => {
    expect(
      dates(["30 February 2021", "2021-02-30", "soon", "1/2/21", "13/13/2021", "", "unknown", "2021-07-02"]),
    ).toEqual(["(30 February 2021)", "(2021-02-30)", "(soon)", "(1/2/21)", "(13/13/2021)", null, null, "2021-07-02"]);
  });

  it("infers the order of day and month over the whole column, and says so once", () => {
    expect(dates(["05-03-2024", "13-03-2024"])).toEqual(["2024-03-05", "2024-03-13"]);
    expect(dates(["05/03/2024", "03/13/2024"])).toEqual(["2024-05-03", "2024-03-13"]);
    expect(codes("title,date\nA,05/03/2024\nB,03/13/2024")).toEqual(["- time/order-inferred"]);
  });

  it("leaves ambiguous rows undated unless the caller decides", () => {
    expect(dates(["05/03/2024", "04/04/2024"])).toEqual(["(05/03/2024)", "2024-04-04"]);
    expect(dates(["05/03/2024", "13/03/2024", "03/13/2024"])).toEqual(["(05/03/2024)", "2024-03-13", "2024-03-13"]);
    expect(dates(["05/03/2024"], { dayFirst: true })).toEqual(["2024-03-05"]);
    expect(dates(["05/03/2024", "13/03/2024"], { dayFirst: false })).toEqual(["2024-05-03", "(13/03/2024)"]);
    expect(codes("title,date\nA,05/03/2024\n")).toEqual(["- time/ambiguous-order", "1 time/ambiguous-order"]);
    expect(codes("title,date\nA,05/12/2024\n")).toEqual(["- time/ambiguous-order", "1 time/ambiguous-order"]);
    expect(codes("title,date\nA,12/05/2024\n")).toEqual(["- time/ambiguous-order", "1 time/ambiguous-order"]);
  });

  it("reads a start and an end as filled, a missing side as unknown, and a reversed pair as no date", () => {
    const { incidents } = read(
      "title,start_date,end_date\nA,2021-01-01,2021-01-05\nB,2021-01-01,\nC,,2021-01-05\nD,2021-01-05,2021-01-01\nE,2021-01-01,2021-01-01\n",
    );
    expect(incidents.map(({ when }) => when)).toEqual([
      { edtf: "2021-01-01/2021-01-05", span: "throughout" },
      { edtf: "2021-01-01" },
      { edtf: "/2021-01-05", span: "throughout" },
      { label: "2021-01-05 – 2021-01-01" },
      { edtf: "2021-01-01" },
    ]);
  });

  it("takes a start and an end as mere bounds where a column of precision codes says that they may be, and says so", () => {
    const { incidents, issues } = read("title,date_start,date_end,date_prec\nA,2021-01-01,2021-01-05,2\n");
    expect(incidents[0]?.when).toEqual({ edtf: "2021-01-01/2021-01-05" });
    expect(issues.map(({ code }) => code)).toContain("table/precision-codes");
  });

  it("joins year, month and day columns, 0 being unknown, and adds a time", () => {
    const { incidents } = read("title,iyear,imonth,iday,time\nA,1970,7,2,10:30\nB,1970,7,0,\nC,1970,0,0,\n");
    expect(incidents.map(({ when }) => when?.edtf)).toEqual(["1970-07-02T10:30", "1970-07", "1970"]);
  });

  it("reads a column of midnights as days, and epochs as instants", () => {
    expect(dates(["2021-07-02 00:00:00.000", "2021-07-03 00:00:00.000"])).toEqual(["2021-07-02", "2021-07-03"]);
    expect(dates(["2021-07-02 00:00", "2021-07-03 10:00"])).toEqual(["2021-07-02T00:00", "2021-07-03T10:00"]);
    expect(dates(["1517966773840"])).toEqual(["2018-02-07T01:26:13.840Z"]);
  });

  it.each<[string, string, readonly number[] | null]>([
    ["24.45", "54.37", [24.45, 54.37]],
    ["24,45", "54,37", [24.45, 54.37]],
    ["'-33.87", "151.2", [-33.87, 151.2]],
    ["33°52'12\"S", "151°12'E", [-33.87, 151.2]],
    ["33.87 S", "151.2 E", [-33.87, 151.2]],
    ["−33.87", "151.2", [-33.87, 151.2]],
    ["0", "0", null],
    ["", "", null],
    ["n/a", "n/a", null],
    ["NaN", "3", null],
    ["1.234.567", "3", null],
    ["91", "200", null],
    ["54.37", "", null],
  ])("reads latitude %s and longitude %s as %j", (lat, lon, expected) => {
    expect(place(lat, lon)).toEqual(expected);
  });

  it("turns swapped columns round only when the column proves it", () => {
    const header = "title,latitude,longitude\n";
    const swapped = read(`${header}A,151.2,-33.87\nB,144.9,-37.8\nC,55.2,25.2\n`);
    expect(swapped.incidents.map(({ where }) => where?.lat)).toEqual([-33.87, -37.8, 25.2]);
    expect(swapped.issues.map(({ code }) => code)).toContain("place/swapped-column");
    const slip = read(`${header}A,50.4,30.5\nB,50.5,30.6\nC,149,36\n`);
    expect(slip.incidents.map(({ where }) => where?.lat)).toEqual([50.4, 50.5, undefined]);
    expect(slip.issues.map(({ row, code }) => `${row} ${code}`)).toContain("3 place/swapped");
  });

  it("reads figures, and leaves unknown what is no count", () => {
    const { incidents } = read(
      "title;killed\nA;1,815\nB;12-16\nC;at least 12\nD;12+\nE;unknown\nF;\nG;0\nH;many\nI;1.815",
    );
    expect(incidents.map(({ figures }) => figures?.[0] ?? null)).toEqual([
      { measure: "killed", best: 1815 },
      { measure: "killed", low: 12, high: 16, kind: "range" },
      { measure: "killed", low: 12, kind: "lowest-reported" },
      { measure: "killed", low: 12, kind: "lowest-reported" },
      { measure: "killed", best: null, kind: "unknown" },
      null,
      { measure: "killed", best: 0 },
      null,
      null,
    ]);
  });

  it.each([
    ["entre 79 y 119", { low: 79, high: 119, kind: "range" }],
    ["between 3 and 5", { low: 3, high: 5, kind: "range" }],
    ["zwischen 3 und 5", { low: 3, high: 5, kind: "range" }],
    ["de 3 à 5", { low: 3, high: 5, kind: "range" }],
    ["3~5", { low: 3, high: 5, kind: "range" }],
    ["mind. 7", { low: 7, kind: "lowest-reported" }],
    ["12 or more", { low: 12, kind: "lowest-reported" }],
    ["على الأقل ٧", { low: 7, kind: "lowest-reported" }],
    ["至少7", { low: 7, kind: "lowest-reported" }],
    ["fewer than 5", { high: 5, kind: "range" }],
    ["hasta 5", { high: 5, kind: "range" }],
    ["未知", { best: null, kind: "unknown" }],
    ["3 and 5", null],
    ["1e5", null],
    ["about 5", null],
  ])("reads the figure %j in words", (text, numbers) => {
    const figure = read(`title;killed\nA;${text}`).incidents[0]?.figures?.[0] ?? null;
    expect(figure).toEqual(numbers === null ? null : { measure: "killed", ...numbers });
  });

  it("takes no word for the lack of a place for its name", () => {
    const { incidents } = read("title,place\nA,unknown\nB,n/a\nC,-\nD,None\nE,Aden\n");
    expect(incidents.map(({ where }) => where?.name ?? null)).toEqual([null, null, null, "None", "Aden"]);
  });

  it("reads a time of day as logs write it, and says how to write one", () => {
    const at = (time: string) => read(`title,date,time\nA,2024-03-05,${time}`);
    expect(["0930Z", "0930", "0930 hrs", "1430+0300"].map((time) => at(time).incidents[0]?.when?.edtf)).toEqual([
      "2024-03-05T09:30Z",
      "2024-03-05T09:30",
      "2024-03-05T09:30",
      "2024-03-05T14:30+03:00",
    ]);
    const unread = at("2530Z");
    expect(unread.incidents[0]?.when?.edtf).toBe("2024-03-05");
    expect(unread.issues.find(({ code }) => code === "time/syntax")?.hint).toContain("15:04");
  });

  it.each([
    ["a padded title and groups of columns", "Incidents 2023,,,\nMade by the desk,,,\n,,,\nWhen,,Where,\n", 3],
    ["a title without commas", "Incidents 2023\n\n", 1],
  ])("finds the header below %s, and says which lines stood above", (_what, above, lines) => {
    const rows = "Date,Place,Latitude,Longitude\n2023-03-04,Aden,12.8,45.03\n";
    const { incidents, issues, report } = read(above + rows);
    expect(report.rows).toMatchObject({ read: 1, kept: 1, undated: 0, unplaced: 0 });
    expect(incidents[0]?.where).toMatchObject({ name: "Aden", lat: 12.8, lon: 45.03 });
    const said = issues.find(({ code }) => code === "table/above-header");
    expect(said?.value).toHaveLength(lines);
    expect(said?.message).toContain('"Incidents 2023"');
    const semicolons = read((above + rows).replaceAll(",", ";"));
    expect(semicolons.incidents).toEqual(incidents);
  });

  it("takes the first line as the header when the mapping names its columns", () => {
    const { incidents } = read("a,b,c\ndate,place,title\n2023,Aden,B\n", { mapping: { title: "a" } });
    expect(incidents.map(({ title }) => title)).toEqual(["date", "2023"]);
  });

  it("makes sources of the collection out of names and addresses", () => {
    const result = read("title,source,url\nA,Reuters; AFP,\nB,Reuters,https://example.org/1\n");
    expect(result.incidents.map(({ sources }) => sources)).toEqual([["Reuters", "AFP"], ["https://example.org/1"]]);
    expect(result.sources).toEqual({
      Reuters: { title: "Reuters" },
      AFP: { title: "AFP" },
      "https://example.org/1": { title: "Reuters", url: "https://example.org/1" },
    });
  });

  it("refuses a header that stands again, skips HXL tags, and says when rows are short or long", () => {
    expect(codes("title,date,lat,lon\nA,2021,1,2\ntitle,date,lat,lon\nB,2022\nC,2023,1,2,surplus\n")).toEqual([
      "2 table/repeated-header",
      "3 table/short-row",
      "4 table/long-row",
    ]);
    const hxl = read(
      "Wann,Wo N,Wo E,Tote\n#date+occurred,#geo+lat,#geo+lon,#affected+killed\n2021-07-02,24.45,54.37,3\n",
    );
    expect(hxl.report.rows).toMatchObject({ read: 1, kept: 1, undated: 0, unplaced: 0 });
  });

  it("lets a quotation mark that is never closed cost no row but its own", () => {
    const { incidents, issues } = read('title,date\nA,2021\n"B,2022\nC,2023\n');
    expect(incidents.map(({ title, when }) => `${title} ${when?.edtf}`)).toEqual(["A 2021", "B 2022", "C 2023"]);
    expect(issues.map(({ code }) => code)).toContain("table/quote");
  });
});
