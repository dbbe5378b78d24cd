import { loadIncidents, placeKind, readIncidents } from "@whenwhere/model";
import { acled, presets } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { csvOf, expectMutationsToHold } from "./preset-laws.ts";

/** The 31 columns of the export, in order. */
const COLUMNS =
  "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp".split(
    ",",
  );

type Row = Record<string, string | number>;

/** Invented. */
const ROW: Row = {
  event_id_cnty: "FRE1",
  event_date: "2023-03-01",
  year: 2023,
  time_precision: 1,
  disorder_type: "Political violence",
  event_type: "Battles",
  sub_event_type: "Armed clash",
  actor1: "Military Forces of Freedonia",
  assoc_actor_1: "Police Forces of Freedonia; Guard",
  inter1: "State forces",
  actor2: "NLA",
  assoc_actor_2: "",
  inter2: "Rebel group",
  interaction: "State forces-Rebel group",
  civilian_targeting: "",
  iso: 807,
  region: "Europe",
  country: "Freedonia",
  admin1: "North",
  admin2: "Hills",
  admin3: "",
  location: "Northtown",
  latitude: 41.5,
  longitude: 21.5,
  geo_precision: 1,
  source: "Daily Post; Radio North",
  source_scale: "National",
  notes: "On 1 March 2023, soldiers and rebels clashed at Northtown.",
  fatalities: 4,
  tags: "",
  timestamp: 1678000000,
};

const read = (rows: readonly Row[], columns = COLUMNS) =>
  readIncidents(
    csvOf(
      rows.map((row, i) => ({ ...ROW, event_id_cnty: `FRE${i + 1}`, ...row })),
      columns,
    ),
    {
      readers: presets,
    },
  );
const one = (row: Row) => {
  const { incidents, issues } = read([row]);
  return { ...incidents[0], codes: issues.map(({ code }) => code).filter((code) => code !== "table/precision") };
};
const edtf = (row: Row) => one(row).when?.edtf;

describe("the acled preset", () => {
  it("takes a footer that sums up the others for no record, wherever its word stands", () => {
    const foot = (cells: Readonly<Record<string, string>>) => COLUMNS.map((name) => cells[name] ?? "").join(",");
    const lines = [
      csvOf([ROW], COLUMNS).trimEnd(),
      foot({ event_id_cnty: "Total", fatalities: "4" }),
      foot({ actor1: "Total", fatalities: "4" }),
      foot({ event_id_cnty: "TOTAL" }),
      foot({ event_id_cnty: "FRE9", actor1: "Total", fatalities: "4" }),
    ];
    const { report, issues, incidents } = readIncidents(lines.join("\n"), { readers: presets });
    expect(report.rows).toMatchObject({ read: 5, kept: 2, rejected: 3 });
    expect(issues.filter(({ code }) => code === "table/totals-row").map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(incidents.map(({ id }) => id)).toEqual(["FRE1", "FRE9"]);
  });

  it("reads an event of the 31 columns whole", () => {
    const result = read([{}]);
    expect(result.report).toMatchObject({ format: "acled", rows: { read: 1, kept: 1, changed: 0 } });
    expect(result.incidents[0]).toEqual({
      id: "FRE1",
      title: "Armed clash, Northtown",
      summary: ROW.notes,
      category: "Battles",
      kind: "Armed clash",
      when: { edtf: "2023-03-01" },
      where: {
        name: "Northtown",
        lon: 21.5,
        lat: 41.5,
        precision: "settlement",
        radiusM: 5000,
        basis: "assumed",
        admin1: "North",
        country: "Freedonia",
      },
      actors: [
        { name: "Military Forces of Freedonia", role: "participant" },
        { name: "NLA", role: "participant" },
        { name: "Police Forces of Freedonia", role: "associate" },
        { name: "Guard", role: "associate" },
      ],
      figures: [{ measure: "killed", low: 4, best: 4, kind: "lowest-reported" }],
      sources: ["Daily Post", "Radio North"],
      extra: {
        disorder_type: "Political violence",
        iso: "807",
        region: "Europe",
        admin2: "Hills",
        source_scale: "National",
        timestamp: "1678000000",
        inter1: "State forces",
        inter2: "Rebel group",
        interaction: "State forces-Rebel group",
      },
    });
    expect(result.sources["Radio North"]).toEqual({ title: "Radio North" });
    expect(result.attribution).toContain("ACLED");
  });

  it("reads the upper-case headers of older files, and the population columns of newer ones", () => {
    const upper = csvOf([ROW]).replace(/^.*/, (header) => header.toUpperCase());
    expect(readIncidents(`\ufeff${upper}`, { readers: presets })).toMatchObject({
      report: { format: "acled" },
      incidents: [{ id: "FRE1", when: { edtf: "2023-03-01" }, where: { lat: 41.5 } }],
    });
    expect(read([{ population_best: 1200 }], [...COLUMNS, "population_best"]).incidents[0]?.extra).toMatchObject({
      population_best: "1200",
    });
  });

  it("reads an answer of the API, whose numbers are text", async () => {
    const data = [Object.fromEntries(Object.entries(ROW).map(([name, value]) => [name, String(value)]))];
    const text = JSON.stringify({ status: 200, success: true, count: 1, data });
    expect(readIncidents(text, { readers: presets }).incidents).toEqual(read([{}]).incidents);
    expect((await loadIncidents(new Blob([text]))).report.format).toBe("acled");
    expect(readIncidents('{"event_id_cnty":1,"event_date":2,"data":7}', { readers: presets }).issues[0]?.code).toBe(
      "input/shape",
    );
  });

  it.each([
    ["2023-03-01", "2023-03-01"],
    ["01 March 2023", "2023-03-01"],
    ["1-Mar-23", "2023-03-01"],
    ["01-03-2023", "2023-03-01"],
    ["13-03-2023", "2023-03-13"],
    ["2023-03-01 00:00:00", "2023-03-01"],
  ])("reads the date %s as %s", (event_date, expected) => {
    expect(edtf({ event_date })).toBe(expected);
  });

  it("reads 30-Sept-24, with the century of the year column or of the data", () => {
    expect(one({ event_date: "30-Sept-24", year: 2024 })).toMatchObject({
      when: { edtf: "2024-09-30" },
      codes: ["time/century-assumed"],
    });
    expect(edtf({ event_date: "30-Sept-98", year: "" })).toBe("1998-09-30");
    // The data begin with 1997.
    expect(edtf({ event_date: "30-Sept-97", year: "" })).toBe("1997-09-30");
    expect(edtf({ event_date: "30-Sept-96", year: "" })).toBe("2096-09-30");
  });

  it("turns to month first only when the column proves it or the caller says so", () => {
    const dates = (...cells: string[]) =>
      read(cells.map((event_date) => ({ event_date }))).incidents.map(({ when }) => when?.edtf ?? null);
    expect(dates("03/01/2023", "03/13/2023")).toEqual(["2023-03-01", "2023-03-13"]);
    expect(dates("03/01/2023", "13/01/2023")).toEqual(["2023-01-03", "2023-01-13"]);
    expect(dates("03/01/2023", "13/01/2023", "01/13/2023")).toEqual([null, "2023-01-13", "2023-01-13"]);
    const monthFirst = readIncidents(csvOf([{ ...ROW, event_date: "03/01/2023" }]), { format: acled, dayFirst: false });
    expect(monthFirst.incidents[0]?.when?.edtf).toBe("2023-03-01");
  });

  it("leaves an event undated whose date is not of its year, as ACLED itself once served 0025", () => {
    expect(one({ event_date: "0025-03-01", year: 2025 })).toMatchObject({
      when: { label: "0025-03-01" },
      codes: ["time/year-mismatch"],
    });
    expect(one({ event_date: "soon" })).toMatchObject({ when: { label: "soon" }, codes: ["time/syntax"] });
    expect(one({ event_date: "" })).toMatchObject({ when: { edtf: "2023" }, codes: [] });
  });

  it.each([
    [1, "2023-03-15", "2023-03-15"],
    [2, "2023-03-15", "[2023-03-12..2023-03-18]"],
    [2, "2023-03-01", "[2023-02-26..2023-03-04]"],
    [3, "2023-03-15", "2023-03"],
  ])("reads time_precision %i of %s as %s", (time_precision, event_date, expected) => {
    expect(one({ time_precision, event_date })).toMatchObject({ when: { edtf: expected }, codes: [] });
  });

  it.each([
    ["Around 1 March 2023 (between 24 February - 10 March), shells fell.", "[2023-02-24..2023-03-10]"],
    ["Around 1 March 2023 (between 24 and 28 February 2023), shells fell.", "[2023-02-24..2023-02-28]"],
    ["Around 1 March 2023 (week of), shells fell.", "[2023-02-26..2023-03-04]"],
    ["Around 1 March 2023 (month of), shells fell.", "2023-03"],
    ["Around 4 March 2023 (weekend of), shells fell.", "[2023-02-25..2023-03-05]"],
    ["Around 1 March 2023 (week of 27 February), shells fell.", "[2023-02-21..2023-03-05]"],
    ["Around 1 March 2023 (as reported), shells fell.", "[2023-02-26..2023-03-04]"],
  ])("reads the window in %j", (notes, expected) => {
    expect(edtf({ notes, time_precision: 2 })).toBe(expected);
  });

  it("finds the year of a window over the turn of the year", () => {
    const notes = "Around 1 January 2023 (between 28 December - 3 January), shells fell.";
    expect(edtf({ event_date: "2023-01-01", notes, time_precision: 2 })).toBe("[2022-12-28..2023-01-03]");
  });

  it("takes the coded date, and says so, when the window in the notes cannot be meant", () => {
    const far = one({ notes: "Around 1 March 2023 (between 1 - 3 July), shells fell.", time_precision: 2 });
    expect(far).toMatchObject({ when: { edtf: "[2023-02-26..2023-03-04]" }, codes: ["time/text-kept"] });
    expect(one({ notes: "(between the two of them), a clash", time_precision: 2 }).codes).toEqual(["time/text-kept"]);
    expect(one({ notes: "On 1 March (between 24 February - 10 March), a clash" })).toMatchObject({
      when: { edtf: "[2023-02-24..2023-03-10]" },
      codes: ["time/window-read", "time/precision-mismatch"],
    });
  });

  it.each([
    [1, { name: "Northtown", precision: "settlement", radiusM: 5_000, basis: "assumed" }, "point"],
    [2, { name: "Northtown", precision: "settlement", radiusM: 25_000, basis: "assumed" }, "point"],
    [3, { name: "North", precision: "province", admin1: "North" }, "area"],
  ])("reads geo_precision %i as %j", (geo_precision, where, kind) => {
    const incident = one({ geo_precision });
    expect(incident.where).toMatchObject(where);
    expect(placeKind(incident.where)).toBe(kind);
  });

  it.each([["time_precision"], ["geo_precision"]])("says when %s is not in the codebook", (field) => {
    expect(one({ [field]: 7 }).codes).toEqual(["field/code"]);
  });

  it.each([
    ["0", "1", "10", undefined, "State forces", "State forces only"],
    ["1", "2", "12", "State forces", "Rebel group", "State forces-Rebel group"],
    ["3", "4", "34", "Political militia", "Identity militia", "Political militia-Identity militia"],
    ["5", "6", "56", "Rioters", "Protesters", "Rioters-Protesters"],
    ["7", "8", "78", "Civilians", "External/Other forces", "Civilians-External/Other forces"],
    ["6", "0", "60", "Protesters", undefined, "Protesters only"],
    [
      "Rebel Forces",
      "Identity Militias",
      "Rebel group-Identity militia",
      "Rebel group",
      "Identity militia",
      "Rebel group-Identity militia",
    ],
    ["Political Militias", "Other Forces", "", "Political militia", "External/Other forces", undefined],
    ["State Forces", "Protesters", "Protesters only", "State forces", "Protesters", "Protesters only"],
  ])("reads the kinds of actors %s, %s, %s in one vocabulary", (inter1, inter2, interaction, first, second, both) => {
    const { extra, codes } = one({ inter1, inter2, interaction });
    expect([extra?.inter1, extra?.inter2, extra?.interaction]).toEqual([first, second, both]);
    expect(codes).toEqual([]);
  });

  const KINDS = [
    "State forces",
    "Rebel group",
    "Political militia",
    "Identity militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
  ];
  const LABELS: readonly (readonly [label: string, kind: string])[] = [
    ...KINDS.map((kind, i) => [String(i + 1), kind] as const),
    ...KINDS.map((kind) => [kind, kind] as const),
    ["State Forces", "State forces"],
    ["Rebel Groups", "Rebel group"],
    ["Rebel Forces", "Rebel group"],
    ["Political Militias", "Political militia"],
    ["Militia Groups", "Political militia"],
    ["Identity Militias", "Identity militia"],
    ["Communal/Identity Militias", "Identity militia"],
    ["Protestors", "Protesters"],
    ["Other Forces", "External/Other forces"],
    ["8.0", "External/Other forces"],
  ];
  it.each(LABELS)("reads the kind %s on either side as %s", (label, kind) => {
    const { extra, codes } = one({ inter1: label, inter2: label, interaction: "" });
    expect([extra?.inter1, extra?.inter2, codes]).toEqual([kind, kind, []]);
  });

  it("reads every interaction of two digits, in both vocabularies alike", () => {
    for (let first = 1; first <= 8; first++) {
      for (let second = 0; second <= 8; second++) {
        const [a, b] = [KINDS[first - 1], KINDS[second - 1]];
        const { extra, codes } = one({ interaction: `${first}${second}` });
        expect([extra?.interaction, codes]).toEqual([second === 0 ? `${a} only` : `${a}-${b}`, []]);
      }
    }
    for (const kind of KINDS) expect(one({ interaction: `${kind} only` }).codes).toEqual([]);
  });

  it.each([
    ["Battles", ["Armed clash", "Government regains territory", "Non-state actor overtakes territory"]],
    [
      "Explosions/Remote violence",
      [
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
      ],
    ],
    ["Violence against civilians", ["Sexual violence", "Attack", "Abduction/forced disappearance"]],
    ["Protests", ["Peaceful protest", "Protest with intervention", "Excessive force against protesters"]],
    ["Riots", ["Violent demonstration", "Mob violence"]],
    [
      "Strategic developments",
      [
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
      ],
    ],
  ])("keeps the event type %s with each of its sub-types", (event_type, kinds) => {
    for (const sub_event_type of kinds) {
      const { category, kind, codes } = one({ event_type, sub_event_type });
      expect([category, kind, codes]).toEqual([event_type, sub_event_type, []]);
    }
  });

  it("keeps a kind of actor that is in no vocabulary, and says so", () => {
    expect(one({ inter1: "Aliens" })).toMatchObject({ extra: { inter1: "Aliens" }, codes: ["field/code"] });
  });

  it("takes no deaths reported for unknown, and a number for the least", () => {
    expect(one({ fatalities: 0 }).figures).toEqual([
      { measure: "killed", low: 0, best: null, high: null, kind: "unknown" },
    ]);
    expect(one({ fatalities: "" }).figures).toBeUndefined();
    expect(one({ fatalities: "some" })).toMatchObject({ codes: ["figure/not-a-number"] });
  });

  it("calls a number conventional when the notes give none, and counts those that may be", () => {
    const vague = one({ fatalities: 10, notes: "On 1 March 2023, dozens were killed." });
    expect(vague).toMatchObject({ figures: [{ best: 10, kind: "conventional" }], codes: ["figure/conventional"] });
    expect(one({ fatalities: 3 })).toMatchObject({
      figures: [{ kind: "lowest-reported" }],
      codes: ["figure/conventional"],
    });
  });

  it("reads tags, two disorder types, and the crowd size at the end of older notes", () => {
    const tagged = one({
      tags: "crowd size=large; women targeted: politicians",
      disorder_type: "Political violence; Demonstrations",
    });
    expect(tagged.tags).toEqual(["crowd size=large", "women targeted: politicians"]);
    expect(tagged.extra?.disorder_type).toEqual(["Political violence", "Demonstrations"]);
    expect(one({ notes: "On 1 March 2023, a rally. [size=about 200]" }).tags).toEqual(["crowd size=about 200"]);
  });

  it("keeps the newest version of an event that is in the file twice", () => {
    const rows = [
      { event_id_cnty: "FRE9", timestamp: 1, fatalities: 4 },
      { event_id_cnty: "FRE9", timestamp: 2, fatalities: 7 },
      { event_id_cnty: "FRE8", timestamp: 1 },
    ];
    const { incidents, issues, report } = read(rows);
    expect(report.rows).toMatchObject({ read: 3, kept: 2, rejected: 1 });
    expect(incidents.map(({ id, figures }) => [id, figures?.[0]?.best])).toEqual([
      ["FRE9", 7],
      ["FRE8", 4],
    ]);
    expect(issues.map(({ row, code }) => `${row} ${code}`)).toContain("1 record/superseded");
  });

  it("survives mutated bytes", () => {
    const second = {
      ...ROW,
      event_id_cnty: "FRE2",
      time_precision: 2,
      notes: "Around 1 March (between 24 February - 10 March), a clash.",
    };
    expectMutationsToHold(csvOf([ROW, second], COLUMNS), acled);
  });
});
