import { type Child, h, safeUrl, shownHost } from "@whenwhere/view";
import type { CardContext } from "./card-accounts.ts";

const PICTURE = /\.(avif|gif|jpe?g|png|webp)$/i;
const FILM = /\.(mp4|webm|ogv|mov)$/i;

function mediaNode(url: URL, title: string): HTMLElement {
  const common = { src: url.href, referrerpolicy: "no-referrer", class: "ww-media" };
  return FILM.test(url.pathname)
    ? h("video", { ...common, controls: true, preload: "metadata", "aria-label": title })
    : h("img", { ...common, alt: title, decoding: "async" });
}

/**
 * Sources that are pictures or films: each is a button that names the host, and nothing is fetched until it is pressed.
 * Null without any.
 */
export function cardMedia({ incident, sources, words }: CardContext): HTMLElement | null {
  const found = (incident.sources ?? []).flatMap((key) => {
    const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
    const url = safeUrl(source?.url);
    const isMedia =
      url !== null && url.protocol !== "mailto:" && (PICTURE.test(url.pathname) || FILM.test(url.pathname));
    return source !== undefined && isMedia ? [{ url, title: source.title }] : [];
  });
  if (found.length === 0) return null;
  const items = found.map(({ url, title }): Child => {
    const item = h("li", { dir: "auto" });
    const show = (): void => {
      item.replaceChildren(mediaNode(url, title), h("p", { class: "ww-secondary" }, title));
      item.querySelector<HTMLElement>("video")?.focus();
    };
    const load = h(
      "button",
      { type: "button", class: "ww-button", onclick: show },
      words.t("card.media.show", { host: shownHost(url) }),
    );
    item.append(h("p", null, title), load);
    return item;
  });
  return h("div", { class: "ww-card-part" }, h("h4", null, words.t("card.media")), h("ul", null, items));
}
