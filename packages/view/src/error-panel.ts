import { h } from "./dom.ts";

/** A failure in words for the reader of the page. */
export interface ErrorPanelText {
  /** One line: what could not be done. */
  readonly title: string;
  readonly found?: string;
  readonly expected?: string;
  readonly remedy?: string;
  /** Words before `found`, `expected` and `remedy`. Default English. */
  readonly labels?: { readonly found: string; readonly expected: string; readonly remedy: string };
}

/** A readable message in place of a view that cannot be drawn: what was found, what was expected, what to do. */
export function errorPanel(text: ErrorPanelText): HTMLElement {
  const labels = text.labels ?? { found: "Found", expected: "Expected", remedy: "What helps" };
  const rows = (["found", "expected", "remedy"] as const).flatMap((key) => {
    const value = text[key];
    return value === undefined || value === "" ? [] : [h("dt", null, labels[key]), h("dd", null, value)];
  });
  return h(
    "div",
    { class: "ww-error", role: "alert" },
    h("p", { class: "ww-error-title" }, text.title),
    rows.length > 0 ? h("dl", { class: "ww-words" }, rows) : null,
  );
}
