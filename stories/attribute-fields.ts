import { elementsManifest } from "@whenwhere/embed";

interface Described {
  readonly name: string;
  readonly description: string;
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly { readonly tagName: string; readonly attributes: readonly Described[] }[];
  }[];
}

/** Where the data of a story come from is the story's. */
const NOT_OFFERED =
  /^(src|store|format|files|group|worker-url|stall-seconds|data-version|redact|aggregate|category-field|lang)/;

/** Fields of the panel of controls: one for each attribute of an element, with what its manifest says of it. */
export function attributeFields(tag: string) {
  const { modules } = elementsManifest() as Manifest;
  const found = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
  const offered = (found?.attributes ?? []).filter(({ name }) => !NOT_OFFERED.test(name));
  return Object.fromEntries(offered.map(({ name, description }) => [name, { control: "text", description } as const]));
}

/** The attributes that a reader of the gallery has written; an empty field leaves its attribute out. */
export function writtenAttributes(args: object): Readonly<Record<string, string>> {
  const written = Object.entries(args).filter(([, value]) => typeof value === "string" && value !== "");
  return Object.fromEntries(written) as Record<string, string>;
}
