import {
  adoptStyles,
  createFrameScheduler,
  createTooltip,
  createViewRoot,
  createWords,
  h,
  LIGHT,
  markIcon,
  readTheme,
  roving,
  safeLink,
  safeUrl,
  watchTheme,
} from "@whenwhere/view";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

let host: HTMLElement;
beforeEach(() => {
  host = h("div", { style: { position: "relative", width: "400px", height: "300px" } });
  document.body.append(host);
});
afterEach(() => host.remove());

describe("styles", () => {
  it("are applied once a root and go with their last user", () => {
    const before = document.adoptedStyleSheets.length;
    const first = adoptStyles(document, ".x{color:red}");
    const second = adoptStyles(document, ".x{color:red}");
    expect(document.adoptedStyleSheets).toHaveLength(before + 1);
    first();
    first();
    expect(document.adoptedStyleSheets).toHaveLength(before + 1);
    second();
    expect(document.adoptedStyleSheets).toHaveLength(before);
  });

  it("give light, dark and the page's own tokens to a canvas as plain colours", () => {
    const root = createViewRoot(host, { className: "ww-x", theme: "dark" });
    expect(readTheme(root.element).page).toBe("rgb(21, 21, 20)");
    root.element.dataset.theme = "light";
    expect(readTheme(root.element).page).toBe("rgb(252, 251, 249)");
    root.element.style.setProperty("--ww-attack", "color-mix(in srgb, red 50%, blue)");
    expect(readTheme(root.element).attack).toBe("rgb(128, 0, 128)");
    // As CSS Color 4 converts them to sRGB; the half transparent one is drawn and read back, which costs it some precision.
    for (const [wide, ...wanted] of [
      ["oklch(0.7 0.1 200)", 64, 177, 183],
      ["lab(50 40 30)", 187, 88, 71],
      ["color(display-p3 0.3 0.5 0.6)", 57, 129, 156],
      ["oklab(0.6 0.1 0.1 / 50%)", 195, 96, 46, 0.5],
    ] as const) {
      root.element.style.setProperty("--ww-water", wide);
      const text = readTheme(root.element)["water"] ?? "";
      expect(text).toMatch(/^rgba?\(\d+, \d+, \d+(, 0\.\d+)?\)$/);
      const parts = (text.match(/[\d.]+/g) ?? []).map(Number);
      const farthest = Math.max(...wanted.map((value, i) => Math.abs(value - (parts[i] ?? 999)) / (i < 3 ? 1 : 0.01)));
      expect([wide, parts.length, farthest < 4]).toEqual([wide, wanted.length, true]);
    }
    root.destroy();
  });

  it("reach into a shadow root, where the theme of the host wins", () => {
    const shadow = host.attachShadow({ mode: "open" });
    const inner = h("div");
    shadow.append(inner);
    host.setAttribute("theme", "dark");
    const root = createViewRoot(inner, { className: "ww-x" });
    expect(readTheme(root.element).ink).toBe("rgb(241, 238, 232)");
    root.destroy();
    expect(shadow.adoptedStyleSheets).toHaveLength(0);
  });

  it("are those of the light theme where the element is in no page, and a change there is not told", async () => {
    const root = createViewRoot(host, { className: "ww-x", theme: "dark" });
    const seen = vi.fn();
    const off = watchTheme(root.element, seen);
    host.remove();
    const theme = readTheme(root.element);
    expect(Object.values(theme).filter((color) => !CSS.supports("color", color))).toEqual([]);
    expect(theme.page).toBe(LIGHT.page);
    root.element.dataset.theme = "light";
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(seen).not.toHaveBeenCalled();
    off();
    root.destroy();
  });

  it("tell when the theme above changes", async () => {
    const root = createViewRoot(host, { className: "ww-x" });
    const seen = vi.fn();
    const off = watchTheme(root.element, (theme) => seen(theme.page));
    host.dataset.theme = "dark";
    await expect.poll(() => seen.mock.calls).toEqual([["rgb(21, 21, 20)"]]);
    off();
    root.destroy();
  });
});

describe("the frame scheduler", () => {
  it("runs each callback once a frame, and a callback that throws stops no other", async () => {
    const frame = createFrameScheduler();
    const runs: string[] = [];
    const faults: unknown[] = [];
    const onError = (event: ErrorEvent): void => {
      event.preventDefault();
      faults.push(event.message);
    };
    window.addEventListener("error", onError);
    const once = (): void => void runs.push("once");
    frame.request(() => {
      throw new Error("broken view");
    });
    frame.request(once);
    frame.request(once);
    frame.flush();
    window.removeEventListener("error", onError);
    expect(runs).toEqual(["once"]);
    expect(String(faults[0])).toContain("broken view");
    frame.request(once);
    frame.destroy();
    await new Promise((done) => requestAnimationFrame(done));
    expect(runs).toEqual(["once"]);
  });

  it("lets what comes behind a frame wait for it, each in a task of its own, and the last asking counts", async () => {
    const frame = createFrameScheduler();
    const runs: string[] = [];
    const later = (name: string) => (): void => {
      // What a task leaves behind runs before the next task.
      queueMicrotask(() => runs.push(`end of ${name}`));
      runs.push(name);
    };
    const table = later("table");
    frame.requestAfter(table);
    frame.requestAfter(later("facets"));
    frame.requestAfter(table);
    frame.request(() => runs.push("drawing"));
    await expect.poll(() => runs).toEqual(["drawing", "table", "end of table", "facets", "end of facets"]);
    frame.requestAfter(table);
    frame.flush();
    expect(runs.slice(5)).toEqual(["table"]);
    frame.requestAfter(table);
    frame.destroy();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    expect(runs.filter((run) => run === "table")).toHaveLength(2);
  });

  it("lets what is asked for from behind a frame wait for another one", async () => {
    const scheduler = createFrameScheduler();
    let frames = 0;
    const count = (): void => {
      frames++;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const drawnIn: number[] = [];
    const draw = (): void => {
      drawnIn.push(frames);
      if (drawnIn.length < 5) queueMicrotask(() => scheduler.requestAfter(draw));
    };
    scheduler.requestAfter(() => {});
    scheduler.requestAfter(draw);
    scheduler.requestAfter(() => {});
    await expect.poll(() => drawnIn.length).toBe(5);
    expect(new Set(drawnIn).size).toBe(5);
    scheduler.destroy();
  });
});

describe("elements", () => {
  it("hold data as text, never as markup", () => {
    const element = h("p", null, "<b>x</b>", ["y", 3, null, false]);
    expect(element.children).toHaveLength(0);
    expect(element.textContent).toBe("<b>x</b>y3");
  });

  it("say a status by the outline of the mark", () => {
    const style = { token: "strike", shape: "triangle" } as const;
    expect(markIcon(style, { status: "alleged" }).querySelector("[stroke-dasharray]")).not.toBeNull();
    expect(markIcon(style, { status: "cancelled" }).querySelectorAll("path")).toHaveLength(2);
    expect(
      markIcon(style, { certainty: "possible" }).querySelector("path")?.style.getPropertyValue("fill-opacity"),
    ).toBe("0.28");
    expect(markIcon(style, { label: "Strike" }).getAttribute("role")).toBe("img");
  });

  it("link only to http, https and mailto", () => {
    const bad = [
      "javascript:alert(1)",
      " JAVASCRIPT:alert(1)",
      "data:text/html,x",
      "/path",
      "",
      "vbscript:x",
      "file:///etc",
    ];
    for (const text of bad) expect(safeUrl(text), text).toBeNull();
    expect(safeLink("javascript:alert(1)", "click").tagName).toBe("SPAN");
    const link = safeLink("https://www.example.org/a?b=1") as HTMLAnchorElement;
    expect([link.textContent, link.rel, link.target]).toEqual([
      "example.org",
      "noopener noreferrer nofollow",
      "_blank",
    ]);
  });
});

describe("small widgets", () => {
  it("a tooltip stays when hovered and goes with Escape", () => {
    const tooltip = createTooltip(host);
    tooltip.show("<i>text</i>", { x: 100, y: 100 });
    expect(tooltip.visible).toBe(true);
    expect(tooltip.element.children).toHaveLength(0);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    expect(tooltip.visible).toBe(false);
    tooltip.destroy();
    expect(host.childElementCount).toBe(0);
  });

  it.each([
    [170, 120, 20],
    [170, 120, 60],
    [170, 120, 110],
    [400, 300, 150],
  ])("a tooltip is whole within a view of %i by %i px, wherever it points (%i px down)", (width, height, y) => {
    const view = createViewRoot(host, { className: "ww-x", css: "", words: createWords("en", []) });
    Object.assign(view.element.style, { position: "relative", width: `${width}px`, height: `${height}px` });
    const tooltip = createTooltip(view.element);
    tooltip.show("Drones launched at Abu Dhabi. When: on 2 February 2022 or at any time before.", { x: 90, y });
    const [own, room] = [tooltip.element.getBoundingClientRect(), view.element.getBoundingClientRect()];
    expect(own.left).toBeGreaterThanOrEqual(room.left);
    expect(own.right).toBeLessThanOrEqual(room.right);
    expect(own.top).toBeGreaterThanOrEqual(room.top);
    expect(own.bottom).toBeLessThanOrEqual(room.bottom);
    // One that lies over what it tells of lets the pointer through.
    const isOver = own.top < room.top + y && own.bottom > room.top + y;
    if (isOver) expect(getComputedStyle(tooltip.element).pointerEvents).toBe("none");
    tooltip.destroy();
    view.destroy();
  });

  it.each([
    ["", 0],
    ["translate(30px,20px)", 0],
    ["", 200],
  ])(
    "a tooltip that is higher than its view is whole beside it (%s, page scrolled by %i px)",
    (transform, scrolledPx) => {
      Object.assign(host.style, { marginTop: "300px", marginBottom: "2000px", transform });
      const view = createViewRoot(host, { className: "ww-x", css: "", words: createWords("en", []) });
      Object.assign(view.element.style, { position: "relative", width: "150px", height: "60px", overflow: "hidden" });
      window.scrollTo(0, scrolledPx);
      const tooltip = createTooltip(view.element);
      tooltip.show("Drones launched at Abu Dhabi. When: on 2 February 2022 or at any time before. Where: Abu Dhabi.", {
        x: 70,
        y: 30,
      });
      const own = tooltip.element.getBoundingClientRect();
      const tip = view.element.getBoundingClientRect();
      expect(own.height).toBeGreaterThan(36);
      expect(own.top).toBeGreaterThanOrEqual(0);
      expect(own.left).toBeGreaterThanOrEqual(0);
      expect(own.bottom).toBeLessThanOrEqual(innerHeight);
      expect(own.bottom).toBe(tip.top + 30 - 8);
      for (const y of [own.top + 4, own.bottom - 4])
        expect(document.elementFromPoint(own.left + 8, y)).toBe(tooltip.element);
      // It goes back into a view where it has room.
      tooltip.show("Short", { x: 70, y: 45 });
      expect(getComputedStyle(tooltip.element).position).toBe("absolute");
      tooltip.destroy();
      view.destroy();
      window.scrollTo(0, 0);
    },
  );

  it("a group of controls is one tab stop that arrows walk in the reading direction", () => {
    host.append(h("button", null, "a"), h("button", null, "b"), h("button", null, "c"));
    host.dir = "rtl";
    const keys = roving(host, { items: "button", orientation: "horizontal" });
    const [a, b] = [...host.querySelectorAll("button")];
    a?.focus();
    a?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
    expect(document.activeElement).toBe(b);
    expect(host.querySelectorAll("[tabindex='0']")).toHaveLength(1);
    keys.destroy();
  });
});
