import { gzipSync } from "node:zlib";
import { loadIncidents, type ReadResult, readIncidents } from "@whenwhere/model";
import { describe, expect, it } from "vitest";
import { brokenLaws } from "../formats/layout-laws.ts";

type Input = string | Uint8Array;

/** What must come of a dirty input, as far as it is said. */
interface Outcome {
  readonly encoding?: string;
  /** Titles of what is kept, in order. */
  readonly titles?: readonly string[];
  readonly kept?: number;
  readonly rejected?: number;
  readonly undated?: number;
  readonly unplaced?: number;
  /** Codes that must be said. */
  readonly says?: readonly string[];
  /** Nothing may be said but which column was taken for what. */
  readonly isSilent?: boolean;
  readonly check?: (result: ReadResult) => void;
}

const HEAD = "id,title,date,lat,lon";
const GOOD = `${HEAD}\na,Ünï – “One”,2022-02-03,24.45,54.37\nb,Zwei,2022-03,51.5,7.4\n`;
const TITLES = ["Ünï – “One”", "Zwei"];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))));
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le").swap16());
/** Curly quotes and a dash stand at 0x80 to 0x9f. */
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (c) => ({ "–": 0x96, "“": 0x93, "”": 0x94 })[c] ?? c.charCodeAt(0));
const rows = (...lines: readonly string[]): string => `${[HEAD, ...lines].join("\n")}\n`;
const lines = (...records: readonly string[]): string => records.join("\n");
const json = (incidents: unknown): string => JSON.stringify({ whenwhere: 1, incidents });
const MB = 2 ** 20;

const CASES: readonly (readonly [name: string, input: Input, outcome: Outcome])[] = [
  ["UTF-8", utf8(GOOD), { encoding: "utf-8", titles: TITLES, isSilent: true }],
  ["UTF-8 with a mark", joined([0xef, 0xbb, 0xbf], utf8(GOOD)), { encoding: "utf-8", titles: TITLES, isSilent: true }],
  ["text with a mark", `\ufeff${GOOD}`, { encoding: "text", titles: TITLES, isSilent: true }],
  [
    "a mark before a quoted header",
    '\ufeff"id","title","date","lat","lon"\na,One,2022,1,2\n',
    { titles: ["One"], isSilent: true, check: ({ incidents }) => expect(incidents[0]?.id).toBe("a") },
  ],
  ["marks inside cells", rows("a,\ufeffOne,\ufeff2022-02-03,1,2"), { titles: ["One"], undated: 0 }],
  ["UTF-16 LE with a mark", joined([0xff, 0xfe], utf16le(GOOD)), { encoding: "utf-16le", titles: TITLES }],
  ["UTF-16 BE with a mark", joined([0xfe, 0xff], utf16be(GOOD)), { encoding: "utf-16be", titles: TITLES }],
  ["UTF-16 LE without a mark", utf16le(GOOD), { encoding: "utf-16le", titles: TITLES }],
  ["UTF-16 BE without a mark", utf16be(GOOD), { encoding: "utf-16be", titles: TITLES }],
  ["UTF-16 with half a last character", joined([0xff, 0xfe], utf16le(GOOD), [0x41]), { encoding: "utf-16le", kept: 2 }],
  ["Windows-1252", windows1252(GOOD), { encoding: "windows-1252", titles: TITLES, says: ["input/encoding"] }],
  [
    "UTF-8 with one invalid byte",
    joined(utf8(GOOD), utf8("c,Dr"), [0xff], utf8("ei,2022,1,2\n")),
    { encoding: "utf-8 with errors", titles: [...TITLES, "Dr\ufffdei"], says: ["input/encoding"] },
  ],
  ["UTF-8 cut within its last character", joined(utf8(`${HEAD}\na,One`), [0xc3]), { encoding: "utf-8", kept: 1 }],
  ["lone surrogates", rows("a,On\ud800e,2022,1,2", "b,\udc00,2022,1,2"), { kept: 2 }],
  ["NUL in cells and names", `id,title\0,date,lat,lon\na,O\0ne,2022-02-03\0,1,2\n`, { kept: 1 }],
  ["nothing but NUL", new Uint8Array(4096), { kept: 0 }],
  ["random bytes", Uint8Array.from({ length: 4096 }, (_, i) => (i * 197 + (i >> 3) * 31) & 0xff), { kept: 0 }],
  ["CRLF", GOOD.replaceAll("\n", "\r\n"), { titles: TITLES, isSilent: true }],
  ["bare CR", GOOD.replaceAll("\n", "\r"), { titles: TITLES, isSilent: true }],
  ["all three line ends", `${HEAD}\r\na,One,2022,1,2\rb,Two,2022,1,2\nc,Three,2022,1,2`, { kept: 3 }],
  ["quoted newlines", rows('a,"One\ntwo\r\nthree",2022,1,2', "b,Two,2022,1,2"), { kept: 2, isSilent: true }],
  ["partial quoting", rows('"a",One,"2022",1,2', 'b,"Two, or ""2""",2022,1,2'), { titles: ["One", 'Two, or "2"'] }],
  [
    "a quotation mark that is never closed",
    rows('a,"One,2022,1,2', "b,Two,2022,1,2", "c,Three,2022,1,2"),
    { titles: ["One", "Two", "Three"], says: ["table/quote"] },
  ],
  [
    "half a last row",
    `${rows("a,One,2022,1,2")}b,Tw`,
    { titles: ["One", "Tw"], undated: 1, says: ["table/short-row"] },
  ],
  [
    "rows that are too long",
    rows("a,One,2022,1,2,surplus,more", "b,Two,2022,1,2,,"),
    { kept: 2, says: ["table/long-row"] },
  ],
  [
    "header rows in the body",
    rows("a,One,2022,1,2", HEAD, "b,Two,2022,1,2", HEAD.toUpperCase()),
    { titles: ["One", "Two"], rejected: 2, says: ["table/repeated-header"] },
  ],
  [
    "rows that sum up the others, and records of that name",
    [
      "title,date,lat,lon,killed",
      "One,2022,1,2,3",
      "Total,,,,3",
      'Grand total:,,,,"2,204"',
      "Total,2023,,,3",
      "Total,,1,2,3",
      "Total,,,,",
      "Total,,,,3 or more",
    ].join("\n"),
    { titles: ["One", "Total", "Total", "Total", "Total"], rejected: 2, says: ["table/totals-row"] },
  ],
  [
    "HXL tags under the header",
    rows("#event+id,#event+name,#date,#geo+lat,#geo+lon", "a,One,2022,1,2"),
    { titles: ["One"], rejected: 0, says: ["table/tag-row"] },
  ],
  ["blank lines", `${HEAD}\n\n  \na,One,2022,1,2\n,,,,\n\n`, { titles: ["One"], rejected: 0 }],
  ["0, 0", rows("a,One,2022,0,0"), { unplaced: 1, says: ["place/null-island"] }],
  ["coordinates that stand for none", rows("a,One,2022,-99,-999", "b,Two,2022,-9999,-9999"), { unplaced: 2 }],
  ["the null of SQL Server", rows("a,One,1753-01-01,1,2"), { kept: 1 }],
  ["a day of zeros", rows("a,One,0000-00-00,1,2"), { kept: 1, undated: 1 }],
  ["duplicate ids", rows("a,One,2022,1,2", "a,Two,2022,1,2", "a,Two,2022,1,2"), { kept: 3 }],
  [
    "__proto__ and constructor as columns",
    "id,title,__proto__,constructor,toString,hasOwnProperty\na,One,x,y,z,w\n",
    {
      kept: 1,
      check: ({ incidents }) => {
        expect(Object.getPrototypeOf(incidents[0])).toBe(Object.prototype);
        expect(({} as Record<string, unknown>).x).toBeUndefined();
        expect(Object.keys(incidents[0]?.extra ?? {}).sort()).toContain("constructor");
      },
    },
  ],
  ["__proto__ in JSON", '{"whenwhere":1,"incidents":[{"id":"a","title":"One","__proto__":{"evil":1}}]}', { kept: 1 }],
  ["columns of one name", "id,title,title,date,date\na,One,Uno,2022,2023\n", { kept: 1 }],
  ["columns without names", ",title,,date\na,One,x,2022\n", { kept: 1 }],
  ["a cell of 10 MB", rows(`a,${"x".repeat(10 * MB)},2022,1,2`, "b,Two,2022,1,2"), { kept: 2 }],
  ["a quoted cell of 10 MB with lines", rows(`a,"${"line\n".repeat(2 * MB)}",2022,1,2`, "b,Two,2022,1,2"), { kept: 2 }],
  ["a row of 100,000 delimiters", rows(",".repeat(100_000), "b,Two,2022,1,2"), { kept: 1 }],
  ["100,000 open quotation marks", rows('"'.repeat(100_001), "b,Two,2022,1,2"), {}],
  ["JSON that is a million lists deep", "[".repeat(1e6), { kept: 0, says: ["input/json-syntax"] }],
  ["JSON that is closed, a million lists deep", "[".repeat(1e6) + "]".repeat(1e6), { kept: 0 }],
  ["a record a million deep", `[{"id":"a","title":"One","x":${"[".repeat(1e6)}${"]".repeat(1e6)}}]`, {}],
  [
    "a GeoJSON a million deep",
    `{"type":"Feature","geometry":null,"properties":{"x":${'{"a":'.repeat(2e5)}1${"}".repeat(2e5)}}}`,
    {},
  ],
  [
    "huge numbers",
    '[{"id":"a","title":"One","where":{"lon":1e999,"lat":-1e308}},{"id":12345678901234567890,"title":"Two"}]',
    { unplaced: 2 },
  ],
  ["years of many digits", rows("a,One,Y170000002,1,2", `b,Two,${"9".repeat(400)},1,2`), { kept: 2 }],
  ["JSON that is cut off", json([{ id: "a", title: "One" }]).slice(0, -6), { kept: 0, says: ["input/json-syntax"] }],
  ["a list with what is no record", '[null,1,"x",[],{},{"id":"a","title":"One"}]', { kept: 1, rejected: 5 }],
  [
    "JSON Lines with broken lines",
    lines('{"id":"a","title":"One"}', '{"id":"b","title":', "", "nonsense", '{"id":"c","title":"Three"}'),
    { titles: ["One", "Three"], rejected: 2, says: ["input/json-line"] },
  ],
  [
    "JSON Lines that are cut off",
    lines('{"id":"a","title":"One"}', '{"id":"b","title":"Two"}', '{"id":"c'),
    { kept: 2, rejected: 1 },
  ],
  ["JSON Lines with CRLF", '{"id":"a","title":"One"}\r\n{"id":"b","title":"Two"}\r\n', { titles: ["One", "Two"] }],
  ["nothing", "", { kept: 0, says: ["input/empty"] }],
  ["blanks", " \n\t\r\n ", { kept: 0, says: ["input/empty"] }],
  ["a header alone", `${HEAD}\n`, { kept: 0, says: ["input/no-usable-row"] }],
  ["a web page", "<!doctype html><title>Log in</title>", { kept: 0, says: ["input/html"] }],
];

/** What is large takes long, and no zone can change it. */
const HERE = CASES.filter(([, input]) => process.env.TZ === "UTC" || input.length < 100_000);

describe("dirt", () => {
  it.each(HERE)("%s: nothing is thrown, the sums hold, and what came of it is said", (_, input, outcome) => {
    const result = readIncidents(input);
    const { report, issues, incidents } = result;
    expect(brokenLaws(result)).toBe("");
    if (outcome.titles !== undefined) expect(incidents.map(({ title }) => title)).toEqual(outcome.titles);
    for (const count of ["kept", "rejected", "undated", "unplaced"] as const) {
      if (outcome[count] !== undefined) expect([count, report.rows[count]]).toEqual([count, outcome[count]]);
    }
    if (outcome.encoding !== undefined) expect(report.encoding).toBe(outcome.encoding);
    expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining([...(outcome.says ?? [])]));
    if (outcome.isSilent === true) expect(issues.map(({ code }) => code)).toEqual(["table/columns"]);
    outcome.check?.(result);
  });

  it("keeps what a cut-off gzip file still gives, and says so", async () => {
    const whole = `${HEAD}\n${Array.from({ length: 20_000 }, (_, i) => `e${i},Title ${(i * 7919) % 10_007},2022-02-03,1,2`).join("\n")}\n`;
    const packed = new Uint8Array(gzipSync(whole));
    const table = await loadIncidents(packed.subarray(0, packed.length >> 1));
    expect(table.report.rows.kept).toBeGreaterThan(1000);
    expect(table.issues[0]).toMatchObject({ code: "input/cut-off", severity: "warning" });
    expect(brokenLaws(table)).toBe("");
    const records = Array.from({ length: 5000 }, (_, i) => ({ id: `e${i}`, title: `T ${(i * 7919) % 10_007}` }));
    const document = new Uint8Array(gzipSync(json(records)));
    const refused = await loadIncidents(document.subarray(0, document.length >> 1));
    expect(refused.report.rows.kept).toBe(0);
    expect(refused.issues.map(({ code }) => code)).toEqual(["input/cut-off", "input/json-syntax"]);
    const all = await loadIncidents(packed);
    expect(all.report.rows.kept).toBe(20_000);
    expect(all.issues.map(({ code }) => code)).toEqual(["table/columns"]);
  });

  it("refuses a bomb with its size and the limit, and a packed file within a packed file", async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(40 * MB, "a")));
    await expect(loadIncidents(bomb)).rejects.toMatchObject({
      code: "load/too-large",
      message: expect.stringMatching(new RegExp(`${bomb.length} packed bytes .* limit is 400`)),
    });
    const nested = await loadIncidents(new Uint8Array(gzipSync(gzipSync(GOOD))));
    expect(nested.issues.map(({ code }) => code)).toEqual(["input/archive"]);
  });
});
