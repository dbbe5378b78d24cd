import { incidentMap } from "@whenwhere/map";
import { createStore } from "@whenwhere/store";
import { timeline } from "@whenwhere/timeline";
import { readTheme } from "@whenwhere/view";
import { afterEach, describe, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import { INCIDENTS } from "../map/component/map-fixture.ts";

type Settings = Readonly<Partial<Record<"forced-colors" | "prefers-contrast" | "prefers-color-scheme", string>>>;

/** Sets what a reader sets in the system. */
async function settings(of: Settings): Promise<void> {
  const features = Object.entries(of).map(([name, value]) => ({ name, value }));
  const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
  await session.send("Emulation.setEmulatedMedia", { features });
}

let made: { readonly host: HTMLElement; readonly destroy: () => void } | null = null;

function views() {
  const host = document.createElement("main");
  host.style.cssText = "width:640px";
  host.innerHTML = '<div style="height:260px"></div><div style="height:320px"></div>';
  document.body.append(host);
  const [when, where] = [...host.children] as [HTMLElement, HTMLElement];
  const store = createStore(INCIDENTS);
  const time = timeline(when, { store, locale: "en" });
  const map = incidentMap(where, { store, locale: "en", projection: "flat" });
  const destroy = () => {
    time.destroy();
    map.destroy();
    store.destroy();
    host.remove();
  };
  made = { host, destroy };
  return { time, map, ready: new Promise<void>((resolve) => map.on("ready", () => resolve())) };
}

afterEach(async () => {
  made?.destroy();
  made = null;
  await settings({});
});

/** Relative luminance of WCAG 2.2. */
function luminance(color: string): number {
  const [red, green, blue] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((text) => {
    const share = Number(text) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** How many pixels of a picture have a colour, to one step of each channel. */
async function pixelsOf(png: Blob, color: string): Promise<number> {
  const bitmap = await createImageBitmap(png);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext(
    "2d",
  ) as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  const wanted = (color.match(/\d+/g) ?? []).map(Number);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (wanted.every((value, channel) => Math.abs(value - (data[at + channel] as number)) <= 1)) found++;
  }
  return found;
}

const TEXT = ["ink", "ink2", "ink3"] as const;
const GROUNDS = ["page", "panel", "tint"] as const;
const NAMES = [
  ["maplabel", "land"],
  ["sealabel", "water"],
] as const;
const LINES = [
  ["hair", "page"],
  ["border", "land"],
  ["coast", "water"],
] as const;

describe("readers who ask for more contrast", () => {
  it.each(["light", "dark"])("get text of 7:1 and lines of 4.5:1, in %s", async (scheme) => {
    await settings({ "prefers-contrast": "more", "prefers-color-scheme": scheme });
    const { map } = views();
    const theme = readTheme(map.element);
    const of = (a: string, b: string) => contrast(theme[a] as string, theme[b] as string);
    for (const ground of GROUNDS) for (const text of TEXT) expect(of(text, ground)).toBeGreaterThanOrEqual(7);
    for (const [name, ground] of NAMES) expect(of(name, ground)).toBeGreaterThanOrEqual(7);
    for (const [line, ground] of LINES) expect(of(line, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it("get it in a view whose theme is chosen by the page, and while it stands", async () => {
    const { map } = views();
    map.update({ theme: "dark" });
    const before = readTheme(map.element)["ink2"];
    await settings({ "prefers-contrast": "more" });
    expect(readTheme(map.element)["ink2"]).not.toBe(before);
    expect(luminance(readTheme(map.element)["page"] as string)).toBe(0);
  });
});

describe("readers who force their colours", () => {
  it("see both views in them, with the marks of the records in their own", async () => {
    await settings({ "forced-colors": "active" });
    const { map, time, ready } = views();
    await ready;
    const theme = readTheme(map.element);
    expect(theme["land"]).toBe(theme["page"]);
    expect(theme["ink3"]).toBe(theme["ink"]);
    expect(contrast(theme["ink"] as string, theme["page"] as string)).toBeGreaterThan(15);
    for (const png of [await map.toPNG({ scale: 1 }), await time.toPNG({ scale: 1 })]) {
      expect(await pixelsOf(png, theme["page"] as string)).toBeGreaterThan(20_000);
      expect(await pixelsOf(png, theme["ink"] as string)).toBeGreaterThan(50);
      expect(await pixelsOf(png, theme["attack"] as string)).toBeGreaterThan(10);
    }
  });

  it("see which button is pressed by its colours too", async () => {
    await settings({ "forced-colors": "active" });
    const { map } = views();
    const [pressed, other] = ["true", "false"].map((is) => {
      const found = map.element.querySelector<HTMLElement>(`button[aria-pressed=${is}]`);
      return getComputedStyle(found as HTMLElement).backgroundColor;
    });
    expect(pressed).not.toBe(other);
  });

  it("get them while the view stands", async () => {
    const { map, ready } = views();
    await ready;
    const land = readTheme(map.element)["land"] as string;
    const before = await pixelsOf(await map.toPNG({ scale: 1 }), land);
    await settings({ "forced-colors": "active" });
    const page = () => readTheme(map.element)["page"] as string;
    await expect.poll(async () => pixelsOf(await map.toPNG({ scale: 1 }), page())).toBeGreaterThan(before);
  });
});
