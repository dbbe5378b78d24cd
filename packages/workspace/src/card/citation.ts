import type { Incident, Source } from "@whenwhere/model";
import { creditLine, type Words } from "@whenwhere/view";

/** What a citation is made from. */
export interface CitationParts {
  readonly incident: Incident;
  readonly sources: Readonly<Record<string, Source>>;
  readonly words: Words;
  readonly credit: { readonly attribution: string | null; readonly license: string | null };
}

function sourceText(source: Source, words: Words): string {
  const published = source.published ? words.whenShort({ edtf: source.published }) : null;
  const parts = [source.publisher, `“${source.title}”`, published, source.url];
  return parts.filter((part) => part).join(words.t("list.comma"));
}

const sentence = (text: string): string => (/[.。!?؟]$/u.test(text) ? text : `${text}.`);

/**
 * A record as a reference for notes: title, date and place as finely as they are known, every source with publisher, date
 * and address, whose records these are, and the id. Plain text.
 */
export function citation({ incident, sources, words, credit }: CitationParts): string {
  const named = (incident.sources ?? []).flatMap((key) => {
    const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
    return source === undefined ? [] : [sourceText(source, words)];
  });
  const status = incident.status ?? "happened";
  const parts = [
    incident.title,
    status === "happened" ? "" : words.status(status),
    words.whenOf(incident),
    words.where(incident.where),
    ...named,
    creditLine(credit),
    incident.id,
  ];
  return parts
    .filter((part) => part !== "")
    .map(sentence)
    .join(" ");
}
