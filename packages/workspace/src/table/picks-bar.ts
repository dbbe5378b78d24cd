import { h, type Words } from "@whenwhere/view";

/** How many records are picked, and what can be done with them. */
export interface PicksBar {
  readonly element: HTMLElement;
  show(count: number): void;
  /** A word about what was done, in place of the count. */
  say(text: string): void;
}

/** Made once; out of sight while nothing is picked. */
export function picksBar(words: Words, on: { onCopy(): void; onClear(): void }): PicksBar {
  const status = h("span", { role: "status" });
  const button = (key: string, onclick: () => void): HTMLElement =>
    h("button", { type: "button", class: "ww-button ww-button-small", onclick }, words.t(key));
  const tools = [button("table.copy", on.onCopy), button("table.unpick", on.onClear)];
  const element = h("div", { class: "ww-table-picks" }, status, tools);
  const show = (count: number): void => {
    status.textContent = count === 0 ? "" : words.t("table.picked", { n: count });
    for (const tool of tools) tool.hidden = count === 0;
  };
  show(0);
  return {
    element,
    show,
    say: (text) => {
      status.textContent = text;
    },
  };
}

/** False when the page may not write to the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
