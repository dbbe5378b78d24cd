import { adoptStyles, baseCss, h } from "@whenwhere/view";
import { afterEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { disclosure } from "../../packages/workspace/src/disclosure.ts";
import { disclosureCss } from "../../packages/workspace/src/disclosure-css.ts";
import { testPage } from "./test-page.ts";

const { host, mount } = testPage(1280);

const button = (): HTMLElement => host.querySelector(".ww-layout-button>button") as HTMLElement;
const isOpen = (): boolean => button().getAttribute("aria-expanded") === "true";

it("closes by a press beside it, wherever the focus can or cannot go, and by its own button", async () => {
  await mount({});
  await userEvent.click(button());
  expect(isOpen()).toBe(true);
  await userEvent.click(host.querySelector(".ww-layout-button .ww-popover h3") as HTMLElement);
  expect(isOpen()).toBe(true);
  await userEvent.click(host.querySelector(".ww-ws-title") as HTMLElement);
  expect(isOpen()).toBe(false);
  await userEvent.click(button());
  await userEvent.click(button());
  expect(isOpen()).toBe(false);
});

it("closes by Escape and gives the focus back", async () => {
  await mount({});
  await userEvent.click(button());
  await userEvent.tab();
  expect(host.querySelector(".ww-layout-button .ww-popover")?.contains(document.activeElement)).toBe(true);
  await userEvent.keyboard("{Escape}");
  expect(isOpen()).toBe(false);
  expect(document.activeElement).toBe(button());
});

it("hands the keyboard back when something in it is chosen", async () => {
  await mount({});
  const menu = [...host.querySelectorAll<HTMLElement>(".ww-ws-buttons>.ww-disclosure")].at(-1) as HTMLElement;
  const opens = menu.querySelector("button") as HTMLElement;
  await userEvent.click(opens);
  const summary = [...menu.querySelectorAll<HTMLElement>(".ww-menu-item")].at(-1) as HTMLElement;
  addEventListener("click", (event) => event.preventDefault(), { once: true });
  summary.focus();
  summary.click();
  expect(opens.getAttribute("aria-expanded")).toBe("false");
  expect(document.activeElement).toBe(opens);
});

it("has its panel within the window, lower or above its button, with the whole of its list in reach", async () => {
  await mount({});
  const columns = host.querySelector(".ww-ws-table .ww-disclosure>button") as HTMLElement;
  const spacer = document.createElement("div");
  host.after(spacer);
  for (const heightPx of [0, 2000]) {
    spacer.style.height = `${heightPx}px`;
    scrollTo(0, 0);
    await userEvent.click(columns);
    const panel = host.querySelector(".ww-ws-table .ww-popover") as HTMLElement;
    const box = panel.getBoundingClientRect();
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(innerHeight);
    expect(box.height).toBeGreaterThan(150);
    panel.scrollTop = panel.scrollHeight;
    const last = [...panel.querySelectorAll(".ww-menu-item")].at(-1)?.getBoundingClientRect();
    expect(last?.bottom).toBeLessThanOrEqual(box.bottom);
    await userEvent.click(columns);
  }
  spacer.remove();
});

const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0)) one();
});

/** A long panel, opened by a button that stands so far from the top of the window. */
function openedAt(topPx: number): { readonly panel: DOMRect; readonly button: DOMRect } {
  undo.push(adoptStyles(document, baseCss), adoptStyles(document, disclosureCss));
  const lines = Array.from({ length: 40 }, (_, i) => h("p", null, `Line ${i}`));
  const { element, panel } = disclosure({ label: "Open", content: () => h("div", null, ...lines) });
  element.style.cssText = `position:fixed;right:300px;top:${topPx}px`;
  const view = h("div", { class: "ww" }, element);
  document.body.append(view);
  undo.push(() => view.remove());
  const pressed = element.querySelector("button") as HTMLElement;
  pressed.click();
  return { panel: panel.getBoundingClientRect(), button: pressed.getBoundingClientRect() };
}

it("has its panel under its button, as high as panels are, where there is room", () => {
  const { panel, button } = openedAt(20);
  expect(panel.top).toBeGreaterThanOrEqual(button.bottom);
  expect(panel.height).toBeCloseTo(innerHeight * 0.6, -1);
});

it("has a lower panel under its button where there is some room, which ends within the window", () => {
  const { panel, button } = openedAt(innerHeight - 300);
  expect(panel.top).toBeGreaterThanOrEqual(button.bottom);
  expect(panel.height).toBeGreaterThan(200);
  expect(panel.bottom).toBeLessThanOrEqual(innerHeight - 7);
});

it("has its panel above its button where there is next to no room under it", () => {
  const { panel, button } = openedAt(innerHeight - 80);
  expect(panel.bottom).toBeLessThanOrEqual(button.top);
  expect(panel.top).toBeGreaterThanOrEqual(0);
  expect(panel.height).toBeCloseTo(innerHeight * 0.6, -1);
});
