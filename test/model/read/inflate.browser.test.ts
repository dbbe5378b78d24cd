import { loadIncidents } from "@whenwhere/model";
import { describe, expect, it } from "vitest";

const csv = (from: number, rows: number): string =>
  Array.from({ length: rows }, (_, i) => `e${from + i},Title ${((from + i) * 7919) % 10_007},2022-02-03,1,2\n`).join(
    "",
  );
const HEAD = "id,title,date,lat,lon\n";

async function gzip(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe("gzip in a page", () => {
  it("is read member by member, though the page's own stream takes only one", async () => {
    const members = [await gzip(HEAD + csv(0, 3000)), await gzip(csv(3000, 10)), await gzip(csv(3010, 2000))];
    const file = new File(members as BlobPart[], "events.csv.gz");
    const { report } = await loadIncidents(file);
    expect(report.rows).toMatchObject({ read: 5010, kept: 5010, rejected: 0 });
    expect(report.issues.map(({ code }) => code)).toEqual(["table/columns"]);
  });

  it("keeps what a cut-off file still gives, and says so", async () => {
    const whole = await gzip(HEAD + csv(0, 20_000));
    const { report, issues } = await loadIncidents(whole.subarray(0, whole.length >> 1));
    expect(report.rows.kept).toBeGreaterThan(1000);
    expect(issues[0]).toMatchObject({ code: "input/cut-off" });
  });

  it("refuses bombs", async () => {
    const bomb = await gzip("a".repeat(40 * 2 ** 20));
    await expect(loadIncidents(bomb)).rejects.toMatchObject({ code: "load/too-large" });
  });
});
