import { languageTag, type ReadResult, toCollection } from "@whenwhere/model";
import { escapeHtml } from "@whenwhere/model/escape-html";
import type { Answer, Answered } from "./cli-io.ts";
import { PAGE_CSS } from "./page-css.ts";

/** What a preview serves at the moment. */
export interface PreviewState {
  readonly result: ReadResult;
  readonly title: string;
}

/** A small site of one page over records that may change. */
export interface PreviewSite {
  readonly answer: Answer;
  /** Shows other records; open pages follow. */
  show(state: PreviewState): void;
  destroy(): void;
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src blob:",
  "connect-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Follows changes; the records on the page change in place. */
const FOLLOW = `const element = document.querySelector("when-where");
let version = 0;
new EventSource("/events").addEventListener("change", () => element.setAttribute("src", "/data.json?v=" + ++version));
`;

/** Ten seconds: some proxies and browsers give up silent connections. */
const HELLO = "retry: 2000\n\n";

/**
 * The site of a preview. It answers only requests that name this machine: a page elsewhere whose name was pointed at the
 * loopback address gets nothing. Records leave as collection JSON, redacted already.
 */
export function previewSite(first: PreviewState, script: string): PreviewSite {
  let state = first;
  let data = dataOf(state);
  const listeners = new Set<(text: string) => void>();
  const events: Answered = {
    ...reply("text/event-stream", ""),
    stream: (send) => {
      listeners.add(send);
      send(HELLO);
      return () => listeners.delete(send);
    },
  };
  return {
    answer({ method, url, host }) {
      if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host))
        return plain(421, "This preview is for this machine only.\n");
      if (method !== "GET" && method !== "HEAD") return plain(405, "Only GET.\n");
      switch (url.replace(/[?#].*$/s, "")) {
        case "/":
          return reply("text/html", pageOf(state));
        case "/data.json":
          return reply("application/json", data);
        case "/whenwhere.js":
          return reply("text/javascript", script);
        case "/follow.js":
          return reply("text/javascript", FOLLOW);
        case "/page.css":
          return reply("text/css", PAGE_CSS);
        case "/events":
          return events;
        default:
          return plain(404, "Nothing here.\n");
      }
    },
    show(next) {
      const before = data;
      state = next;
      data = dataOf(state);
      // Editors write a file in several steps.
      if (data === before) return;
      for (const send of listeners) send("event: change\ndata: \n\n");
    },
    destroy: () => listeners.clear(),
  };
}

function dataOf({ result }: PreviewState): string {
  return JSON.stringify(toCollection(result.incidents, result));
}

function pageOf({ result, title }: PreviewState): string {
  return `<!doctype html>
<html lang="${languageTag(result.language) ?? "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script defer src="/whenwhere.js"></script>
<script defer src="/follow.js"></script>
</head>
<body>
<main>
<h1 class="unseen">${escapeHtml(title)}</h1>
<when-where heading="${escapeHtml(title)}" src="/data.json"></when-where>
</main>
</body>
</html>
`;
}

function reply(type: string, body: string): Answered {
  return {
    status: 200,
    body,
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    },
  };
}

function plain(status: number, body: string): Answered {
  return { ...reply("text/plain", body), status };
}
