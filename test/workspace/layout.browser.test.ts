import { allLanguages, createWords, workspaceTexts } from "@whenwhere/view";
import { LAYOUT_PRESETS, PANES, type Pane } from "@whenwhere/workspace";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { workspaceLayout } from "../../packages/workspace/src/layout/workspace-layout.ts";
import { eventually } from "../eventually.ts";
import { errorsThroughForms } from "./changes-form.ts";
import { testPage } from "./test-page.ts";

const { host, mount } = testPage(1280);

const pane = (name: Pane): HTMLElement => host.querySelector(`.ww-ws-${name}`) as HTMLElement;
const boxOf = (name: Pane): DOMRect => pane(name).getBoundingClientRect();
const edges = (): HTMLElement[] => [...host.querySelectorAll<HTMLElement>("[role=separator]")];
const edge = (label: string): HTMLElement => {
  const found = edges().find((one) => one.getAttribute("aria-label") === label);
  if (found === undefined) throw new Error(`There is no ${label}.`);
  return found;
};
const overlaps = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe("the layout", () => {
  it("gives a timeline above other panes half of the height that the page has, at its foot a third, where it does not scroll", async () => {
    const root = document.createElement("div");
    root.style.width = "1280px";
    host.append(root);
    const layout = workspaceLayout(root, createWords("en", [workspaceTexts]));
    const capAt = (minHeight: string): number | null => {
      root.style.minHeight = minHeight;
      return layout.timeRoom.capPx;
    };
    // What is left beside the drawing is its heading and its foot.
    expect([capAt("900px"), capAt("700px"), capAt("300px")]).toEqual([385, 285, 240]);
    expect([capAt("100%"), capAt("0")]).toEqual([null, null]);
    layout.set({ preset: "map-first" });
    expect([capAt("900px"), capAt("600px")]).toEqual([300, 246]);
    root.style.width = "900px";
    await eventually(() => expect(root.dataset.layout).toBe("tablet"));
    expect(capAt("900px")).toBeNull();
    layout.destroy();
  });

  it("takes another form without an error of the page", async () => {
    await mount();
    const forms = [
      [400, "phone"],
      [900, "tablet"],
      [1280, "wide"],
    ] as const;
    expect(await errorsThroughForms(host, forms)).toEqual([]);
  });

  it("stays as it is under the pointer when its head has more to say", async () => {
    host.style.width = "1200px";
    const { store } = await mount({ title: "Attacks in Cabo Delgado, Mozambique" });
    if (store === null) throw new Error("The workspace has no store.");
    const head = host.querySelector<HTMLElement>(".ww-ws-head") as HTMLElement;
    const heightNow = (): number => head.getBoundingClientRect().height;
    const before = heightNow();
    const status = head.querySelector<HTMLElement>(".ww-ws-status") as HTMLElement;
    status.textContent = "The address of this view is copied";
    expect(status.getBoundingClientRect().height).toBeGreaterThan(0);
    expect(heightNow()).toBe(before);
    store.set({ source: "timeline", kind: "window", startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 0, 25) });
    await eventually(() => expect(head.textContent).toContain("only possibly in this window"));
    expect(heightNow()).toBe(before);
  });

  it.each([
    ["en", 1440],
    ["en", 1280],
    ["en", 820],
    ["ru", 1600],
    ["ar", 1440],
  ] as const)("has a head as high as it was, however long its counts become (%s, %i px)", async (locale, width) => {
    host.style.width = `${width}px`;
    const headerContent = document.createElement("select");
    headerContent.style.inlineSize = "310px";
    const { store } = await mount({
      title: "All happenings of the two documents",
      headerContent,
      locale,
      languages: allLanguages,
    });
    const head = host.querySelector<HTMLElement>(".ww-ws-head") as HTMLElement;
    const before = head.getBoundingClientRect().height;
    const words = () => head.querySelector(".ww-counts")?.textContent ?? "";
    const shortest = words().length;
    store?.set({ source: "timeline", kind: "window", startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 0, 25) });
    await eventually(() => expect(words().length).toBeGreaterThan(shortest + 10));
    expect(head.getBoundingClientRect().height).toBe(before);
    expect(head.scrollWidth).toBeLessThanOrEqual(width);
  });

  it.each(LAYOUT_PRESETS.flatMap((preset) => [1280, 900].map((width) => [preset, width] as const)))(
    "of %s at %i px shows its panes side by side, without a fault that axe finds",
    async (preset, width) => {
      host.style.width = `${width}px`;
      const { state } = await mount({ layout: preset });
      const shown = PANES.filter((name) => !state.layout?.hidden.includes(name));
      for (const name of PANES) expect(pane(name).hidden).toBe(!shown.includes(name));
      for (const one of shown) {
        expect(boxOf(one).width, one).toBeGreaterThan(150);
        expect(boxOf(one).height, one).toBeGreaterThan(100);
        for (const other of shown) if (other !== one) expect(overlaps(boxOf(one), boxOf(other))).toBe(false);
      }
      expect(host.scrollWidth).toBeLessThanOrEqual(width);
      const result = await axe.run({ include: host, exclude: [".ww-timeline", ".ww-map"] } as never, {
        rules: { "target-size": { enabled: true }, region: { enabled: true } },
      });
      expect(result.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}`))).toEqual([]);
    },
  );

  it("moves an edge by keys, says where it is, and never past the least size", async () => {
    const handle = await mount();
    const side = edge("Edge between Filters and When");
    const before = boxOf("side").width;
    side.focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(boxOf("side").width).toBe(before + 32);
    expect(handle.state.layout?.sizes.side).toBe(before + 32);
    expect(side.getAttribute("aria-orientation")).toBe("vertical");
    expect(Number(side.getAttribute("aria-valuenow"))).toBeGreaterThan(0);
    expect(document.getElementById(side.getAttribute("aria-controls") ?? "")).toBe(pane("side"));
    await userEvent.keyboard("{Home}");
    expect(boxOf("side").width).toBe(160);
    await userEvent.keyboard("{Delete}");
    expect(boxOf("side").width).toBe(before);
    expect(document.activeElement).toBe(side);
  });

  it("moves an edge under the pointer, in both directions of reading", async () => {
    for (const [locale, sign] of [
      ["en", 1],
      ["ar", -1],
    ] as const) {
      const handle = await mount({ locale });
      const side = edges()[0] as HTMLElement;
      const before = boxOf("side").width;
      const { left, top } = side.getBoundingClientRect();
      const at = (type: string, x: number) =>
        new PointerEvent(type, { clientX: x, clientY: top + 5, pointerId: 1, button: 0, bubbles: true });
      side.setPointerCapture = () => {};
      side.dispatchEvent(at("pointerdown", left + 4));
      side.dispatchEvent(at("pointermove", left + 4 + sign * 40));
      side.dispatchEvent(new PointerEvent("lostpointercapture", { pointerId: 1 }));
      expect(boxOf("side").width).toBe(before + 40);
      handle.destroy();
    }
  });

  it("puts a pane away with Enter on its edge, and gives its room to the others", async () => {
    const handle = await mount();
    const told: unknown[] = [];
    handle.on("layout", (state) => told.push(state.hidden));
    const before = boxOf("table").width;
    edge("Edge between Where and Records").focus();
    await userEvent.keyboard("{Enter}");
    expect(pane("map").hidden).toBe(true);
    expect(boxOf("table").width).toBeGreaterThan(before);
    expect(told).toEqual([["map"]]);
  });

  it("is arranged by the menu, by mouse and by keyboard; the last pane stays", async () => {
    const handle = await mount();
    const button = host.querySelector<HTMLElement>(".ww-layout-button > button");
    button?.click();
    const radios = [...host.querySelectorAll<HTMLElement>("[role=radio]")];
    radios[0]?.focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(handle.state.layout?.preset).toBe("map-first");
    expect(radios.map((radio) => radio.getAttribute("aria-checked"))).toEqual([
      "false",
      "false",
      "true",
      "false",
      "false",
    ]);
    const boxes = [...host.querySelectorAll<HTMLInputElement>(".ww-popover input[type=checkbox]")];
    for (const box of boxes) if (!box.disabled) box.click();
    expect(handle.state.layout?.hidden).toHaveLength(4);
    expect(boxes.filter((box) => box.disabled)).toHaveLength(1);
    const left = PANES.find((name) => !pane(name).hidden) as Pane;
    expect(boxOf(left).width).toBe(host.clientWidth);
  });

  it("shows a pane that is away when it is asked for", async () => {
    await mount({ layout: { preset: "story" } });
    expect(pane("side").hidden).toBe(true);
    host
      .querySelector<HTMLElement>("[role=grid] [tabindex='0']")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
    expect(pane("side").hidden).toBe(false);
    expect(document.activeElement?.getAttribute("type")).toBe("search");
  });

  it("gives the timeline the height of its pane", async () => {
    await mount({ layout: { preset: "timeline-first", sizes: { top: 600, body: 300 } } });
    await expect
      .poll(() => host.querySelector<HTMLElement>(".ww-timeline")?.scrollHeight)
      .toBeLessThanOrEqual(pane("time").clientHeight + 1);
  });
});
