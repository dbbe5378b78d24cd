import { readNotes, type SvgAbout, sceneToSVG, type TimelineScene } from "@whenwhere/timeline";
import { arabic, createWords, DARK, isolatedRtl, LIGHT, type Theme } from "@whenwhere/view/pure";
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
const svg = (of: TimelineScene, theme: Theme = LIGHT, more: Partial<SvgAbout> = {}): string =>
  sceneToSVG(of, theme, { title: "T < t", description: "D & d", ...more });
const idsOf = (xml: string): string[] => parse(xml).flatMap(({ attributes }) => attributes.id ?? []);
/** Words as they are read; their halos stand behind them. */
const said = (elements: readonly Element[]): string[] =>
  elements.flatMap(({ name, text, attributes }) =>
    name === "text" && attributes["aria-hidden"] === undefined ? [text] : [],
  );
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
  const texts = drawn.layers.flatMap(({ items }) =>
    items.flatMap((item) => (item.t !== "text" ? [] : item.rtl ? [isolatedRtl(item.text)] : [item.text])),
  );
  expect(texts.length).toBeGreaterThan(10);
  expect(said(elements)).toEqual(texts.map(inXml));
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

it("isolates words from right to left, and its anchors mean the same in every program", () => {
  const drawn = scene({ words: createWords("ar", [arabic]) });
  const texts = parse(svg(drawn, LIGHT, { locale: "ar" })).filter(({ name }) => name === "text");
  expect(texts.filter(({ text }) => /\p{Script=Arabic}/u.test(text)).length).toBeGreaterThan(5);
  for (const { text, attributes } of texts) {
    expect(attributes.direction).toBeUndefined();
    if (/\p{Script=Arabic}/u.test(text)) expect(text).toMatch(/^[\u2067\u2068].*\u2069$/su);
  }
});

it("says its language", () => {
  const [root] = parse(svg(scene(), LIGHT, { locale: "fa" }));
  expect([root?.attributes.lang, root?.attributes["xml:lang"]]).toEqual(["fa", "fa"]);
});

/** Attributes and values that SVG 1.1 knows; editors read no more. */
const PLAIN = /^(#[0-9a-f]{6}|none|url\(#[\w-]+\))$/;

it.each([
  ["light", LIGHT],
  ["dark", DARK],
  [
    "resolved",
    { ...LIGHT, ink: "rgb(1, 2, 3)", page: "rgba(255 255 255 / 0.5)", attack: "color(srgb 0.5 0 1)", grid: "#abc8" },
  ],
])(
  "says all of a %s picture in plain attributes: no style, no variable, no colour that only browsers know",
  (_, theme) => {
    for (const { name, attributes } of parse(svg(scene(), theme))) {
      for (const key of ["style", "class", "paint-order"]) expect(attributes[key]).toBeUndefined();
      // Said once, lest a page from right to left turn the anchors of a picture inside it.
      expect(attributes.direction).toBe(name === "svg" ? "ltr" : undefined);
      for (const key of ["fill", "stroke", "stop-color"]) if (attributes[key]) expect(attributes[key]).toMatch(PLAIN);
      if (name === "text") expect(Number(attributes["font-weight"]) % 100).toBe(0);
      expect(JSON.stringify(attributes)).not.toMatch(/var\(|currentColor|inherit/);
    }
  },
);

it("draws the halo of words behind them, where no program can put it before them", () => {
  const elements = parse(svg(scene()));
  const halos = elements.filter(({ attributes }) => attributes["aria-hidden"] === "true");
  expect(halos.length).toBeGreaterThan(2);
  for (const halo of halos) {
    const next = elements[elements.indexOf(halo) + 1];
    expect([next?.text, next?.attributes.x, next?.attributes.stroke]).toEqual([
      halo.text,
      halo.attributes.x,
      undefined,
    ]);
    expect(halo.attributes.fill).toBe("none");
  }
});

const WOFF2 = Uint8Array.from([...Buffer.from("wOF2"), 0, 1, 0, 0, 255]);

it("carries the fonts that it is given, and nothing else is its style sheet", () => {
  const family = 'Own "<font>" & more';
  const fonts = [{ family, data: WOFF2, weight: "400 700" }];
  const elements = parse(svg(scene(), LIGHT, { fonts, font: "Own, serif" }));
  const styles = elements.filter(({ name }) => name === "style");
  const data = Buffer.from(WOFF2).toString("base64");
  expect(styles.map(({ text }) => text)).toEqual([
    `@font-face{font-family:"Own font  more";font-weight:400 700;font-style:normal;src:url("data:font/woff2;base64,${data}") format("woff2")}`,
  ]);
  expect(elements[0]?.attributes["font-family"]).toBe("Own, serif");
});

it.each([
  ["a page", new TextEncoder().encode("<!doctype html>")],
  ["an address", "https://example.org/font.woff2"],
  ["a rule", 'data:font/woff2;base64,AA"){}'],
])("refuses %s for a font", (_, data) => {
  expect(() => svg(scene(), LIGHT, { fonts: [{ family: "Own", data }] })).toThrow(/"Own".*Give the bytes/s);
});
