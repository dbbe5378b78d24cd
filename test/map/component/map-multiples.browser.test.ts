import { type IncidentMapHandle, incidentMap } from "@whenwhere/map";
import { createStore, type Store } from "@whenwhere/store";
import { afterEach, expect, it, vi } from "vitest";
import { eventually } from "../../eventually.ts";
import { INCIDENTS } from "./map-fixture.ts";

/** Half as many again as Chromium allows WebGL contexts. */
const MAPS = 24;
const PLACES = 12;

let page: HTMLElement;
const made: { map: IncidentMapHandle; store: Store }[] = [];

function make(options: { projection?: "flat" | "mercator" } = {}): { map: IncidentMapHandle; store: Store } {
  const host = document.createElement("div");
  host.style.cssText = "width:200px;height:200px;flex:none";
  page.append(host);
  const store = createStore(INCIDENTS);
  const one = { store, map: incidentMap(host, { store, locale: "en", header: "none", detail: "110m", ...options }) };
  made.push(one);
  return one;
}

afterEach(() => {
  for (const { map, store } of made.splice(0)) {
    map.destroy();
    store.destroy();
  }
  page.remove();
});

/** Pixels that are not clear, on the canvas of the records. */
function inked({ element }: IncidentMapHandle): number {
  const canvas = element.querySelector("canvas.ww-map-records") as HTMLCanvasElement;
  const ctx = canvas.getContext("2d") as CanvasRenderingContext2D;
  const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) count++;
  return count;
}

it("draws 24 maps on a page, loses none of them, and says which are drawn without WebGL", async () => {
  const faults = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
  let lost = 0;
  page = document.createElement("main");
  page.style.cssText = "display:flex;flex-wrap:wrap;width:1240px";
  page.addEventListener("webglcontextlost", () => lost++, true);
  document.body.append(page);
  for (let i = 0; i < MAPS; i++) make();
  // Maps wait until they are in sight: the page is walked through from top to bottom.
  for (const { map } of made) {
    map.element.scrollIntoView({ block: "center" });
    await eventually(() => expect(map.state.ground).not.toBeNull());
  }
  const grounds = () => made.map(({ map }) => map.state.ground);
  await eventually(() => expect(grounds().filter((ground) => ground === "webgl")).toHaveLength(PLACES));
  expect(grounds().filter((ground) => ground === "flat")).toHaveLength(MAPS - PLACES);
  for (const { map, store } of made) {
    const { shown, drawn, clustered, unplaced } = map.state.counts;
    expect([shown, drawn + clustered + unplaced]).toEqual([store.count().shown, shown]);
    expect(inked(map)).toBeGreaterThan(200);
    if (map.state.ground === "flat") expect(map.state.notice).toContain("12 other maps");
  }
  expect(lost).toBe(0);
  for (const fault of faults) expect(fault.mock.calls).toEqual([]);
  // A place that a map gives back is taken by the next.
  made.splice(grounds().indexOf("webgl"), 1)[0]?.map.destroy();
  const next = make();
  next.map.element.scrollIntoView({ block: "center" });
  await eventually(() => expect(next.map.state.ground).toBe("webgl"));
});

it("moves 24 flat maps by one shared camera", async () => {
  page = document.createElement("main");
  page.style.cssText = "display:flex;flex-wrap:wrap;width:1240px";
  document.body.append(page);
  for (let i = 0; i < MAPS; i++) make({ projection: "flat" });
  for (const { map } of made) {
    map.element.scrollIntoView({ block: "center" });
    await eventually(() => expect(map.state.ground).toBe("flat"));
  }
  for (const { map } of made) map.update({ camera: { lon: 20, lat: 10, zoom: 3 } });
  for (const { map } of made) expect(map.state.camera).toMatchObject({ lon: 20, lat: 10, zoom: 3 });
});
