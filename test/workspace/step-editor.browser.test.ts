import { createWords, workspaceTexts } from "@whenwhere/view";
import { expect, it } from "vitest";
import { stepEditor } from "../../packages/workspace/src/story/step-editor.ts";

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
