import { arabic, createWords } from "@whenwhere/view";
import { afterEach, describe, expect, it } from "vitest";
import { eventually } from "../../eventually.ts";
import { press } from "../../hands.ts";
import { type Fixture, makeMap, ready } from "./map-fixture.ts";

let made: Fixture | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

async function mount(options: Parameters<typeof makeMap>[0] = {}): Promise<Fixture> {
  made = makeMap({ projection: "flat", ...options });
  await ready(made);
  return made;
}

const tip = ({ host }: Fixture) => host.querySelector(".ww-tooltip") as HTMLElement;
const option = ({ hands }: Fixture) => hands.querySelector("[role=option]")?.textContent ?? "";

/** As a reader who came with Tab: the browser draws a ring around the focus. */
function focusByKeys({ hands }: Fixture): void {
  hands.focus({ focusVisible: true } as FocusOptions);
}

describe("the tip of a keyboard", () => {
  it("shows those who see what the others hear, beside the glyph, and goes with the focus", async () => {
    const map = await mount();
    focusByKeys(map);
    for (let i = 0; i < 2; i++) {
      press(map.hands, "n");
      await eventually(() => expect(tip(map).textContent).toBe(option(map)));
      expect(tip(map).hidden).toBe(false);
    }
    // The next one stands nowhere, and neither does its tip.
    press(map.hands, "n");
    await eventually(() => expect(tip(map).hidden).toBe(true));
    expect(option(map)).toContain("pipeline");
    press(map.hands, "p");
    await eventually(() => expect(tip(map).hidden).toBe(false));
    map.hands.blur();
    await eventually(() => expect(tip(map).hidden).toBe(true));
  });

  it("says in one sentence that others stand there", async () => {
    const map = await mount();
    focusByKeys(map);
    await eventually(() => expect(tip(map).textContent).toMatch(/^First at Riyadh\..*Riyadh[^.]*, 2 records here$/));
  });

  it("makes way for the list that Enter opens, and comes back with the focus", async () => {
    const map = await mount();
    focusByKeys(map);
    press(map.hands, "n");
    await eventually(() => expect(tip(map).hidden).toBe(false));
    press(map.hands, "Enter");
    const popup = map.host.querySelector(".ww-map-popup") as HTMLElement;
    expect(popup.hidden).toBe(false);
    await eventually(() => expect(tip(map).hidden).toBe(true));
    press(popup.querySelector(".ww-map-row") as HTMLElement, "Escape");
    expect(popup.hidden).toBe(true);
    expect(document.activeElement).toBe(map.hands);
    press(map.hands, "p");
    await eventually(() => expect(tip(map).textContent).toBe(option(map)));
    expect(tip(map).hidden).toBe(false);
  });

  it("is not there for a hand that pressed the map", async () => {
    const map = await mount();
    map.hands.focus({ focusVisible: false } as FocusOptions);
    await eventually(() => expect(option(map)).not.toBe(""));
    expect(tip(map).hidden).toBe(true);
  });

  it("is closed by Esc until the keyboard goes on", async () => {
    const map = await mount();
    focusByKeys(map);
    press(map.hands, "n");
    await eventually(() => expect(tip(map).hidden).toBe(false));
    press(map.hands, "Escape");
    expect(tip(map).hidden).toBe(true);
    map.store.hover(null);
    press(map.hands, "n");
    await eventually(() => expect(tip(map).hidden).toBe(false));
  });
});

describe("the list that Enter opens", () => {
  const rows = ({ host }: Fixture) => [...host.querySelectorAll<HTMLElement>(".ww-map-popup .ww-map-row")];

  it("has the focus on the record that the keyboard stood on", async () => {
    const map = await mount();
    focusByKeys(map);
    press(map.hands, "n");
    await eventually(() => expect(option(map)).toContain("Second at Riyadh"));
    press(map.hands, "Enter");
    expect(rows(map)).toHaveLength(2);
    expect(document.activeElement).toBe(rows(map)[1]);
    expect(document.activeElement?.textContent).toContain("Second at Riyadh");
  });

  it("runs as the interface does, though titles in it run the other way", async () => {
    const map = await mount({ words: createWords("ar", [arabic]) });
    focusByKeys(map);
    press(map.hands, "Enter");
    for (const row of rows(map)) {
      expect(row.textContent).toContain("at Riyadh");
      expect(getComputedStyle(row.querySelector("span") as Element).direction).toBe("rtl");
    }
    expect(rows(map)).toHaveLength(2);
  });
});

describe("the list of what is not on the map", () => {
  it("has titles alone in it, each of which runs as it is written", async () => {
    const map = await mount({ words: createWords("ar", [arabic]) });
    (map.host.querySelector(".ww-map-tray > button") as HTMLElement).click();
    const titles = [...map.host.querySelectorAll(".ww-map-tray .ww-map-row > span")];
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.map((title) => getComputedStyle(title).direction)).toEqual(titles.map(() => "ltr"));
    expect(getComputedStyle(map.map.element).direction).toBe("rtl");
  });
});

describe("a finger on a map whose switch says that it selects", () => {
  const touch = (map: Fixture, type: string, [x, y]: readonly [number, number]) => {
    const { left, top } = map.hands.getBoundingClientRect();
    map.hands.dispatchEvent(
      new PointerEvent(type, {
        ...{ bubbles: true, pointerId: 7, pointerType: "touch", button: 0 },
        ...{ clientX: left + x, clientY: top + y },
      }),
    );
  };
  const draw = (map: Fixture) => {
    // A pointer that is made up cannot be caught.
    map.hands.setPointerCapture = () => {};
    touch(map, "pointerdown", [40, 40]);
    touch(map, "pointermove", [300, 200]);
    touch(map, "pointermove", [600, 440]);
    touch(map, "pointerup", [600, 440]);
  };

  it("draws the box, and leaves the page's scrolling alone only where it moves the map", async () => {
    const map = await mount();
    draw(map);
    expect(map.store.state.clauses["map"]).toBeUndefined();
    expect(getComputedStyle(map.hands).touchAction).toBe("pan-x pan-y");
    const select = [...map.host.querySelectorAll<HTMLElement>(".ww-map-head .ww-map-wide button")][1] as HTMLElement;
    select.click();
    draw(map);
    expect(map.store.state.clauses["map"]?.kind).toBe("bbox");
    expect(getComputedStyle(map.hands).touchAction).toBe("none");
  });
});
