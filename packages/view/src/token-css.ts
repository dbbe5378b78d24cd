import { DARK, DARK_CONTRAST, FONT_FAMILY, LIGHT, LIGHT_CONTRAST, type Theme } from "./pure/theme.ts";

/** The tokens of a theme as CSS declarations. */
export function tokenDeclarations(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, value]) => `--ww-${name}:${value}`)
    .join(";");
}

/** Tokens that follow the reader's own scheme; the hues of the data stay, since shape, outline and hatch carry them. */
const FORCED: Theme = {
  page: "Canvas",
  panel: "Canvas",
  tint: "Canvas",
  ink: "CanvasText",
  ink2: "CanvasText",
  ink3: "CanvasText",
  rule: "CanvasText",
  hair: "CanvasText",
  grid: "color-mix(in srgb, CanvasText 26%, Canvas)",
  water: "Canvas",
  land: "Canvas",
  border: "color-mix(in srgb, CanvasText 36%, Canvas)",
  coast: "color-mix(in srgb, CanvasText 62%, Canvas)",
  maplabel: "CanvasText",
  sealabel: "CanvasText",
  casing: "Canvas",
  halo: "Highlight",
  on: "Highlight",
  "on-ink": "HighlightText",
};

const light = `--ww-scheme:light;${tokenDeclarations(LIGHT)};--ww-on:var(--ww-ink);--ww-on-ink:var(--ww-page)`;
const dark = `--ww-scheme:dark;${tokenDeclarations(DARK)};--ww-on:var(--ww-ink);--ww-on-ink:var(--ww-page)`;
const forced = tokenDeclarations(FORCED);
const [lightMore, darkMore] = [tokenDeclarations(LIGHT_CONTRAST), tokenDeclarations(DARK_CONTRAST)];

/**
 * The tokens `--ww-*` for a document. `:where` gives every rule no weight, so that any rule of the page overrides it.
 * Light or dark follows the reader's setting, or the nearest `data-theme`; more contrast and forced colours the reader's alone.
 */
export const tokenCss = `
:where(:root){${light};--ww-font:${FONT_FAMILY}}
@media (prefers-color-scheme:dark){:where(:root){${dark}}}
:where([data-theme=light]){${light}}
:where([data-theme=dark]){${dark}}
@media (prefers-contrast:more){
:where(:root){${lightMore}}
@media (prefers-color-scheme:dark){:where(:root){${darkMore}}}
:where([data-theme=light]){${lightMore}}
:where([data-theme=dark]){${darkMore}}
}
@media (forced-colors:active){
:where(:root,[data-theme]){${light};${forced}}
@media (prefers-color-scheme:dark){:where(:root,[data-theme]){${dark};${forced}}}
}`;

/** Inside a shadow root the tokens are inherited from the page; only an explicit `theme` of the host sets them anew. */
export const hostTokenCss = `
:where(:host([theme=light])){${light}}
:where(:host([theme=dark])){${dark}}
@media (prefers-contrast:more){
:where(:host([theme=light])){${lightMore}}
:where(:host([theme=dark])){${darkMore}}
}
@media (forced-colors:active){
:where(:host([theme])){${light};${forced}}
@media (prefers-color-scheme:dark){:where(:host([theme])){${dark};${forced}}}
}`;
