import { HIDDEN, type Store } from "@whenwhere/store";
import { h, type Words } from "@whenwhere/view";

/** The ways from a record to the one before it and the one after. */
export interface CardFoot {
  readonly element: HTMLElement;
  /** Of another record, or under other filters; -1 = there is none. */
  show(row: number): void;
}

/** Rows that pass the filters in time order, and the place of `row` among them (-1 when it is filtered out). */
function neighbours(store: Store, row: number): { before: number; after: number; place: number; total: number } {
  const passing = store.passing();
  let [before, after, place, total, seen] = [-1, -1, -1, 0, false];
  for (const other of store.timeOrder) {
    if (other === row) seen = true;
    if (passing[other] === HIDDEN) continue;
    total++;
    if (other === row) place = total;
    else if (!seen) before = other;
    else if (after < 0) after = other;
  }
  return { before, after, place, total };
}

/** A button that selects; disabled, with other words, where there is no record on its side. */
interface Step {
  readonly to: number;
  readonly text: string;
  readonly className: string;
}

/** Made by the card, which says when to show what. */
export function cardFoot(store: Store, words: Words): CardFoot {
  const element = h("div", { class: "ww-card-foot" });
  const button = ({ to, text, className }: Step): HTMLElement => {
    const onclick = (): void => {
      store.select(store.id(to));
      // At the last one there is nowhere to go on to, but a way back.
      const next = element.querySelector<HTMLElement>(`.${className}`) ?? element.querySelector("button:enabled");
      (next as HTMLElement | null)?.focus();
    };
    const isEnd = to < 0;
    const look = `ww-text-button ${isEnd ? "" : className}`;
    return h("button", { type: "button", class: look, disabled: isEnd, onclick }, text);
  };
  return {
    element,
    show(row) {
      element.hidden = row < 0;
      if (row < 0) return;
      const { before, after, place, total } = neighbours(store, row);
      const [back, on] = [before < 0 ? "card.first" : "card.previous", after < 0 ? "card.last" : "card.next"];
      element.replaceChildren(
        button({ to: before, text: words.t(back), className: "ww-arrow" }),
        h("span", null, place < 0 ? "" : words.t("card.position", { n: place, total })),
        button({ to: after, text: words.t(on), className: "ww-arrow-next" }),
      );
    },
  };
}
