import { h } from "./dom.ts";

const ALLOWED = new Set(["http:", "https:", "mailto:"]);

/** The address when it is one that a reader may follow (http, https, mailto), else null. Relative addresses are not resolved. */
export function safeUrl(text: string | null | undefined): URL | null {
  if (text === null || text === undefined) return null;
  try {
    const url = new URL(text);
    return ALLOWED.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** What a link shows of its address: the real host (`mailto:` shows the address), without `www.`. */
export function shownHost(url: URL): string {
  return url.protocol === "mailto:" ? url.pathname : url.host.replace(/^www\./, "");
}

/**
 * A link that shows where it leads, or plain text when the address is not one to follow.
 * Opens beside the page and tells the other page nothing.
 */
export function safeLink(address: string | null | undefined, text?: string): HTMLElement {
  const url = safeUrl(address);
  if (url === null) return h("span", null, text ?? address ?? "");
  const host = shownHost(url);
  return h(
    "a",
    { class: "ww-link", href: url.href, target: "_blank", rel: "noopener noreferrer nofollow", title: url.href },
    text ?? host,
  );
}
