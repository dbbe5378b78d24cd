import { COMMON_TEXTS } from "./texts/common-texts.ts";
import { ELEMENT_TEXTS } from "./texts/element-texts.ts";

const typed = (name: string, type: string, description: string) => ({ name, type: { text: type }, description });
const MEMBERS = [
  typed("store", "Store | null", "A ready store; read, the store of the records that are shown."),
  typed("collection", "Collection | readonly Incident[] | null", "Records as objects, in place of `src`."),
  { ...typed("handle", "object | null", "The handle of the mounted view; null while it loads."), readonly: true },
];
const property = (name: string, description: string) => ({ name, description });
const CSS_PROPERTIES = [
  property("--ww-font", "Families of all letters."),
  property("--ww-page", "Ground of the view."),
  property("--ww-ink", "Letters and strong lines; `--ww-ink2` and `--ww-ink3` are weaker ones."),
  property("--ww-grid", "Faint lines; `--ww-hair` are the edges of buttons."),
  property("--ww-land", "Land of the map; `--ww-water`, `--ww-coast` and `--ww-border` beside it."),
  property(
    "--ww-attack",
    "A hue of the categories, with `--ww-attack-line` as its outline; so are `strike`, `shootdown`, `arrest`, `exercise`, `unrest`, `deployment`, `politics` and `other`.",
  ),
];
const WORKSPACE_PROPERTIES = [
  property("--ww-workspace-height", "Least height of the whole; by itself that of the window."),
];

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
    members: MEMBERS.map((member) => ({ kind: "field", ...member })),
    cssProperties: [...CSS_PROPERTIES, ...(tag === "when-where" ? WORKSPACE_PROPERTIES : [])],
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
