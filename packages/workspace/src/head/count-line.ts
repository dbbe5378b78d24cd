import type { OptionForm } from "@whenwhere/model/refuse-options";
import type { Store } from "@whenwhere/store";
import {
  createFrameScheduler,
  createViewRoot,
  h,
  refuseView,
  resolveTarget,
  setText,
  WORDS,
  type Words,
} from "@whenwhere/view";
import { layOut } from "../lay-out.ts";
import { ownWords } from "../own-words.ts";

/** Options of {@link countLine}. */
export interface CountLineOptions {
  readonly store: Store;
  /** Default English. */
  readonly words?: Words;
  readonly locale?: string;
}

const FORM: OptionForm<CountLineOptions> = { words: [WORDS], locale: [String], store: "any" };
const css = `.ww-counts{font-size:13px;line-height:16px}.ww-counts b{font-weight:650}`;

/** "**18 of 24 shown**, 5 only possibly in this window, 2 not on the map, 1 without a date", kept true. */
export function countLine(
  target: string | Element,
  options: CountLineOptions,
): { readonly element: HTMLElement; destroy(): void } {
  refuseView(options, FORM, { code: "counts", name: "countLine" });
  const { store } = options;
  const words = ownWords(options);
  const root = createViewRoot(resolveTarget(target), { className: "ww-counts", css, words });
  const frame = createFrameScheduler();
  const bold = h("b", null);
  const after = document.createTextNode("");
  root.element.append(bold, after);
  const draw = (): void => {
    const counts = store.count();
    const first = words.t("counts.shown", { shown: counts.shown, total: counts.total });
    const all = words.counts(counts);
    const rest = all.startsWith(first) ? all.slice(first.length) : "";
    // "0 of 0" says less than that there is nothing.
    const said = counts.total === 0 ? words.t("workspace.empty") : rest === "" ? all : first;
    setText(bold, said);
    if (after.data !== rest) after.data = rest;
  };
  const follow = (): void => {
    draw();
    layOut(root.element);
  };
  const undo = (["filter", "data"] as const).map((event) => store.on(event, () => frame.requestAfter(follow)));
  draw();
  return {
    element: root.element,
    destroy() {
      for (const one of undo) one();
      undo.length = 0;
      frame.destroy();
      root.destroy();
    },
  };
}
