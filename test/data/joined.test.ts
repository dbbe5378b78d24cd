import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { allIncidents, dataFolder, datasets, dataText } from "./collections.ts";

const buildUrl = pathToFileURL(path.join(dataFolder, "build.mjs")).href;
const all = allIncidents();

interface Summary {
  readonly folder: string | null;
  readonly file: string;
  readonly records: number;
  readonly status: Readonly<Record<string, number>>;
  readonly undated: number;
  readonly unplaced: number;
}

const index = JSON.parse(dataText("index.json")) as { readonly all: Summary; readonly datasets: readonly Summary[] };
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

describe("the index and the join of the example datasets", () => {
  it("are what `node data/build.mjs` writes from the folders", async () => {
    const { outputs } = (await import(buildUrl)) as { outputs: () => Readonly<Record<string, string>> };
    const written = Object.entries(outputs());
    expect(written.map(([name]) => name)).toEqual(["all.json", "index.json", "schema.json"]);
    for (const [name, text] of written)
      expect(dataText(name) === text, `${name} is stale: run node data/build.mjs`).toBe(true);
  });

  it("hold each happening once, at least 95 of them", () => {
    const ids = all.incidents.map((incident) => incident.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(95);
  });

  it("hold every record of every folder, unchanged", () => {
    const joined = new Map(all.incidents.map((incident) => [incident.id, incident]));
    for (const { folder, collection } of datasets()) {
      for (const incident of collection.incidents) expect(joined.get(incident.id), folder).toEqual(incident);
    }
  });

  it("count so that the parts add up to the whole", () => {
    for (const entry of [index.all, ...index.datasets]) {
      expect(sum(entry.status), entry.file).toBe(entry.records);
      expect(entry.undated + entry.unplaced, entry.file).toBeLessThanOrEqual(2 * entry.records);
    }
    expect(index.all.records).toBe(all.incidents.length);
    expect(index.datasets.map((entry) => entry.folder).sort()).toEqual(
      datasets()
        .map(({ folder }) => folder)
        .sort(),
    );
  });

  it("start with the three datasets of the front page", () => {
    expect(index.datasets.slice(0, 3).map((entry) => entry.folder)).toEqual([
      "cabo-delgado-attacks",
      "abu-dhabi-uav-strike",
      "xinjiang-drills",
    ]);
  });
});
