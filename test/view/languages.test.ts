import { allLanguages, createWords, type Language } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";
import { controls } from "../../packages/view/src/pure/messages/english/controls.ts";
import { core } from "../../packages/view/src/pure/messages/english/core.ts";
import { elements } from "../../packages/view/src/pure/messages/english/elements.ts";
import { issues } from "../../packages/view/src/pure/messages/english/issues.ts";
import { map } from "../../packages/view/src/pure/messages/english/map.ts";
import { outputs } from "../../packages/view/src/pure/messages/english/outputs.ts";
import { timeline } from "../../packages/view/src/pure/messages/english/timeline.ts";
import { panels, workspace } from "../../packages/view/src/pure/messages/english/workspace.ts";

const english = tableOf({
  tag: "en",
  blocks: [core, timeline, map, workspace, panels, controls, issues, outputs, elements],
});

/** Forms of each message by key; a message without plurals has the form `other` alone. */
function tableOf({ blocks }: Language): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const entries = blocks.flatMap((block) => Object.entries(block));
  return new Map(entries.map(([key, text]) => [key, typeof text === "string" ? { other: text } : { ...text }]));
}

const placeholders = (text: string | undefined): string[] =>
  [...(text ?? "").matchAll(/\{(\w+)\}/g)].map(([all]) => all);

const told = new Set(allLanguages.map(({ tag }) => tag));

describe.each(allLanguages.map((language) => [language.tag, language] as const))("the texts in %s", (tag, language) => {
  const table = tableOf(language);

  it("have the keys of the English ones, each once", () => {
    // What is the same in every language, such as the sign of a key, may be left to English.
    const missing = [...english].filter(([key]) => !table.has(key)).map(([, forms]) => forms.other ?? "");
    expect(missing.filter((text) => /\p{L}/u.test(text.replace(/\{\w+\}/g, "")))).toEqual([]);
    expect([...table.keys()].filter((key) => !english.has(key))).toEqual([]);
    expect(language.blocks.flatMap((block) => Object.keys(block)).length).toBe(table.size);
  });

  it("name what the English ones name", () => {
    for (const [key, forms] of table) {
      const wanted = new Set(Object.values(english.get(key) ?? {}).flatMap(placeholders));
      const named = new Set(Object.values(forms).flatMap(placeholders));
      expect({ key, named: [...named].sort() }).toEqual({ key, named: [...wanted].sort() });
    }
  });

  it("have a form for each number above two that the language tells apart", () => {
    for (const [key, forms] of table) {
      if (Object.keys(forms).length === 1) continue;
      const rules = new Intl.PluralRules(tag, { type: key.endsWith(".ordinal") ? "ordinal" : "cardinal" });
      const asked = new Set(Array.from({ length: 200 }, (_, n) => rules.select(n + 3)));
      for (const form of asked)
        expect({ key, form, text: forms[form] ?? forms.other }).toEqual({ key, form, text: forms[form] });
    }
  });

  it("are translated", () => {
    const same = [...table].filter(([key, forms]) => {
      const text = forms.other ?? "";
      return text === english.get(key)?.other && /\p{L}{3} .*\p{L}{3}/u.test(text.replace(/\{\w+\}/g, ""));
    });
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it("name the button for all dates by what stands on it", () => {
    const lower = (key: string): string => (table.get(key)?.other ?? "").toLocaleLowerCase(tag);
    expect(lower("timeline.fit")).toContain(lower("timeline.all"));
  });

  it("make sentences of dates, places and counts without a gap", () => {
    const words = createWords(tag, [language]);
    const said = [
      ...[
        "2022-01",
        "2022-01-18~/2022-01-31~",
        "[..2022-02-02]",
        "{2022-01-04,2022-01-14}",
        "1990-23",
        "19XX",
        "-0043",
      ].map((edtf) => words.when({ edtf })),
      words.where({ country: "MZ", precision: "country" }),
      words.counts({ shown: 21, total: 1204, certain: 20, possible: 1, undated: 2, unplaced: 5 }),
      words.incident({ id: "a", title: "A", status: "alleged", when: { edtf: "2022-02-02T06:30+04:00" } }),
      words.range(Date.UTC(2022, 0, 1), Date.UTC(2022, 2, 1)),
    ];
    for (const text of said) expect(text).toMatch(/^[^{}]*\p{L}[^{}]*$/u);
  });
});

it("is chosen among these languages, and English", () => {
  expect([...told].sort()).toEqual(["ar", "es", "fa", "fr", "pt", "ru", "uk", "zh"]);
});
