import { type Locator, languageTag, type Source } from "@whenwhere/model";
import { h, isolatedText, safeLink, safeUrl, shownHost, type Words } from "@whenwhere/view";
import type { CardContext } from "./card-accounts.ts";
import { languageName } from "./card-words.ts";

function locatorText(locator: Locator, words: Words): string {
  const parts = [words.t("card.document", { document: isolatedText(locator.document, words.dir) })];
  if (locator.heading) parts.push(words.t("card.heading", { heading: isolatedText(locator.heading, words.dir) }));
  return parts.join(words.t("list.comma"));
}

function sourceItem(source: Source, words: Words): HTMLElement {
  const url = safeUrl(source.url);
  const archive = safeUrl(source.archive);
  const published = source.published ? words.whenShort({ edtf: source.published }) : words.t("card.published-undated");
  const grade = source.reliability ? words.t("card.grade-of-source", { grade: source.reliability }) : null;
  // A day behind a name that runs the other way would be torn from its month.
  const publisher = source.publisher ? isolatedText(source.publisher, words.dir) : null;
  const line = [publisher, published, source.kind, languageName(source.language, words), grade]
    .filter((part) => part)
    .join(words.t("list.comma"));
  return h(
    "li",
    null,
    h(
      "p",
      { dir: "auto", lang: languageTag(source.language) },
      url ? safeLink(source.url, source.title) : source.title,
    ),
    h(
      "p",
      { class: "ww-secondary" },
      line,
      url ? [" · ", h("bdi", null, shownHost(url))] : null,
      archive ? [" · ", safeLink(source.archive, shownHost(archive))] : null,
    ),
    source.via ? h("p", { class: "ww-secondary ww-locator" }, locatorText(source.via, words)) : null,
  );
}

function quotes(context: CardContext): HTMLElement[] {
  const { incident, words } = context;
  const starts = (incident.locators ?? []).flatMap((locator) => (locator.starts ? [locator.starts] : []));
  return starts.map((text) => h("li", { dir: "auto" }, words.t("card.starts", { words: text })));
}

/** Where the record was read: title, publisher, date, language and host of each source, and where its sentences stand. */
export function cardSources(context: CardContext): HTMLElement {
  const { incident, sources, words } = context;
  const known = (incident.sources ?? []).flatMap((key) => {
    const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
    return [source ?? { title: key }];
  });
  const sentences = quotes(context);
  return h(
    "div",
    { class: "ww-card-part" },
    h("h4", null, words.t("card.sources")),
    known.length === 0
      ? h("p", { class: "ww-secondary" }, words.t("card.no-sources"))
      : h(
          "ul",
          { class: "ww-sources" },
          known.map((source) => sourceItem(source, words)),
        ),
    sentences.length === 0 ? null : h("ul", { class: "ww-quotes ww-secondary" }, sentences),
  );
}
