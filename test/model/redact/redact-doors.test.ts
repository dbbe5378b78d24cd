import { gzipSync } from "node:zlib";
import { loadColumns, loadIncidents } from "@whenwhere/model";
import { describe, expect, it } from "vitest";

const HEAD =
  "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";
const rows = Array.from(
  { length: 50 },
  (_, n) =>
    `SYR${n},2023-02-16,2023,1,Political violence,Battles,Armed clash,Rebelqux,,Rebel group,,,,Rebel group only,,760,Middle East,Syria,Aleppo,Al Bab,Tadef,Tadefqux,36.34527,37.71938,1,SANA,National,"On 16 February, clashes in Tadefqux.",3,,1676900000`,
);
const bytes = new TextEncoder().encode([HEAD, ...rows].join("\n"));

describe("every door that reads", () => {
  it.each([
    ["loadIncidents", () => loadIncidents(bytes, { redact: { radiusM: 25_000 } })],
    ["loadIncidents of gzip", () => loadIncidents(new Uint8Array(gzipSync(bytes)), { redact: { radiusM: 25_000 } })],
    ["loadColumns", () => loadColumns(bytes, { redact: { radiusM: 25_000 } })],
  ])("%s redacts", async (_, load) => {
    const result = await load();
    const text = JSON.stringify(result, (_key, value) => {
      if (value instanceof Uint8Array) return new TextDecoder().decode(value);
      return ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value;
    }).toLowerCase();
    for (const sought of ["tadefqux", "36.345", "37.719"]) expect(text).not.toContain(sought);
    expect(result.report.redaction?.places).toBe(50);
  });
});
