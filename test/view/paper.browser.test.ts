import { incidentMap } from "@whenwhere/map";
import { createStore, type Store } from "@whenwhere/store";
import { timeline } from "@whenwhere/timeline";
import { facets, player, recordCard, recordTable } from "@whenwhere/workspace";
import { afterEach, describe, expect, it } from "vitest";
import { cdp } from "vitest/browser";

interface View {
  readonly element: HTMLElement | null;
  destroy(): void;
}
type Mount = (target: HTMLElement, options: { readonly store: Store; readonly theme: "dark" }) => View;

const VIEWS: readonly (readonly [string, Mount])[] = [
  ["timeline", timeline],
  ["map", (target, options) => incidentMap(target, { ...options, projection: "flat", detail: "110m" })],
  ["table", recordTable],
  ["card", recordCard],
  ["facets", facets],
  ["player", player],
];
const RECORDS = [
  { id: "a", title: "A", category: "attack", when: { edtf: "2022-02-02" }, where: { lon: 54.4, lat: 24.5 } },
  { id: "b", title: "B", category: "strike", when: { edtf: "2022-02" }, where: { lon: 46.7, lat: 24.7 } },
];

let view: View | null = null;
function mount(make: Mount): HTMLElement {
  const target = document.createElement("main");
  target.style.cssText = "width:700px;height:500px";
  document.body.append(target);
  const store = createStore(RECORDS);
  store.select("a");
  view = make(target, { store, theme: "dark" });
  return view.element as HTMLElement;
}

async function emulate(media: "" | "print"): Promise<void> {
  const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
  await session.send("Emulation.setEmulatedMedia", { media });
}

afterEach(async () => {
  await emulate("");
  view?.destroy();
  document.body.replaceChildren();
});

const lightness = (color: string): number => Math.max(...(color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));

describe("on paper", () => {
  it.each(VIEWS)("a dark %s is ink on white, without what is pressed in its head", async (_, make) => {
    const root = mount(make);
    expect(lightness(getComputedStyle(root).color)).toBeGreaterThan(180);
    await emulate("print");
    const { color, backgroundColor, colorScheme } = getComputedStyle(root);
    expect(lightness(color)).toBeLessThan(75);
    expect(backgroundColor).toBe("rgb(255, 255, 255)");
    expect(colorScheme).toBe("light");
    const pressed = [
      ...root.querySelectorAll<HTMLElement>(".ww-head-tools, .ww-filter-bar, .ww-map-corner-start, input"),
    ];
    expect(pressed.filter((one) => one.checkVisibility())).toEqual([]);
    await emulate("");
    expect(lightness(getComputedStyle(root).color)).toBeGreaterThan(180);
  });

  it("a dark map is drawn light, and dark again afterwards", async () => {
    const root = mount((target, options) => {
      return incidentMap(target, { ...options, projection: "flat", detail: "110m" });
    });
    const ground = (): number => {
      const canvas = root.querySelector<HTMLCanvasElement>(".ww-map-ground canvas");
      const pixel = canvas?.getContext("2d")?.getImageData(20, 20, 1, 1).data;
      return pixel === undefined ? Number.NaN : Math.max(...pixel.subarray(0, 3));
    };
    await expect.poll(ground).toBeLessThan(75);
    dispatchEvent(new Event("beforeprint"));
    await expect.poll(ground).toBeGreaterThan(180);
    dispatchEvent(new Event("afterprint"));
    await expect.poll(ground).toBeLessThan(75);
  });
});
