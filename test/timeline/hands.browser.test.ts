import { createStore, type Store } from "@whenwhere/store";
import { type TimelineHandle, timeline } from "@whenwhere/timeline";
import { afterEach, expect, test } from "vitest";
import { frame, press } from "../hands.ts";
import { record } from "./fixtures.ts";

const RECORDS = Array.from({ length: 12 }, (_, i) =>
  record(`r${i}`, { edtf: `2022-${String(i + 1).padStart(2, "0")}` }),
);

let handle: TimelineHandle | null = null;
afterEach(() => {
  handle?.destroy();
  handle = null;
  document.body.replaceChildren();
});

interface Mounted {
  readonly store: Store;
  readonly view: TimelineHandle;
  readonly surface: HTMLElement;
  readonly strip: HTMLElement;
  readonly sliders: readonly HTMLElement[];
}

async function mount(options: Partial<Parameters<typeof timeline>[1]> = {}): Promise<Mounted> {
  const target = document.createElement("main");
  target.style.width = "900px";
  document.body.append(target);
  const store = createStore(RECORDS);
  const view = timeline(target, { store, motion: "none", ...options });
  handle = view;
  await frame();
  const one = (selector: string) => view.element.querySelector(selector) as HTMLElement;
  const sliders = [...view.element.querySelectorAll<HTMLElement>("[role=slider]")];
  const mounted = { store, view, surface: one(".ww-tl-surface"), strip: one(".ww-tl-strip"), sliders };
  // The page of a test has no pointer to capture.
  for (const element of [mounted.surface, mounted.strip, ...sliders]) element.setPointerCapture = () => {};
  return mounted;
}

/** A pointer at a share of an element's width, `yPx` below its top. */
function point(
  element: HTMLElement,
  type: string,
  share: number,
  more: PointerEventInit & { yPx?: number } = {},
): void {
  const { left, top, width } = element.getBoundingClientRect();
  const { yPx = 20, ...init } = more;
  const at = { clientX: left + share * width, clientY: top + yPx };
  element.dispatchEvent(
    new PointerEvent(type, { pointerId: 1, button: 0, bubbles: true, cancelable: true, ...at, ...init }),
  );
}

const touch = (pointerId: number, yPx = 20) => ({ pointerId, pointerType: "touch", yPx });

test("a drag that left the drawing at once and ended outside is over when the pointer comes back", async () => {
  const { view, surface } = await mount();
  view.fit({ startMs: Date.UTC(2022, 3, 1), endMs: Date.UTC(2022, 6, 1) });
  let captured = 0;
  surface.setPointerCapture = () => captured++;
  point(surface, "pointerdown", 0.999);
  point(surface, "pointerleave", 1.001);
  expect(captured).toBe(1);
  point(surface, "lostpointercapture", 1.2);
  const { view: rested } = view.state;
  point(surface, "pointermove", 0.4);
  point(surface, "pointermove", 0.2);
  expect(view.state.view).toEqual(rested);
});

test("Escape in the middle of a selecting drag puts the window back, and what the hand does after it is nothing", async () => {
  const { store, surface } = await mount({ mode: "select" });
  const before = {
    source: "timeline",
    kind: "window",
    startMs: Date.UTC(2022, 1, 1),
    endMs: Date.UTC(2022, 4, 1),
  } as const;
  store.set(before);
  point(surface, "pointerdown", 0.3);
  point(surface, "pointermove", 0.5);
  expect(store.state.clauses["timeline"]).not.toEqual(before);
  press(surface, "Escape");
  expect(store.state.clauses["timeline"]).toEqual(before);
  point(surface, "pointermove", 0.8);
  point(surface, "pointerup", 0.8);
  expect(store.state.clauses["timeline"]).toEqual(before);
});

test("a press on the strip gives the drawing the keys: Escape gives a drag up, and undoes a brush that is done", async () => {
  const { store, view, surface, strip } = await mount();
  const { view: first } = view.state;
  const drag = (): void => {
    point(strip, "pointerdown", 0.3);
    strip.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true }));
    point(strip, "pointermove", 0.4);
    point(strip, "pointermove", 0.6);
  };
  drag();
  expect(document.activeElement).toBe(surface);
  expect(view.state.window).not.toBeNull();
  press(surface, "Escape");
  expect(view.state.window).toBeNull();
  expect(view.state.view).toEqual(first);
  point(strip, "pointerup", 0.6);
  drag();
  point(strip, "pointerup", 0.6);
  expect(store.state.clauses["timeline"]).toBeDefined();
  press(document.activeElement as HTMLElement, "Escape");
  expect(store.state.clauses["timeline"]).toBeUndefined();
});

test("a swipe over the strip, which the page takes for scrolling, leaves window and view as they were", async () => {
  const { view, strip } = await mount();
  view.fit({ startMs: Date.UTC(2022, 3, 1), endMs: Date.UTC(2022, 4, 1) });
  const { view: before } = view.state;
  point(strip, "pointerdown", 0.7, touch(5, 40));
  point(strip, "pointermove", 0.72, touch(5, 20));
  expect(view.state.window).not.toBeNull();
  point(strip, "pointercancel", 0.72, touch(5, 10));
  expect(view.state.window).toBeNull();
  expect(view.state.view).toEqual(before);
});

test("an end of the window is dragged past the other one; Escape puts it back, and then undoes the brush", async () => {
  const { store, view, sliders } = await mount();
  const before = { startMs: Date.UTC(2022, 4, 1), endMs: Date.UTC(2022, 5, 1) };
  store.set({ source: "timeline", kind: "window", ...before });
  await frame();
  const [start] = sliders as [HTMLElement, HTMLElement];
  const at = (type: string, px: number): void => {
    const box = view.element.getBoundingClientRect();
    const init = { pointerId: 1, button: 0, bubbles: true, clientX: box.left + px, clientY: box.bottom - 80 };
    start.dispatchEvent(new PointerEvent(type, init));
  };
  at("pointerdown", 400);
  at("pointermove", 700);
  expect(view.state.window?.startMs).toBe(before.endMs);
  expect(view.state.window?.endMs).toBeGreaterThan(before.endMs + 86_400_000);
  press(start, "Escape");
  expect(view.state.window).toEqual(before);
  at("pointermove", 750);
  expect(view.state.window).toEqual(before);
  const isTaken = (): boolean =>
    !start.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
  expect(isTaken()).toBe(true);
  expect(view.state.window).toBeNull();
  // A dialog around it may close now.
  expect(isTaken()).toBe(false);
});

test("a sideways wheel over the strip pans as over the drawing", async () => {
  const { view, strip } = await mount();
  view.fit({ startMs: Date.UTC(2022, 3, 1), endMs: Date.UTC(2022, 4, 1) });
  const { startMs } = view.state.view;
  strip.dispatchEvent(new WheelEvent("wheel", { deltaX: 60, bubbles: true, cancelable: true }));
  expect(view.state.view.startMs).toBeGreaterThan(startMs);
});

test("a third finger is no drag of its own, another pointer does not steer a drag, and a pinch of any direction zooms", async () => {
  const { view, surface } = await mount();
  view.fit({ startMs: Date.UTC(2022, 3, 1), endMs: Date.UTC(2022, 6, 1) });
  const length = (): number => view.state.view.endMs - view.state.view.startMs;
  const from = length();
  point(surface, "pointerdown", 0.5, touch(2, 100));
  point(surface, "pointerdown", 0.5, touch(3, 140));
  point(surface, "pointermove", 0.5, touch(3, 180));
  expect(length() / from).toBeCloseTo(0.5);
  point(surface, "pointerdown", 0.9, touch(4, 100));
  const pinched = view.state.view;
  point(surface, "pointermove", 0.7, touch(4, 100));
  expect(view.state.view).toEqual(pinched);
  for (const id of [2, 3, 4]) point(surface, "pointerup", 0.5, touch(id));
  point(surface, "pointerdown", 0.5);
  point(surface, "pointermove", 0.6);
  const dragged = view.state.view;
  point(surface, "pointermove", 0.1, touch(9));
  point(surface, "pointerup", 0.1, touch(9));
  expect(view.state.view).toEqual(dragged);
  point(surface, "pointermove", 0.7);
  expect(view.state.view.startMs).toBeLessThan(dragged.startMs);
});

test("a date that turns the period round waits for the other one, is marked, and goes when the fields are left", async () => {
  const { store, view, surface } = await mount();
  const before = { startMs: Date.UTC(2022, 1, 1), endMs: Date.UTC(2022, 3, 1) };
  store.set({ source: "timeline", kind: "window", ...before });
  const [from, to] = [...view.element.querySelectorAll<HTMLInputElement>("input[type=date]")] as [
    HTMLInputElement,
    HTMLInputElement,
  ];
  await expect.poll(() => [from.value, to.value]).toEqual(["2022-02-01", "2022-03-31"]);
  const choose = (input: HTMLInputElement, value: string): void => {
    input.focus();
    input.value = value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const marks = (): boolean[] => [from, to].map((input) => input.matches("[aria-invalid=true]"));
  choose(from, "2022-06-01");
  to.focus();
  view.update({});
  await frame();
  expect(from.value).toBe("2022-06-01");
  expect(marks()).toEqual([true, true]);
  choose(to, "2022-06-30");
  expect(view.state.window).toEqual({ startMs: Date.UTC(2022, 5, 1), endMs: Date.UTC(2022, 6, 1) });
  expect(marks()).toEqual([false, false]);
  choose(from, "");
  expect(marks()).toEqual([true, true]);
  surface.focus();
  await expect.poll(() => [from.value, to.value]).toEqual(["2022-06-01", "2022-06-30"]);
  expect(marks()).toEqual([false, false]);
  choose(from, "12022-01-01");
  expect(from.validity.rangeOverflow).toBe(true);
});
