/* What the page of the benchmark of a file does, and the file. The function arrives in the page as text. */

/** The rows of the map's benchmark as `toArrow` takes columns: those of no place and of no day said as such. */
export function wholeColumns(columns) {
  const { startMs, placePrecision, category } = columns;
  const { length } = startMs;
  const [unknown, unplaced] = [8, 1];
  const isUnknown = (row) => placePrecision[row] === unknown;
  const where = (numbers) => numbers.map((value, row) => (isUnknown(row) ? Number.NaN : value));
  return {
    ...columns,
    ...{ length, lon: where(columns.lon), lat: where(columns.lat), radiusM: where(columns.radiusM) },
    dateBits: new Uint8Array(length),
    span: new Uint8Array(length),
    rowBits: Uint8Array.from({ length }, (_, row) => (isUnknown(row) ? unplaced : 0)),
    fields: { category: { ...category, offsets: null } },
    figures: {},
    sources: {},
  };
}

/** A map of a file, by an element or by the store that is loaded first: until its records stand on the drawn ground. */
export async function fileRun({ url, way }) {
  const target = document.querySelector("#map");
  const drawing = (map) =>
    new Promise((resolve) => {
      const undo = map.on("draw", () => {
        undo();
        resolve(performance.now());
      });
    });
  /** The drawn ground is uncovered when it is complete. */
  const watchGround = (root) => {
    const observer = new MutationObserver(() => {
      if (root.querySelector(".ww-map-layer:not(.ww-map-coming)") === null) return;
      observer.disconnect();
      performance.mark("ww ground");
    });
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
  };
  const byStore = async () => {
    const { incidentMap, loadStore, preloadMap } = globalThis.whenwhere;
    preloadMap();
    const { store, runsOn } = await loadStore(url);
    performance.mark("ww store");
    watchGround(target);
    const map = incidentMap(target, { store, locale: "en" });
    return { map, runsOn, drawn: drawing(map) };
  };
  const byElement = async () => {
    const element = document.createElement("ww-map");
    element.setAttribute("src", url);
    element.style.cssText = "display:block;height:600px";
    const shown = new Promise((resolve) => element.addEventListener("ww-ready", resolve, { once: true }));
    target.append(element);
    await shown;
    performance.mark("ww store");
    const map = element.handle;
    watchGround(element.shadowRoot ?? element);
    return { map, runsOn: null, drawn: drawing(map) };
  };
  performance.mark("ww begin");
  const begin = performance.now();
  const { map, runsOn, drawn } = await (way === "element" ? byElement() : byStore());
  const paintMs = (await drawn) - begin;
  performance.mark("ww drawn");
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { counts } = map.state;
  return { paintMs, runsOn, counts };
}
