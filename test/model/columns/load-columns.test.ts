import {
  columnsOf,
  type LoadInput,
  loadColumns,
  type RecordData,
  readIncidents,
  recordsOf,
  transferablesOf,
  WhenWhereError,
} from "@whenwhere/model";
import { presets } from "@whenwhere/model/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectEqual } from "../../expect-equal.ts";
import { fullRuns } from "../../full-runs.ts";

const COLUMNS =
  "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";
const NAMES = COLUMNS.split(",");

/** Invented cells: plain ones first, then such as make a row go the long way. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
  event_id_cnty: [
    "FRE1",
    "FRE2",
    "FRE3",
    "FRE4",
    "FRE5",
    "FRE6",
    "FRE7",
    "FRE3-2",
    " FRE2 ",
    "",
    "É9",
    "'=1",
    "\ufeffFRE4",
  ],
  event_date: [
    "2023-03-01",
    "01 November 2024",
    "2023-03-02",
    "",
    "30-Sept-24",
    "05-03-2024",
    "25-03-2024",
    "03-25-2024",
    "soon",
  ],
  year: ["2023", "2024", "2023", "", "0025"],
  time_precision: ["1", "2", "3", "1.0", "", "7"],
  disorder_type: ["Political violence", "Political violence; Demonstrations", ""],
  event_type: ["Battles", "Protests", "Riots", "", "Bat\0tles"],
  sub_event_type: ["Armed clash", "Peaceful protest", ""],
  actor1: ["Military Forces of Freedonia (1990-)", "NLA", 'The "Old" Guard', "", "Gärde"],
  assoc_actor_1: ["", "Guard; Police", "Guard;Guard; ;NLA"],
  inter1: ["1", "State forces", "", "9", "Rebel Forces"],
  actor2: ["", "NLA", "Civilians (Freedonia)"],
  assoc_actor_2: ["", "Women (Freedonia)"],
  inter2: ["", "2", "Civilians"],
  interaction: ["12", "State forces-Rebel group", "60", "", "aliens"],
  civilian_targeting: ["", "Civilian targeting"],
  iso: ["807", "0"],
  region: ["Europe"],
  country: ["Freedonia", "Mali", "eSwatini", ""],
  admin1: ["North", "South", "", " North "],
  admin2: ["Hills", ""],
  admin3: [""],
  location: ["Northtown", "Sölden", "City – District", ""],
  latitude: ["41.5", "-3.25", "0", "", "95.1", "'-58.38", "41,5", "x", "0041.50"],
  longitude: ["21.5", "0.0418", "0", "", "179.9999", "-181", "21.5\u00a0"],
  geo_precision: ["1", "2", "3", "3.0", "", "8"],
  source: ["Daily Post; Radio North", "Daily Post", "Radio Nord-Süd", "", "A;B;;A", "Undisclosed Source"],
  source_scale: ["National"],
  notes: [
    "On 1 March 2023, soldiers clashed, then left.",
    'He said ""no"".',
    "Around 1 March 2023 (week of), shots were heard.",
    "Around 3 March (between 24 February - 10 March), fighting.",
    "Two lines\nof text [size=about 50]",
    "[size=no report]",
    "[size= a [b] ]",
    "Gathered [size=dozens]\u00a0",
    "(as reported) several died",
    "",
    "nul \0 here",
    "(weekend of) [crowd=x]",
  ],
  fatalities: ["0", "3", "12", "17", "", "1,200", "many", "-4", "16777217"],
  tags: ["", "crowd size=large", "women targeted: girls; crowd size=no report", "x"],
  timestamp: ["1678000000", "1678000001", "", "x"],
};

/** Mostly plain cells, so that most rows are. */
const cellOf = (name: string): fc.Arbitrary<string> => {
  const all = CELLS[name] as readonly string[];
  return fc.oneof(
    { weight: 24, arbitrary: fc.constantFrom(...all.slice(0, 2)) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  );
};

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) || text.length % 3 === 0 ? `"${text.replaceAll('"', '""')}"` : text;

const row = fc
  .tuple(...NAMES.map((name, i) => (i === 0 ? fc.constantFrom(...(CELLS.event_id_cnty as string[])) : cellOf(name))))
  .map((cells) => cells.map(quoted).join(","));

/** Lines that are no plain rows. */
const oddLine = fc.constantFrom(
  COLUMNS,
  "",
  ",,,,",
  "   ",
  'FRE8,"2023-03-01" x,2023,1',
  'FRE8,"2023-03-01',
  "FRE9,2023-03-01,2023,1",
  `${"FRE8,2023-03-01,2023,1".padEnd(40, ",")},,,,,,,,,,surplus`,
  '"',
);

const file = fc
  .record({
    lines: fc.array(fc.oneof({ weight: 12, arbitrary: row }, { weight: 1, arbitrary: oddLine }), { maxLength: 14 }),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
    mark: fc.constantFrom("", "", "\ufeff"),
    isEnded: fc.boolean(),
    header: fc.constantFrom(COLUMNS, COLUMNS, COLUMNS, COLUMNS.toUpperCase(), COLUMNS.replace(",timestamp", ",stamp")),
    cut: fc.nat({ max: 40 }),
  })
  .map(({ lines, lineEnd, mark, isEnded, header, cut }) => {
    const text = `${mark}${[header, ...lines].join(lineEnd)}${isEnded ? lineEnd : ""}`;
    const bytes = new TextEncoder().encode(text);
    // Now and then half a last row, or half a last letter.
    return cut < 8 ? bytes.subarray(0, Math.max(bytes.length - cut * 7, COLUMNS.length + 2)) : bytes;
  });

async function* chunked(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1);
    yield bytes.slice(at, at + size);
    at += size;
  }
}

/** The slow twin. */
function slowly(bytes: Uint8Array) {
  const result = readIncidents(bytes, { readers: presets });
  return { result, columns: columnsOf(result.incidents, result) };
}

async function expectSame(input: LoadInput, bytes: Uint8Array): Promise<RecordData> {
  const { result, columns } = slowly(bytes);
  const load = await loadColumns(input);
  const { records } = load;
  expect(load.report.format).toBe(result.report.format);
  expect(load.report.encoding).toBe(result.report.encoding);
  expectEqual(load.report.rows, result.report.rows);
  expectEqual(load.issues, result.issues);
  expectEqual(load.columns, columns);
  expectEqual(
    Array.from({ length: records.length }, (_, i) => records.incident(i)),
    result.incidents,
  );
  expectEqual(
    result.incidents.map(({ id }) => records.rowOf(id)),
    result.incidents.map((_, i) => i),
  );
  expectEqual(
    result.incidents.map((_, i) => records.id(i)),
    result.incidents.map(({ id }) => id),
  );
  return load.recordData;
}

const PLAIN =
  "FRE1,2023-03-01,2023,1,Political violence,Battles,Armed clash,NLA,,1,,,,10,,807,Europe,Mali,North,,,Northtown,41.5,21.5,1,Daily Post,,On 1 March shots were heard.,4,,1678000000";
const plainFile = (rows: number): Uint8Array =>
  new TextEncoder().encode(
    [COLUMNS, ...Array.from({ length: rows }, (_, i) => PLAIN.replace("FRE1", `FRE${i + 1}`)), ""].join("\n"),
  );

describe("loadColumns", () => {
  it("gives the columns, issues, report and records of the slow reader, whatever stands in an ACLED file", async () => {
    const runs = fullRuns(150, 20);
    let planned = 0;
    await fc.assert(
      fc.asyncProperty(file, fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1 }), async (bytes, sizes) => {
        if ((await expectSame(chunked(bytes, sizes), bytes)).kind === "rows") planned++;
        await expectSame(bytes, bytes);
      }),
      { numRuns: runs, seed: 4 },
    );
    // The fast way is what is tried here, in a good part of the files.
    expect(planned).toBeGreaterThan(runs / 3);
  });

  it("reads files that no plan can read by the slow way: other encodings, tags, other formats, nothing", async () => {
    const latin = Uint8Array.from([...new TextEncoder().encode(`${COLUMNS}\n${PLAIN}\n`), 0xe9, 0x0a]);
    const tags = NAMES.map((_, i) => (i < 3 ? "#event+id" : "")).join(",");
    for (const bytes of [
      latin,
      new TextEncoder().encode(`${COLUMNS}\n${tags}\n${PLAIN}\n`),
      new TextEncoder().encode("id,title,date\na,Raid,2024-01-02\n"),
      new TextEncoder().encode(JSON.stringify([{ id: "a", title: "Raid", when: { edtf: "2024-01" } }])),
      new TextEncoder().encode(COLUMNS),
      new Uint8Array(0),
    ]) {
      expect((await expectSame(bytes, bytes)).kind).toBe("incidents");
    }
  });

  it("tells the first rows before the last bytes are there, and then the same rows again", async () => {
    const bytes = plainFile(20_000);
    const seen: { rows: number; loadedBytes: number }[] = [];
    let loadedBytes = 0;
    const load = await loadColumns(chunked(bytes, [65_536]), {
      onProgress: (progress) => {
        loadedBytes = progress.loadedBytes;
      },
      onRows: (columns) => {
        seen.push({ rows: columns.length, loadedBytes });
        expect(columns.fields.category?.values).toEqual(["Battles"]);
        expect(columns.startMs[0]).toBe(Date.UTC(2023, 2, 1));
      },
    });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen[0]?.rows).toBeGreaterThanOrEqual(4_096);
    expect(seen[0]?.loadedBytes).toBeLessThan(bytes.length);
    expect(loadedBytes).toBe(bytes.length);
    expect(load.columns.length).toBe(20_000);
  });

  it("lets other work go on while it reads", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await loadColumns(plainFile(60_000));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  it("stops when it is told to", async () => {
    const abort = new AbortController();
    const load = loadColumns(chunked(plainFile(20_000), [65_536]), {
      signal: abort.signal,
      onRows: () => abort.abort(),
    });
    await expect(load).rejects.toMatchObject({ code: "load/aborted" });
    await expect(load).rejects.toBeInstanceOf(WhenWhereError);
  });

  it("tells the first rows of bytes that are all here, and stops between slices", async () => {
    const bytes = plainFile(20_000);
    let seen = 0;
    const load = await loadColumns(bytes, { onRows: ({ length }) => (seen = length) });
    expect(seen).toBeGreaterThanOrEqual(4_096);
    expect(seen).toBeLessThan(20_000);
    expect(load.columns.length).toBe(20_000);
    const abort = new AbortController();
    const stopped = loadColumns(bytes, { signal: abort.signal, onRows: () => abort.abort() });
    await expect(stopped).rejects.toMatchObject({ code: "load/aborted" });
  });

  it("says in the columns whom to name beside the rows, so that a store takes it from there", async () => {
    const { columns } = await loadColumns(plainFile(2));
    expect(columns.attribution).toContain("ACLED");
    const own = { whenwhere: 1, title: "T", attribution: "A", license: "L", incidents: [{ id: "a", title: "Raid" }] };
    const load = await loadColumns(new TextEncoder().encode(JSON.stringify(own)));
    expect(load.columns).toMatchObject({ title: "T", attribution: "A", license: "L" });
  });

  it("gives data that another thread can make the same records of", async () => {
    const load = await loadColumns(plainFile(50));
    const transfer = [...transferablesOf(load.columns, load.recordData)];
    const want = load.records.incident(49);
    const moved = structuredClone({ columns: load.columns, data: load.recordData }, { transfer });
    expect(load.columns.startMs.length).toBe(0);
    expect(moved.columns.startMs[49]).toBe(Date.UTC(2023, 2, 1));
    const records = recordsOf(moved.data);
    expect(records.incident(49)).toEqual(want);
    expect(records.rowOf("FRE50")).toBe(49);
  });
});
