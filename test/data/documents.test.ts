import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allIncidents, datasets, dataText, locatorsOf, ownTexts } from "./collections.ts";
import { absence, documentsAtHand, documentText, runsOf, singleSpaced, underHeading, wordsOf } from "./documents.ts";

const COPIED_RUN = 8;
const all = allIncidents();
const locators = locatorsOf(all);
const names = [...new Set(locators.map(([, locator]) => locator.document))];
const headingsOf = (name: string) => [
  ...new Set(locators.filter(([, each]) => each.document === name).map(([, each]) => each.heading ?? "")),
];

const filesOf = (folder: string): string[] => readdirSync(new URL(`../../data/${folder}`, import.meta.url)).sort();

/** An address is given as it is. */
const withoutAddresses = (text: string): string => text.replace(/\]\(https?:[^)]*\)/g, "] ¶ ");

/** What is written for readers about a dataset. */
const pagesOf = (folder: string): string[] =>
  filesOf(folder)
    .filter((name) => ["README.md", "story.md"].includes(name))
    .map((name) => `${folder}/${name}`);

describe("the locators of the example records", () => {
  it("stand on every record and quote at most eight words", () => {
    for (const incident of all.incidents) {
      expect(incident.locators?.length, incident.id).toBeGreaterThanOrEqual(1);
      for (const { document, heading, starts } of incident.locators ?? []) {
        expect(document, incident.id).toMatch(/^[\w.-]+\.txt$/);
        expect(heading, incident.id).toBeTruthy();
        expect(singleSpaced(starts ?? "").split(" ").length, incident.id).toBeLessThanOrEqual(8);
        expect(starts, incident.id).toBeTruthy();
      }
    }
  });

  it.skipIf(!documentsAtHand)(`are found under their headings${absence}`, () => {
    for (const [id, { document, heading = "", starts }] of locators) {
      const section = underHeading(documentText(document), heading, headingsOf(document));
      expect(section, `${id}: ${heading}`).not.toBeNull();
      if (starts !== undefined) expect(singleSpaced(section ?? ""), id).toContain(singleSpaced(starts));
    }
  });

  it.skipIf(!documentsAtHand)(`stand beside dates whose quoted words are in the document${absence}`, () => {
    for (const incident of all.incidents) {
      if (!incident.when?.edtf || !incident.when.label) continue;
      const sections = (incident.locators ?? []).map(({ document, heading = "" }) =>
        underHeading(documentText(document), heading, headingsOf(document)),
      );
      const text = singleSpaced(sections.join(" ")).toLowerCase();
      expect(text, incident.id).toContain(singleSpaced(incident.when.label).toLowerCase());
    }
  });

  it.skipIf(!documentsAtHand)(`lead to sources whose addresses stand in the document${absence}`, () => {
    for (const [key, source] of Object.entries(all.sources ?? {})) {
      const text = documentText(source.via?.document ?? "");
      for (const url of [source.url, source.archive]) if (url) expect(text, key).toContain(url);
    }
  });
});

describe("the wording of the example data", () => {
  const runs = () => new Set(names.flatMap((name) => runsOf(wordsOf(documentText(name)), COPIED_RUN)));

  it.skipIf(!documentsAtHand)(`shares no run of eight words with the documents${absence}`, () => {
    const known = runs();
    const copied = datasets().flatMap(({ folder, collection }) =>
      ownTexts(collection).flatMap(([at, text]) =>
        runsOf(wordsOf(text), COPIED_RUN)
          .filter((run) => known.has(run))
          .map((run) => `${folder}${at}: ${run}`),
      ),
    );
    expect(copied).toEqual([]);
  });

  it.skipIf(!documentsAtHand)(`shares none in the pages either, titles of sources apart${absence}`, () => {
    const known = runs();
    const cited = [
      ...Object.values(all.sources ?? {}).map((source) => source.title),
      ...names.flatMap((name) => headingsOf(name)),
    ];
    const pages = ["TAXONOMY.md", "ATTRIBUTIONS.md", ...datasets().flatMap(({ folder }) => pagesOf(folder))];
    for (const page of pages) {
      const text = cited.reduce((rest, title) => rest.replaceAll(title, " ¶ "), withoutAddresses(dataText(page)));
      const copied = text
        .split("¶")
        .flatMap((part) => runsOf(wordsOf(part), COPIED_RUN).filter((run) => known.has(run)));
      expect(copied, page).toEqual([]);
    }
  });

  it("comes with a page for each dataset, a story for some, and no other file", () => {
    for (const { folder } of datasets()) {
      const stories = pagesOf(folder).filter((page) => page.endsWith("story.md"));
      expect(filesOf(folder)).toEqual(["README.md", "incidents.json", ...stories.map(() => "story.md")]);
    }
    expect(
      datasets()
        .flatMap(({ folder }) => pagesOf(folder))
        .filter((page) => page.endsWith("story.md")).length,
    ).toBe(2);
  });
});
