import { type Incident, toCollection, toCSV, toGeoJSON } from "@whenwhere/model";
import { HIDDEN, type Store } from "@whenwhere/store";
import { type Child, h, saveFile, type Words } from "@whenwhere/view";

/** What can be downloaded. */
export interface DownloadOptions {
  readonly store: Store;
  readonly words: Words;
  readonly title: string;
  /** The timeline as it stands, or null while there is none. */
  readonly timelineSvg: () => string | null;
}

function shownIncidents(store: Store): Incident[] {
  const passing = store.passing();
  const incidents: Incident[] = [];
  for (const row of store.timeOrder) if (passing[row] !== HIDDEN) incidents.push(store.incident(row));
  return incidents;
}

function fileName(title: string): string {
  const plain = title
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "incidents" : plain.slice(0, 60).toLowerCase();
}

/** Buttons that save what is shown: records, table, places, and the picture of the timeline. */
export function downloadMenu(options: DownloadOptions, onDone: () => void): Child {
  const { store, words, title } = options;
  const name = fileName(title);
  const item = (key: string, save: () => void): HTMLElement =>
    h(
      "button",
      {
        type: "button",
        class: "ww-menu-item",
        onclick: () => {
          save();
          onDone();
        },
      },
      words.t(`workspace.download.${key}`),
    );
  const { sources, attribution, license } = store;
  const parts = { title, sources, attribution, license };
  return [
    h("p", { class: "ww-secondary" }, words.t("workspace.download.scope", { n: store.count().shown })),
    item("json", () => {
      const text = JSON.stringify(toCollection(shownIncidents(store), parts), null, 2);
      saveFile(`${name}.json`, text, "application/json");
    }),
    item("csv", () => {
      const text = toCSV(shownIncidents(store), { mode: "spreadsheet", attribution, license });
      saveFile(`${name}.csv`, text, "text/csv");
    }),
    item("geojson", () => {
      const text = JSON.stringify(toGeoJSON(shownIncidents(store), parts), null, 2);
      saveFile(`${name}.geojson`, text, "application/geo+json");
    }),
    item("svg", () => {
      const picture = options.timelineSvg();
      if (picture !== null) saveFile(`${name}.svg`, picture, "image/svg+xml");
    }),
  ];
}
