import { createLiveRegion } from "@whenwhere/view";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

describe("a live region", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  /** What a listener hears: each text that the region takes on, in order. */
  function listen() {
    const region = createLiveRegion(document.body, { intervalMs: 700 });
    const heard: string[] = [];
    const say = (text: string): void => {
      region.say(text);
      note();
    };
    const note = (): void => {
      const text = region.element.textContent ?? "";
      if (text !== "" && text !== heard.at(-1)) heard.push(text);
    };
    const wait = (ms: number): void => {
      vi.advanceTimersByTime(ms);
      note();
    };
    return { region, heard, say, wait };
  }

  it("tells a drag of two seconds twice: where it begins, and where it ends once it pauses", () => {
    const { region, heard, say, wait } = listen();
    for (let step = 1; step <= 125; step++) {
      say(`${step} shown`);
      wait(16);
    }
    expect(heard).toEqual(["1 shown"]);
    wait(700);
    expect(heard).toEqual(["1 shown", "125 shown"]);
    region.destroy();
  });

  it("says what comes after a silence at once", () => {
    const { region, heard, say, wait } = listen();
    say("one");
    wait(701);
    say("two");
    expect(heard).toEqual(["one", "two"]);
    region.destroy();
  });

  it("is silent once it is destroyed", () => {
    const { region, heard, say, wait } = listen();
    say("one");
    say("two");
    region.destroy();
    wait(5000);
    expect(heard).toEqual(["one"]);
    expect(document.body.childElementCount).toBe(0);
  });
});
