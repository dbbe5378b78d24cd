import { ISSUE_CODES } from "@whenwhere/model";
import { allLanguages, createWords } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";
import { workspaceTexts } from "../../packages/view/src/pure/messages/blocks.ts";
import { TOLD_CODES } from "../../packages/view/src/pure/messages/english/issues.ts";
import { issueWords } from "../../packages/workspace/src/head/issue-words.ts";

const OWN = { message: '"31.13." is no day of any month.', hint: "Write it as 2022-12-31." };

it("an issue says in English what its reader says, which may name the value", () => {
  const words = createWords("en", [workspaceTexts]);
  expect(issueWords({ code: "time/syntax", ...OWN }, words)).toEqual({
    says: OWN.message,
    hint: OWN.hint,
    isTranslated: false,
  });
});

it("an issue of a language without texts says what its reader says", () => {
  const words = createWords("de", [workspaceTexts]);
  expect(issueWords({ code: "time/syntax", ...OWN }, words).says).toBe(OWN.message);
});

describe.each(allLanguages.map((language) => [language.tag, language] as const))("issues in %s", (tag, language) => {
  const words = createWords(tag, [language, workspaceTexts]);

  it("have words of the language for each of the commonest codes, and a hint", () => {
    for (const code of TOLD_CODES) {
      const { meaning: message, hint } = ISSUE_CODES[code];
      const said = issueWords({ code, message, hint }, words);
      expect({ code, isTranslated: said.isTranslated }).toEqual({ code, isTranslated: true });
      for (const text of [said.says, said.hint])
        expect({ code, text }).toEqual({ code, text: expect.stringMatching(/\p{L}/u) });
      expect([said.says, said.hint]).not.toContain(message);
      expect([said.says, said.hint]).not.toContain(hint);
    }
  });

  it("of a code that only its reader knows say what that reader says", () => {
    const issue = { code: "other/odd", message: "The cell is odd.", hint: "Mend it." };
    expect(issueWords(issue, words)).toEqual({ says: issue.message, hint: issue.hint, isTranslated: false });
  });
});
