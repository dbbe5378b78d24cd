import { LIGHT, type Theme } from "./pure/theme.ts";
import { tokenDeclarations } from "./token-css.ts";

/** Ink on paper, also of what is dark on the screen. */
export const PAPER: Theme = { ...LIGHT, page: "#fff", panel: "#fff", on: LIGHT["ink"] as string, "on-ink": "#fff" };

/** Declarations of all its tokens, which win over those of the page. */
export const PAPER_TOKENS = `${tokenDeclarations(PAPER).replaceAll(";", "!important;")}!important`;
