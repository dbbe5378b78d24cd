import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { SHAPES } from "../../../packages/model/src/read/record/shapes.ts";

const source = path.resolve(import.meta.dirname, "../../../packages/model/src");
const schema = JSON.parse(readFileSync(path.join(source, "schema/collection.schema.json"), "utf8")) as JsonSchema & {
  $defs: Record<string, JsonSchema>;
};

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}

interface Field {
  readonly optional: boolean;
  readonly nullable: boolean;
  /** Sorted words of a union of texts, else null. */
  readonly words: readonly string[] | null;
}

const program = ts.createProgram([path.join(source, "incident.ts")], {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  lib: ["lib.es2022.d.ts"],
  types: [],
});
const checker = program.getTypeChecker();

function interfaceFields(name: string): Record<string, Field> {
  const file = program.getSourceFile(path.join(source, "incident.ts"));
  const declaration = file?.statements.find(
    (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  if (declaration === undefined) throw new Error(`no interface ${name}`);
  const properties = checker.getTypeAtLocation(declaration).getProperties();
  return Object.fromEntries(properties.map((property) => [property.name, fieldOf(property)]));
}

function fieldOf(property: ts.Symbol): Field {
  const type = checker.getTypeOfSymbol(property);
  const parts = (type.isUnion() ? type.types : [type]).filter((part) => (part.flags & ts.TypeFlags.Undefined) === 0);
  const solid = parts.filter((part) => (part.flags & ts.TypeFlags.Null) === 0);
  const words = solid.every((part) => part.isStringLiteral())
    ? solid.map((part) => (part as ts.StringLiteralType).value).sort()
    : null;
  return { optional: (property.flags & ts.SymbolFlags.Optional) !== 0, nullable: parts.length !== solid.length, words };
}

function schemaFields(of: JsonSchema): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(of.properties ?? {}).map(([name, property]) => [
      name,
      {
        optional: !(of.required ?? []).includes(name),
        nullable: [property, ...(property.anyOf ?? [])].some(
          ({ type }) => type === "null" || (Array.isArray(type) && type.includes("null")),
        ),
        words: property.enum === undefined ? null : [...property.enum].sort(),
      },
    ]),
  );
}

const NAMES = ["Incident", "When", "Where", "Actor", "Figure", "Claim", "Relation", "Locator", "Source"];
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema as object);
const collection = (incident: object, more: object = {}) => ({ whenwhere: 1, incidents: [incident], ...more });

describe("the JSON Schema of a collection", () => {
  it.each(NAMES)("has the fields of the type %s: names, optionality, null and words", (name) => {
    expect(schemaFields(schema.$defs[name] as JsonSchema)).toEqual(interfaceFields(name));
  });

  it("has the fields of the type Collection, and $schema for editors", () => {
    const { $schema, whenwhere, ...rest } = schemaFields(schema);
    expect($schema).toBeDefined();
    const { whenwhere: version, ...typed } = interfaceFields("Collection");
    expect(rest).toEqual(typed);
    expect(whenwhere?.optional).toBe(version?.optional);
  });

  it.each(NAMES)("has the fields by which the reader takes in %s", (name) => {
    expect(Object.keys(SHAPES[name]?.fields ?? {}).sort()).toEqual(
      Object.keys(schema.$defs[name]?.properties ?? {}).sort(),
    );
    expect([...(SHAPES[name]?.required ?? [])].sort()).toEqual(
      name === "Incident" ? [] : [...(schema.$defs[name]?.required ?? [])].sort(),
    );
  });

  it("describes every field", () => {
    const bare = [schema, ...Object.values(schema.$defs)]
      .flatMap((of) => Object.entries(of.properties ?? {}))
      .filter(([name, { description }]) => description === undefined && !["type", "coordinates"].includes(name));
    expect(bare.map(([name]) => name)).toEqual([]);
  });

  it.each([
    ["the least record", { id: "a", title: "A" }],
    [
      "a whole record",
      {
        id: "a",
        title: "A",
        status: "alleged",
        when: { edtf: "2022-02~", span: "series", count: null, countAtLeast: true },
        where: { name: "X", lon: null, lat: null, precision: "unknown" },
        figures: [{ measure: "killed", low: 0, best: null }],
        claims: [{ id: "c", field: "when", value: { edtf: "2022" }, stance: "denies", grade: "B2" }],
        relations: [{ type: "follows", to: "b" }],
        extra: { any: [1] },
      },
    ],
    [
      "an area",
      {
        id: "a",
        title: "A",
        where: {
          precision: "province",
          geometry: {
            type: "Polygon",
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          },
        },
      },
    ],
  ])("accepts %s", (_name, incident) => {
    expect(validate(collection(incident, { sources: { s: { title: "S", published: null } } }))).toBe(true);
  });

  it.each<[string, unknown]>([
    ["no version", { incidents: [] }],
    ["another version", { whenwhere: 2, incidents: [] }],
    ["a record without a title", collection({ id: "a" })],
    ["an empty id", collection({ id: "", title: "A" })],
    ["an unknown status", collection({ id: "a", title: "A", status: "maybe" })],
    ["a field that is not ours", collection({ id: "a", title: "A", colour: "red" })],
    ["a latitude of 91", collection({ id: "a", title: "A", where: { lon: 1, lat: 91 } })],
    ["a radius of 0", collection({ id: "a", title: "A", where: { radiusM: 0 } })],
    ["a number as text", collection({ id: "a", title: "A", figures: [{ measure: "killed", best: "3" }] })],
    ["a claim without a value", collection({ id: "a", title: "A", claims: [{ id: "c", field: "when" }] })],
    ["a source without a title", { whenwhere: 1, incidents: [], sources: { s: {} } }],
  ])("refuses %s", (_name, value) => {
    expect(validate(value)).toBe(false);
  });
});
