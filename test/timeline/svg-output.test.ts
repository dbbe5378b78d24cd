import { readNotes, sceneToSVG, type TimelineScene } from "@whenwhere/timeline";
import { arabic, createWords, DARK, LIGHT } from "@whenwhere/view/pure";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { record, sceneOf } from "./fixtures.ts";

const RECORDS = [
  record("a", { edtf: "2022-01-10" }, { title: "A <b> & \"c\" 'd' \u0001 \ud800 ]]> url(#clip0)" }),
  record("b", { edtf: "2022-01-20~" }, { category: "strike", relations: [{ type: "follows", to: "a" }] }),
  record("c", { edtf: "2022-02-02/.." }, { status: "alleged", title: "انفجار في المدينة" }),
  record("d", { edtf: "2022-01" }),
  record("e", undefined),
];
const NOTES = readNotes({ eras: [{ when: "2022-01-05~/2022-01-25", label: "Rains & floods" }] });

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** All elements of a document that is well-formed XML; throws for any other. */
function parse(xml: string): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, text: "" };
    all.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  return all;
}

const scene = (more: Parameters<typeof sceneOf>[1] = {}): TimelineScene =>
  sceneOf(RECORDS, { notes: NOTES, links: "all", drawHeaders: true, ...more });
const svg = (of: TimelineScene, theme = LIGHT): string =>
  sceneToSVG(of, theme, { title: "T < t", description: "D & d" });
const idsOf = (xml: string): string[] => parse(xml).flatMap(({ attributes }) => attributes.id ?? []);
/** Control characters and lone surrogates have no place in XML. */
const inXml = (text: string): string => text.replaceAll("\u0001", "\ufffd").replaceAll("\ud800", "\ufffd");

it("is well-formed, says its title and description first, and holds every text of the scene in order", () => {
  const drawn = scene();
  const elements = parse(svg(drawn));
  expect(elements.slice(0, 3).map(({ name, text }) => [name, text])).toEqual([
    ["svg", ""],
    ["title", "T < t"],
    ["desc", "D & d"],
  ]);
  const texts = drawn.layers.flatMap(({ items }) => items.flatMap((item) => (item.t === "text" ? [item.text] : [])));
  expect(texts.length).toBeGreaterThan(10);
  expect(elements.flatMap(({ name, text }) => (name === "text" ? [text] : []))).toEqual(texts.map(inXml));
});

it("refers to nothing outside itself, and each reference inside is met", () => {
  const elements = parse(svg(scene()));
  const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, attributes } of elements) {
    expect(["script", "style", "image", "use", "foreignObject", "a"]).not.toContain(name);
    for (const [key, value] of Object.entries(attributes)) {
      expect(key).not.toMatch(/^(on|xlink:|href|src)/);
      for (const [, target] of value.matchAll(/url\(([^)]*)\)/g)) expect(ids.map((id) => `#${id}`)).toContain(target);
    }
  }
});

it("shares no id with another picture on the page, and the same picture is the same text each time", () => {
  const pictures = [svg(scene()), svg(scene(), DARK), svg(scene({ widthPx: 700 })), svg(scene({ notes: [] }))];
  const ids = pictures.flatMap((picture) => [...new Set(idsOf(picture))]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(svg(scene())).toBe(pictures[0]);
  const own = sceneToSVG(scene(), LIGHT, { title: "", description: "", idPrefix: "first-" });
  for (const id of idsOf(own)) expect(id).toMatch(/^first-/);
});

it("holds the same from right to left", () => {
  const drawn = scene({ words: createWords("ar", [arabic]) });
  const texts = parse(svg(drawn)).filter(({ name }) => name === "text");
  expect(texts.some(({ attributes }) => attributes.direction === "rtl")).toBe(true);
});
