import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { escapeMarkup } from "../../../packages/model/src/formats/markup/entities.ts";
import { parseXml, type XmlElement } from "../../../packages/model/src/formats/markup/xml-tree.ts";
import { fullRuns } from "../../full-runs.ts";

interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Tree[];
  text: string;
}

/** The tree that saxes gives, and whether it found a fault. */
function treeOfSaxes(xml: string): { readonly root: Tree | null; readonly isSound: boolean } {
  const top: Tree = { name: "", attributes: {}, children: [], text: "" };
  const stack = [top];
  let isSound = true;
  const parser = new SaxesParser();
  const local = (name: string): string => name.slice(name.lastIndexOf(":") + 1);
  parser.on("error", () => {
    isSound = false;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Tree = { name: local(name), attributes: { ...attributes }, children: [], text: "" };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on("closetag", () => {
    stack.pop();
  });
  const addText = (text: string): void => {
    const element = stack.at(-1);
    if (element !== undefined && element !== top) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(xml).close();
  return { root: top.children[0] ?? null, isSound };
}

const plain = ({ name, attributes, children, text }: XmlElement): Tree => ({
  name,
  attributes: Object.fromEntries(attributes),
  children: children.map(plain),
  text,
});

const name = fc.constantFrom("kml", "gx:Track", "Placemark", "a-b", "_x", "名", "Ünï");
const words = fc.string({ unit: fc.constantFrom(..."ab <>&\"'\n\té–\u{1f600}]") }).map((text) => escapeMarkup(text));
const attributes = fc.uniqueArray(fc.tuple(fc.constantFrom("id", "href", "x:y"), words, fc.constantFrom('"', "'")), {
  maxLength: 3,
  selector: ([key]) => key,
});
const inline = fc.oneof(
  words,
  fc.constantFrom("<!-- a <b> & c -->", "<![CDATA[<p>1 & 2</p>]]>", "<?pi <x> ?>", "&#65;", "&#x1F600;", "&apos;"),
);
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc.array(fc.oneof({ maxDepth: 4 }, inline, tie("element")), { maxLength: 4 }).map((parts) => parts.join("")),
  element: fc.tuple(name, attributes, tie("content"), fc.boolean()).map(([tag, list, content, isEmpty]) => {
    const said = list
      .map(([key, value, mark]) => ` ${key}=${mark}${value.replaceAll("'", "&apos;").replace(/[\n\t]/g, " ")}${mark}`)
      .join("");
    return isEmpty && content === "" ? `<${tag}${said}/>` : `<${tag}${said} >${content}</${tag}>`;
  }),
}));

describe("xml-tree", () => {
  it("gives the tree that saxes gives, for all XML that is well formed", () => {
    const prolog = fc.constantFrom("", '<?xml version="1.0" encoding="UTF-8"?>\n', "<!-- x -->\n");
    fc.assert(
      fc.property(prolog, element, (start, body) => {
        const xml = start + body;
        const { root, isSound } = treeOfSaxes(xml);
        expect(isSound).toBe(true);
        const reading = parseXml(xml);
        expect(reading.notes).toEqual([]);
        expect(reading.root === null ? null : plain(reading.root)).toEqual(root);
      }),
      { seed: 7, numRuns: fullRuns(2000) },
    );
  });

  it("keeps what follows a stray closing tag or a bare <, where saxes loses it", () => {
    const titles = (xml: string): readonly (string | undefined)[] =>
      parseXml(xml).root?.children.map((child) => child.children[0]?.text) ?? [];
    const lost = (xml: string): number => treeOfSaxes(xml).root?.children.length ?? 0;
    const stray = "<kml><P><n>1</n></P></stray><P><n>2</n></P></kml>";
    const bare = "<kml><P><n>a & b < c</n></P><P><n>2</n></P></kml>";
    expect(titles(stray)).toEqual(["1", "2"]);
    expect(titles(bare)).toEqual(["a & b < c", "2"]);
    expect([lost(stray), lost(bare)]).toEqual([1, 1]);
  });
});
