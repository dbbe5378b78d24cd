import { LIGHT, type Theme } from "./pure/theme.ts";
import { tokenDeclarations } from "./token-css.ts";

/** Ink on paper, also of what is dark on the screen. */
export const PAPER: Theme = { ...LIGHT, page: "#fff", panel: "#fff", on: LIGHT["ink"] as string, "on-ink": "#fff" };

/** Declarations of all its tokens, which win over those of the page. */
export const PAPER_TOKENS = `${tokenDeclarations(PAPER).replaceAll(";", "!important;")}!important`;

/**
 * Tells when the page begins to be printed, and when that is over. Styles cannot reach into a canvas: what draws one draws it
 * anew before it returns. Returns the undo.
 */
export function watchPrint(onChange: (printed: boolean) => void): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  addEventListener("beforeprint", () => onChange(true), { signal });
  addEventListener("afterprint", () => onChange(false), { signal });
  // A preview, and programs that print without a dialog, change the medium and tell no more.
  matchMedia("print").addEventListener("change", ({ matches }) => onChange(matches), { signal });
  return () => abort.abort();
}
