import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { createViewRoot, h, ownId, resolveTarget, type ThemeChoice, type Words } from "@whenwhere/view";
import { facetsCss } from "../facets/facets-css.ts";
import { LOOK_FORM, ownWords } from "../own-words.ts";
import { type LegendGlyph, legendGlyph } from "./legend-glyphs.ts";

/** Options of {@link legend}. */
export interface LegendOptions {
  /** Default English. */
  readonly words?: Words;
  readonly locale?: string;
  /** Overrides the reader's light or dark setting. */
  readonly theme?: ThemeChoice;
}

const FORM: OptionForm<LegendOptions> = LOOK_FORM;
const GLYPHS: readonly LegendGlyph[] = [
  "day",
  "within",
  "throughout",
  "before",
  "series",
  "alleged",
  "planned",
  "cancelled",
  "possible",
  "hatch",
  "ring",
];

/** "How to read a mark": each glyph with its words. Returns the element and its owner's `destroy`. */
export function legend(
  target: string | Element,
  options: LegendOptions = {},
): { readonly element: HTMLElement; destroy(): void } {
  refuseOptions(options, FORM, { code: "legend", name: "legend" });
  const words = ownWords(options);
  const root = createViewRoot(resolveTarget(target), {
    className: "ww-legend",
    css: facetsCss,
    words,
    theme: options.theme,
  });
  const prefix = ownId("ww");
  const items = GLYPHS.map((glyph) =>
    h("li", null, legendGlyph(glyph, `${prefix}-${glyph}`), words.t(`legend.${glyph}`)),
  );
  root.element.append(
    h(
      "div",
      { class: "ww-section" },
      h("h3", null, words.t("legend.title")),
      h("ul", { class: "ww-legend-list" }, items),
    ),
  );
  return root;
}
