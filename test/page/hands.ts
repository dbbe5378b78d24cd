import type { Locator, Page } from "playwright";

/** A way of using a page: with the mouse, or with the keyboard alone. */
export interface Hands {
  readonly name: "mouse" | "keyboard";
  press(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  /** Picks an option of a `select` by its value. */
  choose(target: Locator, value: string): Promise<void>;
  /** Picks the row of the table whose cell says `text`. */
  pickRow(text: string): Promise<void>;
  /** Sets a date input: `2022-01-17`. */
  setDay(target: Locator, day: string): Promise<void>;
}

/** More stops than any page of ours has. */
const MOST_TABS = 400;
const LOOKS_EVERY = 40;

/** Asks whether the focus is on the element, shadow roots included. To find it by its role costs more than a key, so it is found once. */
async function focusWatch(target: Locator): Promise<() => Promise<boolean>> {
  let found = await target.elementHandle();
  const look = () =>
    found?.evaluate((element) => {
      const { activeElement } = element.getRootNode() as Document | ShadowRoot;
      return element.isConnected ? activeElement === element : null;
    });
  return async () => {
    let has = await look();
    if (has == null) {
      // Lists are made anew now and then.
      found = await target.elementHandle();
      has = await look();
    }
    return has === true;
  };
}

/** Presses a key until the element has the focus. */
async function keyTo(page: Page, target: Locator, key: "Tab" | "ArrowDown"): Promise<void> {
  let hasFocus = await focusWatch(target);
  for (let step = 1; step <= MOST_TABS; step++) {
    if (await hasFocus()) return;
    // Another element may have become the one that is meant.
    if (step % LOOKS_EVERY === 0) hasFocus = await focusWatch(target);
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${target}.`);
}

/** Goes forward with Tab, as a reader without a mouse does, until the element has the focus; to a value of a list, with the arrow keys from its stop. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: "visible" });
  const isValue = await target.evaluate((element) => element.matches('.ww-facet[tabindex="-1"]'));
  if (!isValue) return keyTo(page, target, "Tab");
  await keyTo(page, target.locator('xpath=ancestor::ul[last()]//button[@tabindex="0"]'), "Tab");
  await keyTo(page, target, "ArrowDown");
}

function mouse(page: Page): Hands {
  return {
    name: "mouse",
    press: (target) => target.click(),
    async type(target, text) {
      await target.click();
      await target.fill(text);
    },
    async choose(target, value) {
      await target.selectOption(value);
    },
    async pickRow(text) {
      await page.getByRole("gridcell", { name: text }).first().click();
    },
    async setDay(target, day) {
      await target.click();
      await target.fill(day);
      await target.blur();
    },
  };
}

function keyboard(page: Page): Hands {
  const { keyboard: keys } = page;
  return {
    name: "keyboard",
    async press(target) {
      await tabTo(page, target);
      await keys.press("Enter");
    },
    async type(target, text) {
      await tabTo(page, target);
      await keys.press("ControlOrMeta+A");
      await keys.type(text);
    },
    async choose(target, value) {
      await tabTo(page, target);
      await keys.press("Home");
      for (let step = 0; step < 20 && (await target.inputValue().catch(() => value)) !== value; step++) {
        await keys.press("ArrowDown");
      }
    },
    async pickRow(text) {
      const grid = page.getByRole("grid").first();
      const stop = grid.locator('[tabindex="0"]').first();
      await tabTo(page, stop);
      await keys.press("Control+Home");
      for (let step = 0; step < MOST_TABS; step++) {
        await keys.press("ArrowDown");
        const line = await page.evaluate(() => {
          let active = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          return active?.closest('[role="row"]')?.textContent ?? "";
        });
        if (line.includes(text)) return keys.press("Enter");
      }
      throw new Error(`No row of the table says "${text}".`);
    },
    async setDay(target, day) {
      await tabTo(page, target);
      const [year = "", month = "", date = ""] = day.split("-");
      await keys.type(`${month}${date}${year}`);
      await keys.press("Tab");
    },
  };
}

/** Both ways, one after the other. */
export const HANDS = { mouse, keyboard } as const;
