import { defineElements } from "@whenwhere/embed";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { elementClass, type WhenWhereElement } from "../../packages/embed/src/elements/element-class.ts";
import { eventually } from "../eventually.ts";

const CSV = "title,date,lat,lon\nOne,2022-02-02,24.5,54.4\n";

const preload = vi.fn();
/** An element whose view takes time to prepare. */
const Prepared = elementClass({
  tag: "ww-prepared",
  attributes: ["detail"],
  css: ":host{display:block;block-size:100px}",
  load: async () => ({
    preload: (attribute) => preload(attribute("detail")),
    mount: ({ target }) => ({ handle: target, destroy: () => {} }),
  }),
});

const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** An element in the page, so far below its top. */
function mount(tag: string, topPx = 0): WhenWhereElement {
  const element = document.createElement(tag) as WhenWhereElement;
  element.style.marginBlockStart = `${topPx}px`;
  element.setAttribute("src", "/rows.csv");
  element.setAttribute("detail", "110m");
  document.body.append(element);
  return element;
}

/** A network whose answers come when the test says so. */
function slowNetwork(): (body: string, status?: number) => void {
  const waiting: ((answer: Response) => void)[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
  return (body, status = 200) => {
    for (const answer of waiting.splice(0))
      answer(new Response(body, { status, headers: { "content-type": "text/csv" } }));
  };
}

beforeAll(() => {
  defineElements();
  customElements.define("ww-prepared", Prepared);
});
afterEach(() => {
  vi.restoreAllMocks();
  preload.mockClear();
  document.body.replaceChildren();
  scrollTo(0, 0);
});

it("shows its map when the data come, and their fault when they do not", async () => {
  const answer = slowNetwork();
  const [good, bad] = [mount("ww-map"), mount("ww-map")];
  await eventually(() => expect(fetch).toHaveBeenCalledTimes(2));
  good.style.blockSize = bad.style.blockSize = "320px";
  bad.remove();
  answer(CSV);
  await eventually(() => expect(good.handle).not.toBeNull());
  document.body.append(bad);
  await eventually(() => expect(fetch).toHaveBeenCalledTimes(3));
  answer("gone", 404);
  await eventually(() => expect(bad.shadowRoot?.querySelector('[role="alert"]')?.textContent).toMatch(/404/));
  expect(bad.handle).toBeNull();
});

it("prepares its view when it comes into sight", async () => {
  slowNetwork();
  const element = mount("ww-prepared", 4_000);
  await twoFrames();
  await twoFrames();
  expect(preload).not.toHaveBeenCalled();
  element.scrollIntoView();
  await eventually(() => expect(preload).toHaveBeenCalledOnce());
});

it("prepares its view once, with its attributes, and not once it has left the page", async () => {
  slowNetwork();
  const gone = mount("ww-prepared");
  gone.remove();
  const element = mount("ww-prepared");
  await eventually(() => expect(preload).toHaveBeenCalled());
  element.setAttribute("src", "/other.csv");
  await twoFrames();
  expect(preload.mock.calls).toEqual([["110m"]]);
});
