import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { flatMapToSVG } from "../../packages/map/src/flat/index.ts";
import { GOLDEN_MAPS } from "./golden-cases.ts";
import { pictureOf } from "./golden-picture.ts";

type Attributes = Readonly<Record<string, string>>;

/** All elements of a document that is well-formed XML; throws for any other. */
function elementsOf(xml: string): { readonly name: string; readonly attributes: Attributes }[] {
  const all: { name: string; attributes: Attributes }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => all.push({ name, attributes: attributes as Record<string, string> }));
  parser.write(xml).close();
  return all;
}

/** Each picture once: to draw one takes longer than all that is asked of it. */
const svgs = GOLDEN_MAPS.map(async (one) => flatMapToSVG(await pictureOf(one)));

test.each(GOLDEN_MAPS.map(({ name }, at) => ({ name, at })))(
  "an SVG of $name is well-formed, in plain attributes, and refers to nothing outside",
  async ({ at }) => {
    const svg = (await svgs[at]) as string;
    const elements = elementsOf(svg);
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, attributes } of elements) {
      expect(["svg", "title", "defs", "clipPath", "path", "text"]).toContain(name);
      for (const key of ["style", "class", "paint-order"]) expect(attributes[key]).toBeUndefined();
      // Said once, lest a page from right to left turn the anchors of a picture inside it.
      expect(attributes.direction).toBe(name === "svg" ? "ltr" : undefined);
      for (const key of ["fill", "stroke"])
        if (attributes[key]) expect(attributes[key]).toMatch(/^(#[0-9a-f]{6}|none)$/);
      for (const [key, value] of Object.entries(attributes)) {
        expect(key).not.toMatch(/^(on|xlink:|href|src)/);
        for (const [, target] of value.matchAll(/url\(([^)]*)\)/g)) expect(ids.map((id) => `#${id}`)).toContain(target);
      }
    }
  },
);

test("SVGs of two maps share no id, so that both may stand inline in one page", async () => {
  const clipped = (await Promise.all(svgs)).filter((svg) => svg.includes("<clipPath"));
  expect(clipped.length).toBeGreaterThan(1);
  const ids = clipped.flatMap((svg) => elementsOf(svg).flatMap(({ attributes }) => attributes.id ?? []));
  expect(new Set(ids).size).toBe(ids.length);
});
