import { WhenWhereError } from "../errors.ts";
import type { Collection, Incident, Where } from "../incident.ts";
import { languageTag } from "../language-tag.ts";
import { type OptionForm, refuseOptions } from "../refuse-options.ts";
import { escapeHtml } from "./markup/escape-html.ts";

/** The program that draws a page from disk: the text of `whenwhere.offline.js` of the package, which has a classic script as gzip in base64 inside. */
export type PageProgram = string;

/** The base64 of a program, alone or as the file has it. */
const PROGRAM = /^(?:globalThis\.whenwhereOffline ?= ?")?([A-Za-z\d+/]+=*)(?:";)?\s*$/;

/** Everything that the program finds in the page beside the records. All of it is plain data. */
export interface PageView {
  /** What stands over the records, in words: counts, filters, date of the export. */
  readonly scope?: readonly string[];
  /** Fragment of a link (`v=1&…`): what is filtered, selected and in view. */
  readonly state?: string;
  /** BCP 47. Default: the language of the collection, else English. */
  readonly locale?: string;
  /** Texts of the interface in that language, when it is not English. */
  readonly texts?: readonly { readonly tag: string; readonly blocks: readonly Readonly<Record<string, unknown>>[] }[];
  /** Outlines of first-level areas by country, for places known only to a province. */
  readonly areas?: Readonly<Record<string, unknown>>;
}

/** Options of {@link toPage}. */
export interface PageOptions extends PageView {
  readonly program: PageProgram;
  /** Default: the title of the collection. */
  readonly title?: string;
}

const FORM: OptionForm<PageOptions> = {
  program: "any",
  title: "any",
  scope: "any",
  state: "any",
  locale: "any",
  texts: "any",
  areas: "any",
};

/** Styles of a page that holds nothing but the workspace. */
const STYLE =
  "html,body{margin:0;min-height:100%}body{background:#fcfbf9;color:#1c1b19}" +
  ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0;white-space:nowrap}" +
  "@media (prefers-color-scheme:dark){body{background:#151514;color:#f1eee8}}";
/** Unpacks the program, a third of its size, and runs it. */
const LOADER = `(async()=>{const get=(id)=>document.getElementById(id);try{
const bytes=Uint8Array.from(atob(get("whenwhere-program").textContent),(c)=>c.charCodeAt(0));
const plain=new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
const script=document.createElement("script");
script.src=URL.createObjectURL(new Blob([await new Response(plain).arrayBuffer()],{type:"text/javascript"}));
document.body.append(script)}catch(error){get("whenwhere").append(String(error))}})()`;
const LOADER_HASH = "sha256-/HOowRJfsoo0ofhe8Z7dNiXMRNvfYPVj2d74LcZmfQM=";
/** Of {@link STYLE}: there is no synchronous SHA-256 in a browser. A test holds the two together. */
const STYLE_HASH = "sha256-W2MiwDhaWXVlMsBBs6jDrH7EJzSQHGfhHRql1E3BCBQ=";

/**
 * One HTML page with program, styles, records, filters in words, attribution and licence inside. It opens from disk and asks
 * nothing of any network: its own policy forbids it, and lets no script run but the loader whose hash it names and what that unpacks. What leaves
 * JavaScript off reads title, scope and credit. Law: the collection in the page parses to the one given.
 *
 * @throws WhenWhereError `page/program` when the program is none, `page/option-unknown`.
 */
export function toPage(collection: Collection, options: PageOptions): string {
  refuseOptions(options, FORM, { code: "page", name: "toPage" });
  const { program, title = collection.title ?? "", scope = [] } = options;
  const packed = typeof program === "string" ? PROGRAM.exec(program)?.[1] : undefined;
  if (packed === undefined) {
    throw new WhenWhereError(
      "page/program",
      `The program of the page is ${JSON.stringify(program)?.slice(0, 40)}, which is none.`,
      "Pass the text of whenwhere.offline.js as it is (`whenwhere/offline.js` of the package).",
    );
  }
  const policy = [
    "default-src 'none'",
    `script-src '${LOADER_HASH}' blob:`,
    `style-src '${STYLE_HASH}'`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const credit = [collection.attribution, collection.license].filter((text) => text).join(" · ");
  const { state, locale, texts, areas } = options;
  const view = { title, scope, state, locale, texts, areas };
  const lines = [...scope, credit].filter((text) => text !== "").map((text) => `<p>${escapeHtml(text)}</p>`);
  return `<!doctype html>
<html lang="${languageTag(locale ?? collection.language) ?? "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main id="whenwhere"><h1 class="unseen">${escapeHtml(title)}</h1></main>
<noscript><p>${escapeHtml(title)}</p>${lines.join("")}</noscript>
<script type="application/json" id="whenwhere-records">${scriptJson(collection)}</script>
<script type="application/json" id="whenwhere-view">${scriptJson(view)}</script>
<script type="text/plain" id="whenwhere-program">${packed}</script>
<script>${LOADER}</script>
</body>
</html>
`;
}

/** Countries (ISO alpha-2) of whose first-level areas some record names one: a page from disk carries their outlines. */
export function areaCountries(incidents: readonly Incident[]): ReadonlySet<string> {
  const countries = new Set<string>();
  const add = (where: Where | undefined): void => {
    if (where?.country && where.admin1) countries.add(where.country);
  };
  for (const { where, from, claims = [] } of incidents) {
    add(where);
    add(from);
    for (const { value } of claims) if (typeof value === "object" && value !== null && "admin1" in value) add(value);
  }
  return countries;
}

/** JSON for a script element: without `<` neither `</script>` nor `<!--` in the data can end or open anything. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
