import { createStore } from "@whenwhere/store";
import { type TimelineHandle, type TimelineOptions, timeline } from "@whenwhere/timeline";
import { afterEach, expect, test } from "vitest";
import { record } from "./fixtures.ts";

const RECORDS = [
  record("a", { edtf: "2022-01-10" }),
  record("b", { edtf: "2022-01-20" }, { relations: [{ type: "follows", to: "a" }] }),
  record("c", { edtf: "2022-02-02~" }, { relations: [{ type: "causes", to: "gone" }] }),
];

const handles: TimelineHandle[] = [];
afterEach(() => {
  for (const handle of handles.splice(0)) handle.destroy();
  document.body.replaceChildren();
});

function mount(options: Partial<TimelineOptions> = {}): TimelineHandle {
  const target = document.createElement("main");
  target.style.width = "613px";
  document.body.append(target);
  const view = timeline(target, { store: createStore([...RECORDS]), ...options });
  handles.push(view);
  return view;
}

test.each([1, 2, 3])("a PNG at scale %i has as many times the pixels of the SVG on either side", async (scale) => {
  const view = mount();
  const svg = new DOMParser().parseFromString(view.toSVG(), "image/svg+xml").documentElement;
  const bitmap = await createImageBitmap(await view.toPNG({ scale }));
  const sides = ["width", "height"].map((side) => Math.round(Number(svg.getAttribute(side)) * scale));
  expect([bitmap.width, bitmap.height]).toEqual(sides);
});

test("SVGs of several timelines inline in one page share no id", () => {
  const section = document.createElement("section");
  document.body.append(section);
  for (const view of [mount(), mount({ theme: "dark" }), mount({ size: "sparkline" })]) {
    section.append(new DOMParser().parseFromString(view.toSVG(), "image/svg+xml").documentElement);
  }
  const ids = [...section.querySelectorAll("[id]")].map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(4);
  expect(new Set(ids).size).toBe(ids.length);
});

test("an SVG inline in a page from right to left has its words where it has them in any other", () => {
  const text = mount().toSVG();
  const places = (["ltr", "rtl"] as const).map((dir) => {
    const section = document.createElement("section");
    section.dir = dir;
    document.body.append(section);
    section.append(new DOMParser().parseFromString(text, "image/svg+xml").documentElement);
    const picture = (section.firstElementChild as SVGSVGElement).getBoundingClientRect();
    return [...section.querySelectorAll("text")].map((one) => [
      one.textContent,
      Math.round(one.getBoundingClientRect().left - picture.left),
    ]);
  });
  expect(places[0]?.length).toBeGreaterThan(5);
  expect(places[1]).toEqual(places[0]);
});

/** The lightest channel of the line under the lanes, in 0 to 255. */
function lightness(view: TimelineHandle): number {
  const canvas = view.element.querySelector("canvas") as HTMLCanvasElement;
  const scale = canvas.width / view.scene.widthPx;
  const y = Math.floor((Math.round(view.scene.axis.yPx) + 0.5) * scale);
  const { data } = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(3, y, 1, 1);
  expect(data[3]).toBe(255);
  return Math.max(...data.subarray(0, 3));
}

test("a dark timeline is printed in dark ink, and is dark again afterwards", () => {
  const view = mount({ theme: "dark" });
  const onScreen = lightness(view);
  dispatchEvent(new Event("beforeprint"));
  const onPaper = lightness(view);
  dispatchEvent(new Event("afterprint"));
  expect(onScreen).toBeGreaterThan(180);
  expect(onPaper).toBeLessThan(75);
  expect(lightness(view)).toBe(onScreen);
});

test("the count line and the words for those who hear the page say how many links are drawn, and how many are not", () => {
  const view = mount({ links: "all" });
  for (const part of [".ww-tl-foot span", ".ww-tl-stage p"]) {
    const text = view.element.querySelector(part)?.textContent;
    expect(text).toContain("1 link drawn");
    expect(text).toContain("1 link leads to a record that is not drawn");
  }
});
