import { type IncidentMapHandle, type IncidentMapOptions, incidentMap } from "@whenwhere/map";
import { expect } from "vitest";
import { seenOf, twinHosts, updateWalks } from "../../walk.ts";

const twins = twinHosts("width:720px;height:480px");

/** The canvas of the records is left out: names and badges of areas keep their places there. */
const seen = (host: HTMLElement) => ({
  ...seenOf(host, "canvas:not(.ww-map-records)"),
  text: (host.firstElementChild as HTMLElement).innerText.replace(/\s+/g, " "),
});

updateWalks<IncidentMapOptions, IncidentMapHandle>(twins, {
  name: "a map",
  length: 18,
  usual: { projection: "flat", camera: { lon: 40, lat: 20, zoom: 3 } },
  values: {
    projection: ["flat", "equal-earth", "natural-earth"],
    theme: ["auto", "light", "dark"],
    locale: ["en", "fr", "ar"],
    detail: ["110m", "50m"],
    worldview: ["de-facto", "none"],
    points: ["clusters", "all"],
    attribution: ["", "Desk"],
    header: ["counts", "hint", "none"],
    density: ["none", "hexbin", "heat"],
    tools: [["fullscreen"], ["reset", "locate"], []],
    camera: [
      { lon: 40, lat: 20, zoom: 3 },
      { lon: 100, lat: 35, zoom: 1.5 },
    ],
  },
  make: incidentMap,
  same(long, short, done) {
    expect(short.state.ground).toBe("flat");
    expect(seen(twins.walked), done).toEqual(seen(twins.fresh));
    expect(long.state.counts, done).toEqual(short.state.counts);
  },
});
