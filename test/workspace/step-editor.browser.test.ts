import { createStore } from "@whenwhere/store";
import { adoptStyles, baseCss, createWords, tokenCss, workspaceTexts } from "@whenwhere/view";
import { expect, it } from "vitest";
import { stepEditor } from "../../packages/workspace/src/story/step-editor.ts";
import { storyDraft } from "../../packages/workspace/src/story/story-editor.ts";
import { storyEditorCss } from "../../packages/workspace/src/story/story-editor-css.ts";

it("what can be done with a step is written on its buttons, but for the arrows and the cross, which are named", () => {
  const words = createWords("en", [workspaceTexts]);
  const nothing = (): void => {};
  const on = { words, show: nothing, take: nothing, move: nothing, remove: nothing };
  const item = stepEditor({ title: "One", text: "", view: "" }, { index: 0, total: 2 }, on);
  const buttons = [...item.querySelectorAll("button")];
  expect(buttons.map(({ textContent, ariaLabel }) => ariaLabel ?? textContent)).toEqual([
    "Show step 1",
    "Let step 1 show this view",
    "Move step 1 up",
    "Move step 1 down",
    "Remove step 1",
  ]);
  expect(buttons.map(({ textContent }) => textContent)).toEqual([
    "Show step 1",
    "Let step 1 show this view",
    "↑",
    "↓",
    "✕",
  ]);
});

it("keeps the keyboard in the list when steps are moved and removed", () => {
  const words = createWords("en", [workspaceTexts]);
  const draft = storyDraft({ store: createStore([{ id: "a", title: "A" }]), words, title: "Mine" });
  for (const _ of [1, 2, 3]) draft.add();
  const panel = draft.panel();
  document.body.append(panel);
  const named = (name: string) =>
    [...panel.querySelectorAll("button")].find(
      (one) => (one.ariaLabel ?? one.textContent) === name,
    ) as HTMLButtonElement;
  const press = (name: string): string | null | undefined => {
    named(name).focus();
    named(name).click();
    return document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;
  };
  expect(press("Move step 1 down")).toBe("Move step 2 down");
  expect(press("Move step 2 down")).toBe("Move step 3 up");
  expect(press("Remove step 3")).toBe("Remove step 2");
  expect(press("Remove step 1")).toBe("Remove step 1");
  expect(press("Remove step 1")).toBe("Add this view as a step");
  panel.remove();
});

it("keeps the arrows and the cross of a step beside each other where its buttons need two lines, as on a phone", () => {
  const words = createWords("en", [workspaceTexts]);
  const page = document.body.appendChild(document.createElement("div"));
  page.className = "ww";
  page.style.width = "328px";
  const draft = storyDraft({ store: createStore([{ id: "a", title: "A" }]), words, title: "Mine" });
  draft.add();
  draft.add();
  const undo = adoptStyles(document, `${tokenCss}${baseCss}${storyEditorCss}`);
  page.append(draft.panel());
  for (const button of page.querySelectorAll<HTMLElement>(".ww-story-tools .ww-button")) button.style.minWidth = "44px";
  const tops = [...page.querySelectorAll("[data-act]")].map((button) => button.getBoundingClientRect().top);
  const shown = page.querySelector(".ww-story-tools button")?.getBoundingClientRect().top ?? 0;
  undo();
  page.remove();
  expect(tops).toHaveLength(6);
  expect(new Set(tops.slice(0, 3)).size).toBe(1);
  expect(tops[0]).toBeGreaterThan(shown);
});
