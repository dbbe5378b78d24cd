import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { call } from "./fake-io.ts";

const CSV = "id,title,date,lat,lon\na,One,2022-02-03,24.45,54.37\nb,Two,2022-03,,\n";
const fixture = path.join(import.meta.dirname, "../model/formats/fixtures/acled-layout.parquet");
const latin1 = (text: string | undefined): Uint8Array => new Uint8Array(Buffer.from(text ?? "", "latin1"));

describe("whenwhere on files that are no text", () => {
  it("checks gzip, Parquet and what convert --to arrow wrote", async () => {
    const packed = await call(["check", "a.csv.gz", "--json"], { "a.csv.gz": new Uint8Array(gzipSync(CSV)) });
    expect(packed.exit).toBe(0);
    expect(JSON.parse(packed.out)).toMatchObject({
      format: "csv",
      rows: { read: 2, kept: 2, undated: 0, unplaced: 1 },
    });
    const parquet = await call(["check", "a.parquet", "--json"], {
      "a.parquet": new Uint8Array(readFileSync(fixture)),
    });
    expect(JSON.parse(parquet.out)).toMatchObject({ format: "acled", encoding: "parquet", rows: { kept: 40 } });
    const converted = await call(["convert", "a.csv", "a.arrow"], { "a.csv": CSV });
    expect(converted.exit).toBe(0);
    const back = await call(["convert", "a.arrow", "b.json"], { "a.arrow": latin1(converted.written["a.arrow"]) });
    const direct = await call(["convert", "a.csv", "b.json"], { "a.csv": CSV });
    expect(JSON.parse(back.written["b.json"] ?? "")).toEqual(JSON.parse(direct.written["b.json"] ?? ""));
  });

  it("writes no bytes to standard output", async () => {
    const { exit, error } = await call(["convert", "a.csv", "-", "--to", "arrow"], { "a.csv": CSV });
    expect(exit).toBe(2);
    expect(error).toContain("name a file");
  });
});
