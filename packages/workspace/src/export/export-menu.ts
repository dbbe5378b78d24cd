import { type Child, h, saveFile, svgToPng } from "@whenwhere/view";
import type { Exported } from "./saved-files.ts";
import { fileName } from "./shown-records.ts";

/** What can be exported, and from where. */
export interface ExportMenuOptions extends Exported {
  /** Whether a page that opens from disk is offered. */
  readonly page: boolean;
  /** More entries, by the key of their text. */
  readonly more?: Readonly<Record<string, () => void>>;
  /** A message that stands for some seconds and is spoken. */
  readonly say: (text: string) => void;
}

/** What writes the files: loaded with the first one that is asked for. */
const writers = () => import("./saved-files.ts");

async function savePage(options: ExportMenuOptions, name: string): Promise<void> {
  const { words, say } = options;
  const { diskPage } = await writers();
  const page = await diskPage(options);
  if (page === null) say(words.t("export.page-missing"));
  else saveFile(`${name}.html`, page, "text/html");
}

/** Everything that can be saved, each exactly what is shown: its filters in words, credit and date are written into each file. */
export function exportMenu(options: ExportMenuOptions, onDone: () => void): Child {
  const { store, words, title, page, more = {}, say } = options;
  const name = fileName(title);
  const item = (key: string, save: () => void | Promise<void>): HTMLElement =>
    h(
      "button",
      {
        type: "button",
        class: "ww-menu-item",
        onclick: async () => {
          onDone();
          try {
            await save();
          } catch (error) {
            say(words.t("export.failed", { reason: error instanceof Error ? error.message : String(error) }));
          }
        },
      },
      words.t(`export.${key}`),
    );
  const records = (format: "csv" | "geojson" | "json", ending: string, type: string): HTMLElement =>
    item(format, async () => saveFile(`${name}.${ending}`, (await writers()).recordsFile(format, options), type));
  return [
    h("p", { class: "ww-secondary ww-export-scope" }, words.t("export.scope", { n: store.count().shown })),
    item("png", async () => {
      const { svg, ...size } = (await writers()).sheetFile(options);
      saveFile(`${name}.png`, await svgToPng(svg, size), "image/png");
    }),
    item("svg", async () => saveFile(`${name}.svg`, (await writers()).sheetFile(options).svg, "image/svg+xml")),
    item("print", () => print()),
    records("csv", "csv", "text/csv"),
    records("geojson", "geojson", "application/geo+json"),
    records("json", "json", "application/json"),
    page ? item("page", () => savePage(options, name)) : null,
    Object.entries(more).map(([key, save]) => item(key, save)),
  ];
}
