import { WhenWhereError } from "../errors.ts";
import type { Collection, Incident, Where } from "../incident.ts";

/** The program that draws a page from disk: `whenwhere.offline.js` of the package. */
export interface PageProgram {
  /** One classic script that holds neither `</script` nor `<!--`. */
  readonly script: string;
  /** `sha256-…` of the script, as a content security policy names it. */
  readonly scriptHash: string;
}

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

/** Styles of a page that holds nothing but the workspace. */
const STYLE =
  "html,body{margin:0;min-height:100%}body{background:#fcfbf9;color:#1c1b19}" +
  ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0;white-space:nowrap}" +
  "@media (prefers-color-scheme:dark){body{background:#151514;color:#f1eee8}}";
/** Of {@link STYLE}: there is no synchronous SHA-256 in a browser. A test holds the two together. */
const STYLE_HASH = "sha256-W2MiwDhaWXVlMsBBs6jDrH7EJzSQHGfhHRql1E3BCBQ=";

/**
 * One HTML page with program, styles, records, filters in words, attribution and licence inside. It opens from disk and asks
 * nothing of any network: its own policy forbids it, and lets no script run but the one whose hash it names. What leaves
 * JavaScript off reads title, scope and credit. Law: the collection in the page parses to the one given.
 *
 * @throws WhenWhereError `page/program` when the program could end its own script element.
 */
export function toPage(collection: Collection, options: PageOptions): string {
  const { program, title = collection.title ?? "", scope = [] } = options;
  if (/<\/script|<!--/i.test(program.script)) {
    throw new WhenWhereError(
      "page/program",
      "The program of the page holds </script or <!--, which would end it inside the page.",
      "Pass the text of whenwhere.offline.js as it is.",
    );
  }
  const policy = [
    "default-src 'none'",
    `script-src '${program.scriptHash}'`,
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
<html lang="${languageTag(locale ?? collection.language)}">
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
<script>${program.script}</script>
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

/** Text for the body or a quoted attribute of an HTML page. Lone surrogates and NUL have no place in one. */
function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[\0\p{Cs}]/gu, "\ufffd").replace(/[&<>"']/g, (c) => names[c] as string);
}

/** JSON for a script element: without `<` neither `</script>` nor `<!--` in the data can end or open anything. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A language tag for the page; other text would be no attribute value. */
function languageTag(language: string | null | undefined): string {
  return language && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(language) ? language : "en";
}
