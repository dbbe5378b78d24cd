import type { HeadlineRule } from "@whenwhere/model";
import { HIDDEN, type Store } from "@whenwhere/store";
import { attributionSlot, createEmitter, createViewRoot, h, resolveTarget, type Words } from "@whenwhere/view";
import { moreBelow, moreBelowCss } from "../more-below.ts";
import { ownWords } from "../own-words.ts";
import type { WidgetHandle } from "../widget.ts";
import { cardContent } from "./card-content.ts";
import { cardCss } from "./card-css.ts";
import { changeKeeper } from "./record-changes.ts";
import { backRelations, type LinkedRecord, linkedRecords } from "./relation-index.ts";

/** Options of {@link recordCard}. */
export interface RecordCardOptions {
  readonly store: Store;
  /** Default English. */
  readonly words?: Words;
  readonly locale?: string;
  /** Overrides the reader's light or dark setting. */
  readonly theme?: "light" | "dark";
  /** What the collection is about: shown while no record is picked. */
  readonly description?: string;
  /** More of what is shown, below the description; asked anew when the filters have come to rest. */
  readonly overview?: () => Node | null;
  /** Picks the number shown first where speakers give different ones. Default `first-source`. */
  readonly rule?: HeadlineRule;
  /** Offers to compare two accounts of the record, where it has two; the button was pressed. Default: not offered. */
  readonly onCompare?: (button: HTMLElement) => void;
}

/** What a card tells. */
export interface RecordCardEvents {
  /** Another record, or none, is shown. */
  record: string | null;
}

/** Keys of a saved card. */
export interface RecordCardState {
  readonly id: string | null;
  readonly rule: HeadlineRule;
}

/** Handle of a card. */
export type RecordCardHandle = WidgetHandle<Pick<RecordCardOptions, "rule">, RecordCardEvents, RecordCardState>;

/** Filters that change faster are still under somebody's hand. */
const REST_MS = 200;

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

/**
 * The selected record in full: date and place in words, actors and their roles, figures beside their speakers, accounts
 * side by side, sources, and ties to other records. Follows the store's selection.
 *
 * @throws WhenWhereError `view/target-missing`.
 */
export function recordCard(target: string | Element, options: RecordCardOptions): RecordCardHandle {
  const { store, theme } = options;
  const words = ownWords(options);
  const root = createViewRoot(resolveTarget(target), {
    className: "ww-card",
    css: `${cardCss}${moreBelowCss}`,
    words,
    ...(theme === undefined ? {} : { theme }),
  });
  const emitter = createEmitter<RecordCardEvents>();
  const body = h("div", { class: "ww-card-body", role: "region", tabindex: 0, "aria-label": words.t("card.label") });
  const foot = h("div", { class: "ww-card-foot" });
  root.element.append(body, foot);
  const below = moreBelow(body);
  const credit = attributionSlot(root.element, store);
  const changes = changeKeeper();
  let rule = options.rule ?? "first-source";
  let back: ReadonlyMap<string, readonly LinkedRecord[]> | null = null;

  const pick = (row: number): void => {
    store.select(store.id(row));
    body.querySelector<HTMLElement>(".ww-card-title")?.focus();
  };
  const drawFoot = (row: number): void => {
    const { before, after, place, total } = neighbours(store, row);
    const step = (to: number, key: string, none: string, className: string): HTMLElement =>
      h(
        "button",
        {
          type: "button",
          class: `ww-text-button ${to < 0 ? "" : className}`,
          disabled: to < 0,
          onclick: () => {
            store.select(store.id(to));
            // At the last one there is nowhere to go on to, but a way back.
            const next = foot.querySelector<HTMLElement>(`.${className}`) ?? foot.querySelector("button:enabled");
            (next as HTMLElement | null)?.focus();
          },
        },
        words.t(to < 0 ? none : key),
      );
    foot.replaceChildren(
      step(before, "card.previous", "card.first", "ww-arrow"),
      h("span", null, place < 0 ? "" : words.t("card.position", { n: place, total })),
      step(after, "card.next", "card.last", "ww-arrow-next"),
    );
  };
  const onRule = (next: HeadlineRule): void => {
    rule = next;
    draw();
    body.querySelector<HTMLElement>("select")?.focus();
  };
  const draw = (): void => {
    below.refresh();
    const { selectedId } = store.state;
    const row = selectedId === null ? -1 : store.rowOf(selectedId);
    foot.hidden = row < 0;
    if (row < 0) {
      const about = options.description;
      body.replaceChildren(
        h("div", { class: "ww-card-about" }, [
          about === undefined ? null : h("p", { dir: "auto", lang: store.language }, about),
          store.count().total === 0 ? null : h("p", { class: "ww-secondary ww-card-none" }, words.t("card.none")),
          options.overview?.() ?? null,
        ]),
      );
      return;
    }
    back ??= backRelations(store);
    const links = linkedRecords(store, row, back);
    const incident = store.incident(row);
    changes.note(incident);
    const before = changes.before(incident);
    body.replaceChildren(
      cardContent({ store, words, row, links, onPick: pick, rule, onRule, before, onCompare: options.onCompare }),
    );
    body.scrollTop = 0;
    drawFoot(row);
  };
  let rest: ReturnType<typeof setTimeout> | null = null;
  const stopResting = (): void => {
    if (rest !== null) clearTimeout(rest);
    rest = null;
  };
  const afterRest = (): void => {
    stopResting();
    rest = setTimeout(draw, REST_MS);
  };
  const undo = [
    store.on("selection", () => {
      stopResting();
      draw();
      emitter.emit("record", store.state.selectedId);
    }),
    store.on("filter", () => {
      const row = store.state.selectedId === null ? -1 : store.rowOf(store.state.selectedId);
      if (row >= 0) drawFoot(row);
      else if (options.overview) afterRest();
    }),
    store.on("data", () => {
      back = null;
      draw();
    }),
  ];
  draw();

  return {
    element: root.element,
    get state() {
      return { id: store.state.selectedId, rule };
    },
    update(changes) {
      rule = changes.rule ?? rule;
      draw();
    },
    on: emitter.on,
    destroy() {
      for (const one of undo) one();
      undo.length = 0;
      stopResting();
      emitter.clear();
      below.destroy();
      credit.destroy();
      root.destroy();
    },
  };
}
