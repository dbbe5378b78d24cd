import { expect, it } from "vitest";
import { userEvent } from "vitest/browser";
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
