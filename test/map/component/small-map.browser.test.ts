import { type IncidentMapHandle, incidentMap } from "@whenwhere/map";
import { createStore } from "@whenwhere/store";
import { expect, it } from "vitest";
import { eventually } from "../../eventually.ts";
import { INCIDENTS } from "./map-fixture.ts";

/** A map of its own in a box of this size. */
async function within(style: string, check: (map: IncidentMapHandle, host: HTMLElement) => void): Promise<void> {
  const host = document.createElement("div");
  host.style.cssText = style;
  document.body.append(host);
  const store = createStore(INCIDENTS);
  const map = incidentMap(host, { store, locale: "en", header: "none", detail: "110m", projection: "mercator" });
  await eventually(() => expect(map.element.querySelector(".ww-map-scale i")?.clientWidth).toBeGreaterThan(0));
  check(map, host);
  map.destroy();
  store.destroy();
  host.remove();
}

/** What is written on a corner of the picture, each on its own. */
function writings({ element }: IncidentMapHandle): { readonly text: string; readonly box: DOMRect }[] {
  const parts = element.querySelectorAll(".ww-map-corner-start button, .ww-map-tray > button, .ww-map-scale > *");
  return [...parts]
    .map((part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return { text: part.textContent ?? "", box: range.getBoundingClientRect() };
    })
    .filter(({ box }) => box.width > 0);
}

it.each([160, 180, 230, 245, 260, 300, 390])("writes nothing over the scale of a map of %i px", async (widthPx) => {
  await within(`width:${widthPx}px;height:200px`, (map) => {
    const all = writings(map);
    expect(all.some(({ text }) => /km at/.test(text))).toBe(true);
    const clash = all.flatMap(({ text, box: a }, i) =>
      all
        .slice(0, i)
        .filter(({ box: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((other) => `${text} / ${other.text}`),
    );
    expect(clash).toEqual([]);
  });
});

it("stays in a low box, and has a height of its own in a box without one", async () => {
  await within("width:400px;height:170px", ({ element }, host) => {
    const end = Math.max(...[...element.children].map((part) => part.getBoundingClientRect().bottom));
    expect(end).toBeLessThanOrEqual(host.getBoundingClientRect().bottom);
  });
  await within("width:400px", ({ element }) => {
    expect(element.querySelector(".ww-map-stage")?.clientHeight).toBe(200);
  });
});

it.each([110, 140, 165])("keeps what is not on the map within its frame, %i px wide", async (widthPx) => {
  await within(`width:${widthPx}px;height:200px`, (map) => {
    const tray = map.element.querySelector(".ww-map-tray") as HTMLElement;
    const words = document.createRange();
    words.selectNodeContents(tray.querySelector("button") as HTMLElement);
    const [said, frame] = [words.getBoundingClientRect(), tray.getBoundingClientRect()];
    expect(said.width).toBeGreaterThan(20);
    expect(said.left).toBeGreaterThanOrEqual(frame.left);
    expect(said.right).toBeLessThanOrEqual(frame.right);
  });
});
