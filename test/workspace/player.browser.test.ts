import { createStore, type Store } from "@whenwhere/store";
import { arabic, createWords } from "@whenwhere/view";
import { type PlayerHandle, type PlayerOptions, player } from "@whenwhere/workspace";
import { afterEach, describe, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { eventually } from "../eventually.ts";

const RECORDS = Array.from({ length: 12 }, (_, month) => ({
  id: `m${month + 1}`,
  title: `Month ${month + 1}`,
  category: "attack",
  when: { edtf: `2022-${String(month + 1).padStart(2, "0")}-15` },
}));

let made: PlayerHandle | null = null;
let host: HTMLElement;

function make(
  options: Partial<PlayerOptions> = {},
  records: readonly object[] = RECORDS,
): { store: Store; run: PlayerHandle } {
  host = document.createElement("main");
  document.body.append(host);
  const store = createStore(records as typeof RECORDS);
  made = player(host, { store, step: "month", reducedMotion: false, ...options });
  return { store, run: made };
}

const shown = (store: Store): string[] =>
  [...store.rows().certain, ...store.rows().possible].map((row) => store.id(row));
const slider = () => host.querySelector("input[type=range]") as HTMLInputElement;
const button = (name: string) =>
  [...host.querySelectorAll("button")].find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
  ) as HTMLButtonElement;
const press = (key: string) =>
  slider().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

afterEach(() => {
  made?.destroy();
  host.remove();
});

describe("a player", () => {
  it("does not begin by itself, and shows all dates until it is asked", () => {
    const { store, run } = make();
    expect(run.state).toMatchObject({ playing: false, frame: null, frames: 12 });
    expect(store.count().shown).toBe(12);
    expect(slider().getAttribute("aria-valuetext")).toBe("All dates");
  });

  it("puts the same window in force whenever the same instant is sought", () => {
    const { store, run } = make();
    const ms = Date.UTC(2022, 4, 15, 13);
    const first = run.seek(ms);
    expect(shown(store)).toEqual(["m5"]);
    run.seekFrame(11);
    expect(shown(store)).toEqual(["m12"]);
    expect(run.seek(ms)).toEqual(first);
    expect(shown(store)).toEqual(["m5"]);
    expect(store.state.clauses["timeline"]).toEqual({
      ...{ source: "timeline", kind: "window" },
      ...{ startMs: Date.UTC(2022, 4, 1), endMs: Date.UTC(2022, 5, 1) },
    });
  });

  it("adds up, and leaves a trail that fades", () => {
    const { store, run } = make({ mode: "cumulative" });
    run.seekFrame(3);
    expect(shown(store)).toEqual(["m1", "m2", "m3", "m4"]);
    run.update({ mode: "trail", width: 2 });
    expect(shown(store)).toEqual(["m3", "m4"]);
    expect(store.state.clauses["timeline"]).toMatchObject({ fade: true });
    run.update({ mode: "window", width: 1 });
    expect(store.state.clauses["timeline"]).not.toHaveProperty("fade");
  });

  it("plays every frame once, in order, and stops at the end", async () => {
    const { run } = make({ fps: 30 });
    const frames: number[] = [];
    run.on("frame", (frame) => frame !== null && frames.push(frame.index));
    const end = new Promise<void>((resolve) => void run.on("end", () => resolve()));
    expect(run.play()).toBe(true);
    expect(button("Pause").textContent).toContain("Pause");
    await end;
    expect(frames).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(run.state.playing).toBe(false);
    run.play();
    expect(run.state.frame?.index).toBe(0);
  });

  it("begins anew when it is told to go round", async () => {
    const { run } = make({ fps: 30, loop: true });
    const frames: number[] = [];
    run.on("frame", (frame) => frame !== null && frames.push(frame.index));
    run.seekFrame(10);
    run.play();
    await eventually(() => expect(frames.slice(0, 4)).toEqual([10, 11, 0, 1]));
    run.pause();
  });

  it("gives way to the reader's own window, and takes its width along when it is played again", () => {
    const { store, run } = make({ fps: 1 });
    run.play();
    store.set({ source: "timeline", kind: "window", startMs: Date.UTC(2022, 2, 3), endMs: Date.UTC(2022, 5, 2) });
    expect(run.state).toMatchObject({ playing: false, frame: null });
    run.play();
    expect(run.state.width).toBe(3);
    expect(shown(store)).toEqual(["m4", "m5", "m6"]);
    run.update({ fps: 2 });
    expect(run.state.width).toBe(3);
  });

  it("says the window that the reader has drawn, and steps on from it as wide as it is", () => {
    const { store, run } = make();
    store.set({ source: "timeline", kind: "window", startMs: Date.UTC(2022, 2, 3), endMs: Date.UTC(2022, 5, 2) });
    expect(slider().getAttribute("aria-valuetext")).toContain("3 March to 1 June 2022");
    expect(host.querySelector(".ww-player-now")?.textContent).toContain("3 March to 1 June 2022");
    expect(slider().value).toBe("5");
    button("One step on").click();
    expect(shown(store)).toEqual(["m5", "m6", "m7"]);
    expect(run.state.frame?.index).toBe(6);
    store.set({ source: "timeline", kind: "window", startMs: Date.UTC(2022, 2, 3), endMs: Number.POSITIVE_INFINITY });
    expect(slider().value).toBe("11");
  });

  it("takes the usual width of another mode, whatever it was told meanwhile", () => {
    const { run } = make({ mode: "trail" });
    run.update({ map: null });
    run.update({ mode: "window" });
    expect(run.state.width).toBe(1);
  });

  it.each([
    ["en", 1000],
    ["en", 360],
    ["ar", 1000],
  ] as const)("stands still under the pointer while it runs (%s, %i px)", (locale, width) => {
    const { run } = make({ step: "day", width: 4, words: createWords(locale, [arabic]) });
    host.style.width = `${width}px`;
    const line = host.querySelector(".ww-player-line") as HTMLElement;
    const lookNow = () => {
      const { left, width } = line.getBoundingClientRect();
      return [left, width, host.getBoundingClientRect().height, slider().getBoundingClientRect().top];
    };
    const first = lookNow();
    for (let index = 0; index < run.state.frames; index += 5) {
      run.seekFrame(index);
      expect(lookNow()).toEqual(first);
    }
    run.play();
    expect(lookNow()).toEqual(first);
  });

  it("keeps the keyboard when the button of all dates goes grey", () => {
    const { run } = make();
    run.seekFrame(3);
    button("All dates").focus();
    button("All dates").click();
    expect(button("All dates").disabled).toBe(true);
    expect(document.activeElement).toBe(slider());
  });

  it("is played, stepped and sought by keys and buttons", () => {
    const { store, run } = make({ fps: 1 });
    button("One step on").click();
    expect(shown(store)).toEqual(["m1"]);
    button("One step on").click();
    button("One step back").click();
    expect(run.state.frame?.index).toBe(0);
    slider().value = "6";
    slider().dispatchEvent(new Event("input", { bubbles: true }));
    expect(shown(store)).toEqual(["m7"]);
    expect(slider().getAttribute("aria-valuetext")).toBe("July 2022, step 7 of 12");
    press(" ");
    expect(run.state.playing).toBe(true);
    press(" ");
    expect(run.state.playing).toBe(false);
    button("All dates").click();
    expect(store.count().shown).toBe(12);
    expect(run.state.frame).toBeNull();
  });

  it("steps and does not play where less motion is asked for", () => {
    const { store, run } = make({ reducedMotion: true });
    expect(run.play()).toBe(false);
    press(" ");
    expect(run.state.playing).toBe(false);
    expect(host.textContent).toContain("less motion");
    button("One step on").click();
    expect(shown(store)).toEqual(["m1"]);
  });

  it("stops when the reader comes to ask for less motion, and may be played again when he no longer does", async () => {
    const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
    const ask = (value: string) =>
      session.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value }] });
    host = document.createElement("main");
    document.body.append(host);
    await ask("no-preference");
    made = player(host, { store: createStore(RECORDS as never), step: "month", fps: 1 });
    expect(made.play()).toBe(true);
    try {
      await ask("reduce");
      await eventually(() => expect(made?.state.playing).toBe(false));
      expect(host.innerText).toContain("less motion");
      expect(made.play()).toBe(false);
      await ask("no-preference");
      await eventually(() => expect(host.innerText).not.toContain("less motion"));
      expect(button("Play").checkVisibility()).toBe(true);
      expect(made.play()).toBe(true);
    } finally {
      await session.send("Emulation.setEmulatedMedia", { features: [] });
    }
  });

  it("says what it shows when it stops, and nothing while it runs", async () => {
    const { run } = make({ fps: 1 });
    run.play();
    run.pause();
    await eventually(() =>
      expect(host.querySelector("[aria-live]")?.textContent).toContain("January 2022, step 1 of 12"),
    );
    expect(host.querySelector("[aria-live]")?.textContent).toContain("1 of 12 shown");
  });

  it("speaks Arabic from right to left, and lets time run as reading does", () => {
    make({ words: createWords("ar", [arabic]) });
    expect(host.querySelector(".ww-player")?.getAttribute("dir")).toBe("rtl");
    expect(button("خطوة إلى الأمام")).toBeDefined();
    expect(getComputedStyle(slider()).direction).toBe("rtl");
    const [left, right] = ["خطوة إلى الوراء", "خطوة إلى الأمام"].map(
      (name) => button(name).getBoundingClientRect().left,
    );
    expect(left).toBeGreaterThan(right as number);
  });

  it("has nothing to play where no record states a date", () => {
    const { run } = make({}, [{ id: "a", title: "Undated" }]);
    expect(run.play()).toBe(false);
    expect(run.seek(0)).toBeNull();
    expect(host.textContent).toContain("No record states a date.");
  });

  it("works without controls, and refuses what it does not know", () => {
    const store = createStore(RECORDS);
    const bare = player(null, { store, step: "month" });
    expect(bare.element).toBeNull();
    bare.seekFrame(2);
    expect(shown(store)).toEqual(["m3"]);
    bare.destroy();
    bare.destroy();
    expect(() => player(null, { store, step: "fortnight" as "week" })).toThrow(/fortnight/);
    expect(() => player(null, { store, fps: 0 })).toThrow(/fps/);
  });
});
