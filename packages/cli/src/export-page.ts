import { createHash } from "node:crypto";
import { type ReadResult, toCollection } from "@whenwhere/model";
import { escapeHtml, languageTag, PAGE_CSS, scriptJson } from "./page-html.ts";

/**
 * One HTML page with script, styles, records and attribution inside. It opens from disk and asks nothing of any network:
 * its own policy forbids it, and lets no script run but the one whose hash it names.
 */
export function exportPage(result: ReadResult, options: { readonly script: string; readonly title: string }): string {
  const { title, description, language, license, attribution, sources } = result;
  const collection = toCollection(result.incidents, { title, description, language, license, attribution, sources });
  const script = scriptText(options.script);
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(PAGE_CSS)}'`,
    "img-src data: blob:",
    "worker-src blob: data:",
    "connect-src blob: data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const credit = [attribution, license].filter((text) => text).join(" · ");
  return `<!doctype html>
<html lang="${languageTag(result)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(options.title)}</title>
<link rel="icon" href="data:,">
<style>${PAGE_CSS}</style>
</head>
<body>
<main>
<h1 class="unseen">${escapeHtml(options.title)}</h1>
<noscript><p>${escapeHtml(options.title)}: ${result.incidents.length} records. This page needs JavaScript to draw them. ${escapeHtml(credit)}</p></noscript>
<when-where heading="${escapeHtml(options.title)}"><script type="application/json">${scriptJson(collection)}</script></when-where>
</main>
<script>${script}</script>
</body>
</html>
`;
}

/** A script as it may stand inside a page: inside strings and patterns of JavaScript the added backslash changes nothing. */
function scriptText(script: string): string {
  return script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}
