import { errorPanel, h, type Words } from "@whenwhere/view";
import { loadingNote } from "../head/loading-note.ts";
import { titleElement } from "../head/workspace-header.ts";
import type { WorkspaceOptions } from "../workspace-options.ts";
import { NO_STATE, type Stage, titleOf } from "./stage.ts";

/** What went wrong, or how far the reading is. */
export function messageStage(root: HTMLElement, options: WorkspaceOptions, words: Words): Stage {
  const { error, loading } = options;
  const labels = {
    found: words.t("workspace.found"),
    expected: words.t("workspace.expected"),
    remedy: words.t("workspace.remedy"),
  };
  const note = loadingNote(words, "workspace.loading");
  note.show(loading ?? {});
  root.dataset.state = "message";
  const title = titleOf(options);
  root.replaceChildren();
  if (title !== "") root.append(h("div", { class: "ww-ws-head" }, titleElement(title)));
  root.append(h("div", { class: "ww-ws-message" }, error ? errorPanel({ labels, ...error }) : note.element));
  return {
    store: null,
    ready: Promise.resolve(),
    state: NO_STATE,
    arranged: null,
    showLoading: error ? null : (next) => note.show(next ?? {}),
    showHeader: null,
    destroy: () => {},
  };
}

/** Nothing but the ground, while the texts of the language are on their way: no word of another language is seen. */
export function waitingStage(root: HTMLElement, ready: Promise<void>): Stage {
  root.dataset.state = "message";
  root.setAttribute("aria-busy", "true");
  root.replaceChildren();
  return {
    store: null,
    ready,
    state: NO_STATE,
    arranged: null,
    showLoading: () => {},
    showHeader: () => {},
    destroy: () => root.removeAttribute("aria-busy"),
  };
}
