import { createStore, type Store } from "@whenwhere/store";
import { type TimelineHandle, type TimelineOptions, timeline } from "@whenwhere/timeline";
import { afterEach, expect, test } from "vitest";
import { frame } from "../hands.ts";
import { record } from "./fixtures.ts";

const DAYS = [
  record("a", { edtf: "2022-02-01" }),
  record("b", { edtf: "2022-02-02" }),
  record("c", { edtf: "2022-02-03" }),
];
const TIMED = [...DAYS, record("t", { edtf: "2022-02-02T06:30", zone: "Asia/Dubai" })];

let handle: TimelineHandle | null = null;
afterEach(() => {
  handle?.destroy();
  handle = null;
  document.body.replaceChildren();
});

function mount(records: typeof DAYS, options: Partial<TimelineOptions>): { store: Store; view: TimelineHandle } {
  const target = document.createElement("main");
  document.body.append(target);
  const store = createStore(records);
  const view = timeline(target, { store, ...options });
  handle = view;
  return { store, view };
}

function chooseDays(view: TimelineHandle, from: string, to: string): void {
  const [first, last] = [...view.element.querySelectorAll<HTMLInputElement>("input[type=date]")] as [
    HTMLInputElement,
    HTMLInputElement,
  ];
  first.value = from;
  last.value = to;
  last.dispatchEvent(new Event("change"));
}

test.each(["America/Los_Angeles", "Asia/Tokyo"])(
  "in %s the day chosen is the day found, and no neighbour",
  async (zone) => {
    const { store, view } = mount(DAYS, { zone });
    chooseDays(view, "2022-02-02", "2022-02-02");
    await frame();
    expect(store.count()).toMatchObject({ shown: 1, certain: 1 });
    const values = [...view.element.querySelectorAll<HTMLInputElement>("input[type=date]")].map(({ value }) => value);
    expect(values).toEqual(["2022-02-02", "2022-02-02"]);
    const scene = view.scene;
    const mark = scene.marks.find(({ id }) => id === "b");
    expect(mark?.xPx).toBeCloseTo(scene.plot.xPx, 1);
    expect(mark?.widthPx).toBeCloseTo(scene.plot.widthPx, 1);
  },
);

test("beside times of day a window is one of instants, and a day at its edge is only possible", async () => {
  const { store, view } = mount(TIMED, { zone: "America/Los_Angeles" });
  chooseDays(view, "2022-02-01", "2022-02-01");
  await frame();
  // 06:30 in Dubai on the 2nd is 18:30 on the 1st in Los Angeles.
  expect(store.state.clauses.timeline).toMatchObject({
    startMs: Date.UTC(2022, 1, 1, 8),
    endMs: Date.UTC(2022, 1, 2, 8),
  });
  expect(store.count()).toMatchObject({ certain: 1, possible: 2 });
});

test("sliders, inputs and the counts speak in the zone and name it", async () => {
  const { view } = mount(TIMED, { zone: "Africa/Maputo" });
  await frame();
  const [start] = [...view.element.querySelectorAll("[role=slider]")];
  expect(start?.getAttribute("aria-valuetext")).toMatch(/2022, Africa\/Maputo$/);
  expect(view.element.querySelector(".ww-tl-foot")?.textContent).toContain("times in Africa/Maputo, UTC+2");
  expect(view.describe()).toContain("times in Africa/Maputo, UTC+2");
  expect(view.describe()).toContain("06:30 in Dubai (UTC+4), 04:30 in Maputo");
});

test("the tooltip says the time by the clock of the place and by the reader's", async () => {
  const { view } = mount(TIMED, { zone: "Africa/Maputo" });
  const surface = view.element.querySelector<HTMLElement>(".ww-tl-surface");
  surface?.focus();
  for (const key of ["Home", "ArrowRight", "ArrowRight"]) {
    surface?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }
  await frame();
  expect(view.element.textContent).toContain("06:30 in Dubai (UTC+4), 04:30 in Maputo");
});

test("the zone changes under the reader's hands, and UTC is the default", async () => {
  const { view } = mount(TIMED, {});
  view.fit({ startMs: Date.UTC(2022, 1, 2), endMs: Date.UTC(2022, 1, 3) });
  const labels = (): readonly string[] => view.scene.axis.ticks.map(({ label }) => label);
  expect(view.scene.axis.zone).toBe("times in UTC");
  const labelAt = (atMs: number) => view.scene.axis.ticks.find(({ ms }) => ms === atMs)?.label;
  await expect.poll(() => labelAt(Date.UTC(2022, 1, 2, 6))).toBe("06:00");
  view.update({ zone: "Asia/Kathmandu" });
  await frame();
  expect(view.scene.axis.zone).toBe("times in Asia/Kathmandu, UTC+5:45");
  expect(labelAt(Date.UTC(2022, 1, 2, 6, 15))).toBe("12:00");
  expect(labels().length).toBeGreaterThan(4);
  view.update({ zone: "local" });
  await frame();
  expect(view.scene.axis.zone).not.toContain("Kathmandu");
});

test("a second calendar is a line of its own, and goes again", async () => {
  const { view } = mount(DAYS, { calendars: ["gregory", "persian"] });
  await frame();
  expect(view.scene.axis.lines.map(({ caption }) => caption)).toEqual(["Persian Calendar"]);
  const { heightPx } = view.scene;
  view.update({ calendars: ["gregory"] });
  await frame();
  expect(view.scene.axis.lines).toEqual([]);
  expect(view.scene.heightPx).toBeLessThan(heightPx);
});

test("a wrong zone or calendar is a mistake of the program, said at once", () => {
  expect(() => mount(DAYS, { zone: "Mars/Olympus" })).toThrow(/no time zone/);
  expect(() => mount(DAYS, { calendars: ["klingon"] })).toThrow(/no calendar/);
});

test("an update that is refused changes nothing, and the next one is taken", async () => {
  const { view } = mount(DAYS, { height: 300 });
  const eras = [{ when: "next winter", label: "x" }];
  expect(() => view.update({ zone: "Mars/Olympus", height: 200 })).toThrow(/no time zone/);
  expect(() => view.update({ eras, height: 200 })).toThrow(/EDTF/);
  expect(() => view.update({ calendars: ["klingon"], height: 200 })).toThrow(/no calendar/);
  expect(view.state.height).toBe(300);
  view.update({ zone: "Asia/Tokyo", height: 250 });
  await frame();
  expect(view.state.height).toBe(250);
});
