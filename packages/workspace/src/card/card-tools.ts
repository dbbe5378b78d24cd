import type { Incident } from "@whenwhere/model";
import { type Child, h } from "@whenwhere/view";
import type { CardContext } from "./card-accounts.ts";
import { type CitationParts, citation } from "./citation.ts";
import { recordChanges } from "./record-changes.ts";

/** "Copy a citation": what was copied, or the text itself where copying is refused, stands below the button. */
export function citeButton(parts: CitationParts): HTMLElement {
  const { words } = parts;
  const said = h("p", { class: "ww-secondary", role: "status", dir: "auto" });
  const copy = async (): Promise<void> => {
    const text = citation(parts);
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = words.t("card.cited");
    } catch {
      said.textContent = `${words.t("card.cite-failed")}: ${text}`;
    }
  };
  return h(
    "div",
    { class: "ww-card-part" },
    h("button", { type: "button", class: "ww-button ww-button-small", onclick: copy }, words.t("card.cite")),
    said,
  );
}

/** What the last update of the record changed; null when nothing is known to have changed. */
export function changeList({ incident, words }: CardContext, before: Incident | null): HTMLElement | null {
  const changes = before === null ? [] : recordChanges(before, incident, words);
  if (changes.length === 0) return null;
  const items = changes.map(({ field, before: old }) =>
    h(
      "li",
      { dir: "auto" },
      old === null ? words.t("card.was-not", { field }) : words.t("card.was", { field, before: old }),
    ),
  );
  return h("div", { class: "ww-card-part" }, h("h4", null, words.t("card.changed")), h("ul", null, items));
}

/** The summary; one that describes graphic material stays folded until it is asked for. */
export function coveredSummary({ incident, words, language }: CardContext, text: Child): HTMLElement {
  const summary = h("p", { class: "ww-card-summary", dir: "auto", lang: language }, text);
  if (incident.sensitivity !== "graphic") return summary;
  const cover = `${words.t("card.show-graphic")} ${words.t("card.show")}`;
  return h("details", { class: "ww-card-part" }, h("summary", null, cover), summary);
}
