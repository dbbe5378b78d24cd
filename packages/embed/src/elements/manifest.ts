import { COMMON_ATTRIBUTES } from "./element-kind.ts";
import { ELEMENT_KINDS } from "./kinds.ts";

/** The custom elements manifest (schema 1.0.0) of all elements, for editors and galleries. Made from the element table itself. */
export function elementsManifest(): object {
  const declarations = ELEMENT_KINDS.map(({ tag, description, attributes }) => ({
    kind: "class",
    customElement: true,
    tagName: tag,
    name: tag,
    description,
    attributes: Object.entries({ ...attributes, ...COMMON_ATTRIBUTES }).map(([name, text]) => ({
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
