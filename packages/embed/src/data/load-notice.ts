import { WhenWhereError } from "@whenwhere/model";
import { type Child, errorPanel, h, type Words } from "@whenwhere/view";
import type { DataProgress, LoadFailure } from "./element-data.ts";

/** What an element says about its loading: in place of its view, or above it when there is one already. */
export interface LoadNotice {
  readonly element: HTMLElement;
  /** Shows that reading has begun; `onCancel` makes the button. */
  begin(names: readonly string[], onCancel: () => void): void;
  progress(progress: DataProgress): void;
  /** Says what failed; `onRetry` makes a button where trying again may help. */
  fail(failures: readonly LoadFailure[], facts: FailureFacts): void;
  say(text: () => string, onRetry: (() => void) | null): void;
  /** Says the same in the words of now. */
  relabel(): void;
  /** Nothing to say: the place is taken back. */
  clear(): void;
}

/** What surrounds a failure. */
export interface FailureFacts {
  /** A view of earlier data stays in its place. */
  readonly hasView: boolean;
  /** Other inputs could be read and are shown. */
  readonly isPart: boolean;
  readonly onRetry: (() => void) | null;
}

/**
 * Style of the notice. It lies over a view, so that nothing moves under the reader's finger; where there is none yet, it fills
 * the place that the view will have.
 */
export const noticeCss = `
.ww-load{position:relative;z-index:20}
.ww-load[hidden]{display:none}
.ww-load-box{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;padding:12px 16px;border:1px solid var(--ww-rule);background:var(--ww-panel);max-width:640px}
.ww-load:not([data-over]){padding:16px;box-sizing:border-box;block-size:100%;min-block-size:inherit;border:1px solid var(--ww-grid)}
.ww-load:not([data-over]) :is(.ww-error,.ww-load-box){padding:0;border:0;background:none}
.ww-files~.ww-load:not([data-over]){block-size:calc(100% - 46px);min-block-size:0;border-block-start:0}
.ww-load:not([hidden],[data-over])~.ww-host{display:none}
.ww-load[data-over]{background:none;position:absolute;inset-block-start:8px;inset-inline:8px;display:grid;justify-items:start;pointer-events:none}
.ww-load[data-over]>*{pointer-events:auto;max-block-size:50vh;overflow:auto}
.ww-load progress{inline-size:200px;block-size:4px;accent-color:var(--ww-ink);flex:0 1 auto}
.ww-load-box>.ww-button{margin-inline-start:auto}
.ww-load-bytes{color:var(--ww-ink2);min-inline-size:96px}
.ww-load-tools{display:flex;gap:8px;margin-block-start:10px}
.ww-load .ww-error+.ww-error{border-block-start:0}
`;

const FOUND = /^(?:.*?: )?[Ff]ound (.+?)\.? Expected (.+)$/s;

/** Codes of errors for which an attribute is to blame, or the program of the view, and no record; an error without a code is of the program. */
const OF_VIEW =
  /^$|^(?:map|timeline|player|workspace|story|view|store|redact)\/|^load\/(?:program|language)$|\/format$/;

/** Makes an empty notice. `isOver` tells whether a view stands in the element. */
export function createNotice(words: () => Words, isOver: () => boolean): LoadNotice {
  const element = h("div", { class: "ww ww-load", hidden: true });
  let bar: HTMLProgressElement | null = null;
  let bytes: HTMLElement | null = null;
  let label: HTMLElement | null = null;
  let again: () => void = () => {};
  let last: DataProgress | null = null;
  const show = (...children: readonly Child[]): void => {
    // A button that goes takes the focus with it: it goes to what takes its place.
    const hadFocus = element.contains(rootOf(element).activeElement);
    element.replaceChildren(h("div", null, ...children));
    element.hidden = false;
    element.lang = words().locale;
    element.dir = words().dir;
    element.toggleAttribute("data-over", isOver());
    if (hadFocus) element.querySelector("button")?.focus();
  };
  const button = (key: string, onclick: () => void): HTMLElement =>
    h("button", { type: "button", class: "ww-button", onclick }, words().t(key));
  const tools = (onRetry: (() => void) | null): Child => {
    const close = isOver() ? button("state.dismiss", clear) : null;
    return onRetry === null && close === null
      ? null
      : h("div", { class: "ww-load-tools" }, onRetry && button("state.retry", onRetry), close);
  };
  const clear = (): void => {
    element.hidden = true;
    element.replaceChildren();
    bar = bytes = label = null;
    again = () => {};
    last = null;
  };

  const notice: LoadNotice = {
    element,
    begin(names, onCancel) {
      last = null;
      again = () => {
        const now = last;
        notice.begin(names, onCancel);
        if (now !== null) notice.progress(now);
      };
      const { t } = words();
      const what = names.length === 0 ? t("state.loading") : t("state.loading.file", { file: listed(names, words()) });
      label = h("p", { role: "status" }, what);
      bar = h("progress", { "aria-label": what }) as HTMLProgressElement;
      bytes = h("span", { class: "ww-load-bytes" });
      show(h("div", { class: "ww-load-box" }, label, bar, bytes, button("state.cancel", onCancel)));
    },
    progress(progress) {
      last = progress;
      if (bar === null || bytes === null) return;
      showProgress({ bar, bytes, label }, progress, words());
    },
    fail(failures, { hasView, isPart, onRetry }) {
      again = () => notice.fail(failures, { hasView, isPart, onRetry });
      const { t } = words();
      const panels = failures.map(({ name, error }) => failurePanel(error, name, words(), isPart));
      const kept = hasView && !isPart ? h("p", null, t("state.kept")) : null;
      panels.at(-1)?.append(h("div", null, kept, tools(onRetry)));
      show(panels);
    },
    say(text, onRetry) {
      again = () => notice.say(text, onRetry);
      show(h("div", { class: "ww-load-box", role: "status" }, h("p", null, text()), tools(onRetry)));
    },
    relabel: () => again(),
    clear,
  };
  return notice;
}

function rootOf(element: HTMLElement): Document | ShadowRoot {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : element.ownerDocument;
}

interface ProgressParts {
  readonly bar: HTMLProgressElement;
  readonly bytes: HTMLElement;
  readonly label: HTMLElement | null;
}

function showProgress(parts: ProgressParts, { loadedBytes, totalBytes }: DataProgress, words: Words): void {
  const { bar, bytes, label } = parts;
  const loaded = sizeWords(loadedBytes, words);
  if (totalBytes === null) {
    bytes.textContent = words.t("state.loading.some", { loaded });
    return;
  }
  bar.max = totalBytes;
  bar.value = loadedBytes;
  bytes.textContent = words.t("state.loading.bytes", { loaded, total: sizeWords(totalBytes, words) });
  if (loadedBytes >= totalBytes && label !== null) {
    label.textContent = words.t("state.loading.work");
    bar.removeAttribute("value");
  }
}

function sizeWords(bytes: number, { locale }: Words): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  const digits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: digits }).format(value);
}

function listed(names: readonly string[], words: Words): string {
  return names.map((name) => name.split(/[?#]/)[0]?.split("/").at(-1) || name).join(words.t("list.comma"));
}

/** Found, expected, what helps. The messages of the readers say the first two in one sentence. */
function failurePanel(error: unknown, name: string, words: Words, isPart: boolean): HTMLElement {
  const { message, hint, code } =
    error instanceof WhenWhereError ? error : { message: String(error), hint: "", code: "" };
  const said = hint !== "" && message.endsWith(hint) ? message.slice(0, -hint.length).trim() : message;
  const isLoading = code.startsWith("load/");
  const [, found = said, expected = isLoading ? words.t("state.expected.data") : ""] = FOUND.exec(said) ?? [];
  const ofRecords = name === "" ? words.t("state.failed") : words.t("state.failed.src", { src: name });
  const title = OF_VIEW.test(code) ? words.t("state.failed.view") : ofRecords;
  const panel = errorPanel({
    title: isPart ? `${words.t("state.partly")}${words.t("list.comma")}${name}` : title,
    found,
    expected,
    remedy: hint,
    labels: { found: words.t("state.found"), expected: words.t("state.expected"), remedy: words.t("state.remedy") },
  });
  // Messages of the readers are English on every page.
  for (const said of panel.querySelectorAll("dd")) said.dir = "auto";
  return panel;
}
