import { readFileSync } from "node:fs";
import path from "node:path";
import type { Collection } from "@whenwhere/model";
import { createStore, decodeState } from "@whenwhere/store";
import { formatStory, parseMarkdown, parseStory, type StoryDocument } from "@whenwhere/workspace";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const data = path.resolve(import.meta.dirname, "../../data");
const read = (name: string): string => readFileSync(path.join(data, name), "utf8");

describe("Markdown of a story", () => {
  it("knows paragraphs, headings, lists, quotes, emphasis, strong and links", () => {
    const text =
      "One *two* **three _four_**\nfive.\n\n### Six\n- seven\n- [eight](https://example.org/a)\n\n1. nine\n\n> ten";
    expect(parseMarkdown(text)).toMatchObject([
      {
        kind: "paragraph",
        children: [
          { text: "One " },
          { kind: "emphasis", children: [{ text: "two" }] },
          { text: " " },
          { kind: "strong", children: [{ text: "three " }, { kind: "emphasis", children: [{ text: "four" }] }] },
          { text: " five." },
        ],
      },
      { kind: "heading", level: 3, children: [{ text: "Six" }] },
      {
        kind: "list",
        ordered: false,
        items: [[{ text: "seven" }], [{ kind: "link", address: "https://example.org/a" }]],
      },
      { kind: "list", ordered: true, items: [[{ text: "nine" }]] },
      { kind: "quote", children: [{ text: "ten" }] },
    ]);
  });

  it("leaves HTML as text, comments out, and signs that mean nothing as they are", () => {
    const text = "<b>a</b> 2 * 3 * 4 snake_case_name \\*not\\* [open](nowhere <!-- gone -->";
    expect(parseMarkdown(text)).toEqual([
      {
        kind: "paragraph",
        children: [{ kind: "text", text: "<b>a</b> 2 * 3 * 4 snake_case_name *not* [open](nowhere" }],
      },
    ]);
  });

  it("takes underscores inside and beside words for letters", () => {
    for (const text of ["_snake_case", "snake_case_", "a_b_ c", "__init__py"]) {
      expect(parseMarkdown(text)).toEqual([{ kind: "paragraph", children: [{ kind: "text", text }] }]);
    }
  });

  it("reads anything without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."*_[]()\\#>- \n1.a<!é"), maxLength: 200 }), (text) => {
        expect(Array.isArray(parseMarkdown(text))).toBe(true);
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});

describe("a story as one file", () => {
  const story: StoryDocument = {
    story: 1,
    title: "A *title* [of] sorts",
    language: "pt",
    intro: "Said before.",
    steps: [
      { title: "First_one", text: "Text.\n\n- a\n- b", view: "v=1&w=2022-01-01/2022-02-01&sel=a" },
      { title: "Second", text: "### Under\n\nMore." },
    ],
  };

  it("is the same after Markdown and back, and after JSON and back", () => {
    expect(parseStory(formatStory(story))).toEqual(story);
    expect(parseStory(JSON.stringify(story))).toEqual(story);
  });

  it("keeps a text that looks like a step inside its own", () => {
    const odd = { ...story, steps: [{ title: "One", text: "## Not a step" }] };
    expect(parseStory(formatStory(odd)).steps).toHaveLength(1);
  });

  it.each([
    ["", "story/empty"],
    ["# Only a title", "story/empty"],
    ['{"story": 1', "story/json"],
    ['{"story": 1, "title": "T", "steps": [{"title": 3}]}', "story/shape"],
  ])("says of %j what is wrong with it", (text, code) => {
    expect(() => parseStory(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe.each(["cabo-delgado-attacks", "abu-dhabi-uav-strike"])("the finished story of %s", (folder) => {
  const told = parseStory(read(`${folder}/story.md`));
  const collection = JSON.parse(read(`${folder}/incidents.json`)) as Collection;

  it("has a title, an introduction and at least five steps with texts", () => {
    expect(told.title).not.toBe("");
    expect(told.intro).toBeTruthy();
    expect(told.steps.length).toBeGreaterThanOrEqual(5);
    for (const { title, text } of told.steps) expect([title, text]).not.toContain("");
  });

  it("shows in each step what the records can show: every view is read whole, and something passes", () => {
    const store = createStore({ ...collection, sources: collection.sources ?? {} });
    for (const { title, view = "" } of told.steps) {
      const { state, issues } = decodeState(view);
      expect({ title, issues, left: store.restore(state) }).toEqual({ title, issues: [], left: [] });
      expect(store.count().shown).toBeGreaterThan(0);
      if (state.selectedId !== null) expect(store.rowOf(state.selectedId)).toBeGreaterThanOrEqual(0);
    }
    store.destroy();
  });

  it("copies no sentence of the records", () => {
    const text = told.steps.map((step) => step.text).join(" ");
    for (const { summary = "" } of collection.incidents) {
      for (const sentence of summary.split(/(?<=[.!?])\s+/)) {
        if (sentence.split(" ").length > 7) expect(text).not.toContain(sentence);
      }
    }
  });
});
