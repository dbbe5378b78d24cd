import { describeMap, type MapDescriptionTexts } from "../../scene/index.ts";
import type { MapContext } from "../context.ts";
import type { MapText } from "../map-text.ts";

/** The picture that the map shows, or is on its way to, in sentences; empty before the first one. */
export function describePicture({ ground, records, options, text }: MapContext): string {
  const { surface } = ground;
  if (surface === null || records.isPending) return "";
  const { store, words } = options;
  const { summary, sentences } = describeMap(records.sceneOf(surface.viewport()), store, {
    words,
    texts: textsOf(text, words.t("map.possibly")),
  });
  return [summary, ...sentences].join("\n");
}

function textsOf(text: MapText, possibly: string): MapDescriptionTexts {
  return {
    summary: (counts) => text("saidSummary", counts),
    area: (name, n) => (name === "" ? text("here", { n }) : text("saidArea", { name, n })),
    cluster: (n, names) => (names === "" ? text("saidCluster", { n }) : text("saidClusterNames", { names, n })),
    edge: (name, n) => text("saidEdge", { name, n }),
    unplaced: (n) => text("tray", { n }),
    cell: (name, { n, possible, expected }) =>
      [
        name === "" ? text("here", { n }) : text("densityCell", { name, n }),
        `${possibly}: ${possible}`,
        text("densityExpected", { n: expected }),
      ].join(", "),
    areaOnly: (n) => text("densityLeft", { n }),
  };
}
