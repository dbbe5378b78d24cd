import { COMMON_TEXTS } from "./texts/common-texts.ts";
import { ELEMENT_TEXTS } from "./texts/element-texts.ts";

/** The custom elements manifest (schema 1.0.0) of all elements, for editors and galleries. A test holds it to the elements. */
export function elementsManifest(): object {
  const declarations = Object.entries(ELEMENT_TEXTS).map(([tag, { description, attributes }]) => ({
    kind: "class",
    customElement: true,
    tagName: tag,
    name: tag,
    description,
    attributes: Object.entries({ ...attributes, ...COMMON_TEXTS }).map(([name, text]) => ({
      name,
      description: text,
      type: { text: "string" },
    })),
    events: [
      { name: "ww-ready", type: { text: "CustomEvent" }, description: "The view is drawn for the first time." },
      {
        name: "ww-error",
        type: { text: "CustomEvent<Error>" },
        description: "The data could not be read; the element says why.",
      },
    ],
  }));
  const modules = [
    {
      kind: "javascript-module",
      path: "dist/define.js",
      declarations,
      exports: declarations.map(({ tagName }) => ({
        kind: "custom-element-definition",
        name: tagName,
        declaration: { name: tagName, module: "dist/define.js" },
      })),
    },
  ];
  return { schemaVersion: "1.0.0", modules };
}
