import { HEADLINE_RULES, type HeadlineRule } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import type { Store } from "@whenwhere/store";
import {
  createAtRest,
  createEmitter,
  createViewRoot,
  h,
  refuseView,
  resolveTarget,
  setTheme,
  type ThemeChoice,
  type Words,
} from "@whenwhere/view";
import { controlsCss } from "../controls-css.ts";
import { creditInLine } from "../credit-in-line.ts";
import { moreBelow, moreBelowCss } from "../more-below.ts";
import { LOOK_FORM, ownWords } from "../own-words.ts";
import type { WidgetHandle } from "../widget.ts";
import { cardContent } from "./card-content.ts";
import { cardCss } from "./card-css.ts";
import { cardFoot } from "./card-foot.ts";
import { changeKeeper } from "./record-changes.ts";
import { backRelations, type LinkedRecord, linkedRecords } from "./relation-index.ts";

/** Options of {@link recordCard}. */
export interface RecordCardOptions {
  readonly store: Store;
  /** Default English. */
  readonly words?: Words;
  readonly locale?: string;
  /** Overrides the reader's light or dark setting. */
  readonly theme?: ThemeChoice;
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
export type RecordCardHandle = WidgetHandle<
  Pick<RecordCardOptions, "rule" | "theme">,
  RecordCardEvents,
  RecordCardState
>;

const CARD = { code: "card", name: "recordCard" };
/** Filters that change faster are still under somebody's hand. */
const REST_MS = 200;

const FORM: OptionForm<RecordCardOptions> = {
  ...LOOK_FORM,
  store: "any",
  description: [String],
  overview: [Function],
  rule: HEADLINE_RULES,
  onCompare: [Function],
};

/** What stands where a record would: what the collection is about, and how to pick one. */
function aboutCollection({ store, description, overview }: RecordCardOptions, words: Words): HTMLElement {
  const paragraphs = description?.split("\n\n") ?? [];
  return h("div", { class: "ww-card-about" }, [
    paragraphs.map((text) => h("p", { dir: "auto", lang: store.language }, text)),
    store.count().total === 0 ? null : h("p", { class: "ww-secondary ww-card-none" }, words.t("card.none")),
    overview?.() ?? null,
  ]);
}

/**
 * The selected record in full: date and place in words, actors and their roles, figures beside their speakers, accounts
 * side by side, sources, and ties to other records. Follows the store's selection.
 *
 * @throws WhenWhereError `view/target-missing`, `card/store-missing`, `card/option-unknown`.
 */
export function recordCard(target: string | Element, options: RecordCardOptions): RecordCardHandle {
  refuseView(options, FORM, CARD);
  const { store, theme } = options;
  const words = ownWords(options);
  const root = createViewRoot(resolveTarget(target), {
    className: "ww-card",
    css: `${controlsCss}${cardCss}${moreBelowCss}`,
    words,
    theme,
  });
  const emitter = createEmitter<RecordCardEvents>("card", { record: "any" });
  const body = h("div", { class: "ww-card-body", role: "region", tabindex: 0, "aria-label": words.t("card.label") });
  const foot = cardFoot(store, words);
  root.element.append(body, foot.element);
  const below = moreBelow(body);
  const credit = creditInLine(root.element, store);
  const changes = changeKeeper();
  let rule = options.rule ?? "first-source";
  let back: ReadonlyMap<string, readonly LinkedRecord[]> | null = null;

  const selectedRow = (): number => {
    const { selectedId } = store.state;
    return selectedId === null ? -1 : store.rowOf(selectedId);
  };
  const pick = (row: number): void => {
    store.select(store.id(row));
    body.querySelector<HTMLElement>(".ww-card-title")?.focus();
  };
  const onRule = (next: HeadlineRule): void => {
    rule = next;
    draw();
    body.querySelector<HTMLElement>("select")?.focus();
  };
  const draw = (): void => {
    below.refresh();
    const row = selectedRow();
    foot.show(row);
    if (row < 0) {
      body.replaceChildren(aboutCollection(options, words));
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
  };
  const rest = createAtRest(draw, REST_MS);
  const undo = [
    store.on("selection", () => {
      rest.cancel();
      draw();
      emitter.emit("record", store.state.selectedId);
    }),
    store.on("filter", () => {
      const row = selectedRow();
      if (row >= 0) foot.show(row);
      else if (options.overview) rest.later();
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
      refuseOptions(changes, { rule: FORM.rule, theme: FORM.theme }, { ...CARD, name: "recordCard.update" });
      if (changes.theme !== undefined) setTheme(root.element, changes.theme);
      rule = changes.rule ?? rule;
      draw();
    },
    on: emitter.on,
    destroy() {
      for (const one of undo) one();
      undo.length = 0;
      rest.cancel();
      emitter.clear();
      below.destroy();
      credit.destroy();
      root.destroy();
    },
  };
}
