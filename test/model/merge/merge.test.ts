import { type Incident, mergeIncidents, readDeletions, readIncidents } from "@whenwhere/model";
import { presets } from "@whenwhere/model/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";

const HEAD =
  "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,country,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp";
const row = (id: string, fatalities: number, timestamp: number, source = "SANA") =>
  `${id},2023-02-16,2023,1,Battles,Armed clash,A,Syria,Tadef,36.3,37.7,1,${source},On 16 February.,${fatalities},${timestamp}`;
const acled = (...rows: string[]) => readIncidents([HEAD, ...rows].join("\n"), { readers: presets });
const killed = ({ figures }: Incident) => figures?.[0]?.low ?? figures?.[0]?.best;

describe("merging files of one publisher", () => {
  const base = acled(row("SYR1", 3, 100), row("SYR2", 1, 100), row("SYR3", 2, 300, "SOHR"), row("SYR4", 7, 100));

  it("keeps the later upload, drops deletions, and says by id what changed", () => {
    const update = acled(row("SYR1", 5, 200), row("SYR2", 1, 100), row("SYR3", 9, 200), row("SYR9", 1, 200));
    const feed = readDeletions("event_id_cnty,deleted_timestamp\nSYR4,250\nSYR1,150\nSYR77,250\n");
    const { incidents, changes } = mergeIncidents(base, { ...update, deletions: feed?.deletions ?? [] });
    expect(changes).toEqual({
      added: ["SYR9"],
      changed: ["SYR1"],
      removed: ["SYR4"],
      outdated: ["SYR3"],
      idle: ["SYR1", "SYR77"],
      same: 2,
    });
    expect(incidents.map((incident) => [incident.id, killed(incident)])).toEqual([
      ["SYR1", 5],
      ["SYR2", 1],
      ["SYR3", 2],
      ["SYR9", 1],
    ]);
  });

  it("drops descriptions of sources that only a removed record referred to", () => {
    const { sources } = mergeIncidents(base, { deletions: [{ id: "SYR3", timestamp: null }] });
    expect(Object.keys(base.sources)).toHaveLength(2);
    expect(Object.values(sources).map(({ title }) => title)).toEqual(["SANA"]);
  });

  it("drops the source of a record that was replaced, and keeps those of claims and figures", () => {
    const titles = { a: { title: "A" }, b: { title: "B" }, c: { title: "C" }, d: { title: "D" } };
    const claims = [{ id: "c", field: "cause", value: "fire", source: "c" }];
    const figures = [{ measure: "killed", best: 1, source: "d" }];
    const { sources } = mergeIncidents(
      { incidents: [{ id: "x", title: "Old", sources: ["a"] }], sources: titles },
      { incidents: [{ id: "x", title: "New", sources: ["b"], claims, figures }] },
    );
    expect(Object.keys(sources)).toEqual(["b", "c", "d"]);
  });

  it("never had what came and went within one update", () => {
    const deletions = [{ id: "y", timestamp: null }];
    const { incidents, changes } = mergeIncidents({}, { incidents: [{ id: "y", title: "Y" }], deletions });
    expect([incidents, changes.added, changes.removed]).toEqual([[], [], []]);
  });

  it("works for any format with ids, the update winning without timestamps", () => {
    const [a, b] = ["id,title\nx,Old\ny,Same\n", "id,title\nx,New\n"].map((text) => readIncidents(text));
    const { incidents, changes } = mergeIncidents(a ?? {}, b ?? {});
    expect(incidents.map(({ title }) => title)).toEqual(["New", "Same"]);
    expect(changes).toMatchObject({ changed: ["x"], same: 1 });
  });

  it("holds its sums, changes nothing when repeated, and equals a slow twin", () => {
    const record = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      title: fc.constantFrom("1", "2"),
      stamp: fc.constantFrom(1, 2, 3, null),
    });
    const file = fc.uniqueArray(record, { selector: ({ id }) => id });
    const made = (rows: readonly { id: string; title: string; stamp: number | null }[]): Incident[] =>
      rows.map(({ id, title, stamp }) => ({ id, title, ...(stamp === null ? {} : { extra: { timestamp: stamp } }) }));
    const drops = fc.array(fc.record({ id: fc.constantFrom("a", "b", "e"), timestamp: fc.constantFrom(1, 3, null) }));
    fc.assert(
      fc.property(file, file, drops, (before, after, deletions) => {
        const update = { incidents: made(after), deletions };
        const { incidents, changes } = mergeIncidents({ incidents: made(before) }, update);
        expect(incidents.length).toBe(before.length + changes.added.length - changes.removed.length);
        expect(changes.same + changes.changed.length + changes.added.length).toBe(incidents.length);
        const again = mergeIncidents({ incidents }, { deletions });
        expect(again.incidents).toEqual(incidents);
        const stamp = (one: Incident | undefined) => one?.extra?.["timestamp"] as number | undefined;
        for (const id of ["a", "b", "c", "d"]) {
          const [old, fresh] = [made(before), made(after)].map((list) => list.find((one) => one.id === id));
          const older = fresh !== undefined && stamp(fresh) !== undefined && Number(stamp(fresh)) < Number(stamp(old));
          const wins = fresh === undefined || (old !== undefined && older) ? old : fresh;
          const dropped = deletions.some(
            (one) => one.id === id && !(one.timestamp !== null && one.timestamp < Number(stamp(wins))),
          );
          expect(incidents.find((one) => one.id === id)).toEqual(dropped ? undefined : wins);
        }
      }),
      { numRuns: fullRuns(2000) },
    );
  });
});

describe("lists of deletions", () => {
  it.each([
    ["the CSV feed", "event_id_cnty,deleted_timestamp\r\nSYR1,1676900000\r\n"],
    ["the feed with columns more", "event_id_cnty,deleted_timestamp,reason\nSYR1,1676900000,x\n"],
    ["the answer of the API", '{"status":200,"data":[{"event_id_cnty":"SYR1","deleted_timestamp":"1676900000"}]}'],
    ["a bare table", "id;timestamp\nSYR1;1676900000\n"],
  ])("are read from %s", (_, text) => {
    const read = readDeletions(new TextEncoder().encode(text));
    expect(read?.deletions).toEqual([{ id: "SYR1", timestamp: 1676900000 }]);
    expect(read?.report.rows).toMatchObject({ read: 1, kept: 1, rejected: 0 });
  });

  it("are read from a list of ids, and tell rows that name none", () => {
    expect(readDeletions('["a","b"]')?.deletions.map(({ id }) => id)).toEqual(["a", "b"]);
    const read = readDeletions("id,timestamp\na,1\n,2\n");
    expect([read?.deletions.length, read?.report.rows.rejected, read?.report.issues[0]?.row]).toEqual([1, 1, 2]);
  });

  it.each([
    [`${HEAD}\n${row("SYR1", 1, 1)}\n`],
    ["id,title\na,b\n"],
    ['{"whenwhere":1,"incidents":[]}'],
    ['[{"id":"a","title":"t"}]'],
    ["{"],
    [""],
    ["[]"],
  ])("are not seen in records: %s", (text) => {
    expect(readDeletions(text)).toBeNull();
  });

  it("never throw on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom("", "id\n", '[{"id":'), (bytes, start) => {
        const read = readDeletions(new Uint8Array([...new TextEncoder().encode(start), ...bytes]));
        if (read !== null) expect(read.report.rows.kept + read.report.rows.rejected).toBe(read.report.rows.read);
      }),
      { numRuns: fullRuns(2000) },
    );
  });
});
