import { type IncidentMapHandle, type IncidentMapOptions, incidentMap } from "@whenwhere/map";
import type { Incident } from "@whenwhere/model";
import { createStore, type Store } from "@whenwhere/store";
import { afterEach } from "vitest";

export const HOSTILE = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;

/** Two places, one of them shared by two records, a province, a country, a radius, a far town and one without a place. */
export const INCIDENTS: readonly Incident[] = [
  {
    id: "town",
    title: "Strike on Abu Dhabi",
    category: "strike",
    when: { edtf: "2022-02-02" },
    where: { name: "Abu Dhabi", lon: 54.37, lat: 24.45, precision: "settlement", country: "AE" },
  },
  {
    id: "same-1",
    title: "First at Riyadh",
    category: "attack",
    when: { edtf: "2022-01-05" },
    where: { name: "Riyadh", lon: 46.7, lat: 24.7, precision: "exact", country: "SA" },
  },
  {
    id: "same-2",
    title: "Second at Riyadh",
    category: "attack",
    when: { edtf: "2022-01-06" },
    where: { name: "Riyadh", lon: 46.7, lat: 24.7, precision: "exact", country: "SA" },
  },
  {
    id: "province",
    title: "Somewhere in Shabwah",
    category: "attack",
    when: { edtf: "2022-01-10" },
    where: { name: "Shabwah", precision: "province", country: "YE", admin1: "Shabwah" },
  },
  {
    id: "country",
    title: "Somewhere in Oman",
    category: "exercise",
    when: { edtf: "2022-03" },
    where: { name: "Oman", precision: "country", country: "OM" },
  },
  {
    id: "hostile",
    title: HOSTILE,
    category: "arrest",
    status: "alleged",
    when: { edtf: "2022-01-20" },
    where: { name: HOSTILE, lon: 36.3, lat: 33.5, precision: "settlement", radiusM: 90_000, basis: "assumed" },
  },
  { id: "nowhere", title: "Attack on a pipeline", category: "attack", when: { edtf: "2022-01-15" } },
];

/** A map of 640 by 480 pixels in the page, with its store. */
export interface Fixture {
  readonly host: HTMLElement;
  readonly store: Store;
  readonly map: IncidentMapHandle;
  /** The element that takes hands and keys. */
  readonly hands: HTMLElement;
  remove(): void;
}

export function makeMap(
  options: Partial<Omit<IncidentMapOptions, "store">> = {},
  { widthPx = 640, heightPx = 480 } = {},
): Fixture {
  const host = document.createElement("main");
  host.style.cssText = `width:${widthPx}px;height:${heightPx}px`;
  document.body.appendChild(host);
  const store = createStore(INCIDENTS);
  // The ground is seldom what is looked at, and its finest outline takes seconds where a processor plays the graphics card.
  const map = incidentMap(host, { store, locale: "en", detail: "110m", ...options });
  return {
    ...{ host, store, map },
    hands: map.element.querySelector(".ww-map-hands") as HTMLElement,
    remove: () => {
      map.destroy();
      host.remove();
    },
  };
}

/** Call it at the head of a file: makes maps with usual options of its own, each of which ends after its test. */
export function endingMaps(usual: Parameters<typeof makeMap>[0] = {}): typeof makeMap {
  const made: Fixture[] = [];
  afterEach(() => {
    for (const one of made.splice(0)) one.remove();
  });
  return (options = {}, size) => {
    const one = makeMap({ ...usual, ...options }, size);
    made.push(one);
    return one;
  };
}

/** Resolves at the map's `ready`. */
export function ready({ map }: Fixture): Promise<void> {
  return new Promise((resolve) => {
    const undo = map.on("ready", () => {
      undo();
      resolve();
    });
  });
}

/** Resolves after the picture was drawn anew. */
export function drawn({ map }: Fixture): Promise<void> {
  return new Promise((resolve) => {
    const undo = map.on("draw", () => {
      undo();
      resolve();
    });
  });
}
