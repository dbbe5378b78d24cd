import {
  bool,
  dateDay,
  dictionary,
  field,
  float32,
  int64,
  list,
  struct,
  TimeUnit,
  tableFromArrays,
  tableToIPC,
  timeMillisecond,
  timestamp,
  utf8,
} from "@uwdata/flechette";
import { loadIncidents, readIncidents } from "@whenwhere/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openArrow } from "../../../packages/model/src/formats/arrow/arrow-table.ts";
import { unpackLz4Frame } from "../../../packages/model/src/formats/arrow/lz4-frame.ts";
import { fullRuns } from "../../full-runs.ts";
import { brokenLaws } from "./layout-laws.ts";

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const arrays = {
  id: ["a1", "a2", "a3"],
  title: ["Port", null, "Ünï"],
  date: [day("2022-02-03"), day("1899-12-31"), null],
  wall: [Date.UTC(2022, 1, 3, 10, 30), Date.UTC(1969, 11, 31, 23, 59, 59), null],
  instant: [Date.UTC(2022, 1, 3, 6, 30), null, 0],
  clock: [37_805_000, null, 0],
  latitude: [24.45, -33.87, null],
  big: [9007199254740993n, -1n, 42n],
  category: ["x", "y", "x"],
  flag: [true, false, null],
  tags: [["drone", "port"], ["a;b"], []],
  seen: [[day("2022-02-03")], null, []],
  nested: [{ name: "x", at: Date.UTC(2022, 1, 3) }, null, { name: null, at: null }],
};
const types = {
  id: utf8(),
  title: utf8(),
  date: dateDay(),
  wall: timestamp(TimeUnit.MICROSECOND),
  instant: timestamp(TimeUnit.MILLISECOND, "Asia/Dubai"),
  clock: timeMillisecond(),
  latitude: float32(),
  big: int64(),
  category: dictionary(utf8()),
  flag: bool(),
  tags: list(utf8()),
  seen: list(dateDay()),
  nested: struct([field("name", utf8()), field("at", timestamp(TimeUnit.SECOND))]),
};
const ipc = (format: "stream" | "file"): Uint8Array =>
  tableToIPC(tableFromArrays(arrays, { types, useBigInt: true }), { format }) as Uint8Array;

describe("arrow", () => {
  it.each(["stream", "file"] as const)("reads every type of an IPC %s exactly", async (format) => {
    const opened = await openArrow(ipc(format));
    if (!("table" in opened)) throw new TypeError("read as a collection");
    const { table, notes } = opened;
    expect(notes).toEqual([]);
    const cells = Object.fromEntries(
      (table?.columns ?? []).map((name, i) => [name, table?.rows.map((row) => row.cells[i])]),
    );
    expect(cells).toEqual({
      id: ["a1", "a2", "a3"],
      title: ["Port", null, "Ünï"],
      date: ["2022-02-03", "1899-12-31", null],
      wall: ["2022-02-03T10:30:00", "1969-12-31T23:59:59", null],
      instant: ["2022-02-03T06:30:00Z", null, "1970-01-01T00:00:00Z"],
      clock: ["10:30:05", null, "00:00:00"],
      latitude: [24.45, -33.87, null],
      big: ["9007199254740993", -1, 42],
      category: ["x", "y", "x"],
      flag: ["true", "false", null],
      tags: ["drone; port", '["a;b"]', ""],
      seen: ["2022-02-03", null, ""],
      nested: ['{"name":"x","at":"2022-02-03T00:00:00"}', null, '{"name":null,"at":null}'],
    });
  });

  it("reads a table without a preset by its columns", async () => {
    const result = await loadIncidents(ipc("file"), { mapping: { date: "date", start: null, end: null } });
    expect(result.report).toMatchObject({ format: "arrow", encoding: "arrow", rows: { read: 3, kept: 3, undated: 1 } });
    expect(result.incidents[0]).toMatchObject({ id: "a1", title: "Port", tags: ["drone", "port"] });
    expect(brokenLaws(result)).toBe("");
  });

  it("sends the one who reads it without loading to loadIncidents", () => {
    for (const format of ["file", "stream"] as const) {
      const { issues } = readIncidents(ipc(format));
      expect(issues.map(({ code }) => code)).toEqual(["input/needs-loading"]);
    }
  });

  it("unpacks LZ4 frames whose blocks refer back, and refuses broken ones", () => {
    // "abcd" as literals, then 12 bytes copied from 4 back; a second block copies from the first; then a stored block.
    const first = [0x48, 0x61, 0x62, 0x63, 0x64, 4, 0, 0x10, 0x21];
    const second = [0x02, 17, 0, 0x10, 0x3f];
    const block = (bytes: number[], stored = false): number[] => [bytes.length, 0, 0, stored ? 0x80 : 0, ...bytes];
    const frame = [
      4,
      0x22,
      0x4d,
      0x18,
      0x40,
      0x40,
      0,
      ...block(first),
      ...block(second),
      ...block([0x7a], true),
      0,
      0,
      0,
      0,
    ];
    const unpacked = unpackLz4Frame(Uint8Array.from(frame), 25);
    expect(new TextDecoder().decode(unpacked)).toBe("abcdabcdabcdabcd!abcdab?z");
    for (let length = 0; length < frame.length; length++) {
      expect(() => unpackLz4Frame(Uint8Array.from(frame.slice(0, length)), 25)).toThrow(RangeError);
    }
    expect(() => unpackLz4Frame(Uint8Array.from(frame), 24)).toThrow(RangeError);
  });

  it("never throws on mutated bytes, and the sums hold", async () => {
    const files = [ipc("file"), ipc("stream")];
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), edits, fc.nat(), async (original, changes, end) => {
        const bytes = original.slice(0, end % 3 === 0 ? end % original.length : original.length);
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        expect(brokenLaws(await loadIncidents(bytes))).toBe("");
      }),
      { seed: 4, numRuns: fullRuns(2000) },
    );
  });
});
