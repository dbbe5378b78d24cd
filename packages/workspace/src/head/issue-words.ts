import { type Issue, issueKind } from "@whenwhere/model";
import type { Words } from "@whenwhere/view";

/**
 * What an issue says and what helps, in the reader's language where its code has texts there. In English, and for codes that only
 * their own reader knows, these are the issue's own words, which may say more.
 */
export function issueWords(issue: Pick<Issue, "code" | "message" | "hint">, { t }: Pick<Words, "t">): IssueWords {
  const { code, message, hint } = issue;
  const key = `issue.${code}`;
  const says = t(key);
  if (says === key || says === issueKind(code).meaning) return { says: message, hint, isTranslated: false };
  const helps = t(`${key}.hint`);
  return { says, hint: helps === `${key}.hint` ? t("issue.hint.none") : helps, isTranslated: true };
}

/** One issue in words. */
export interface IssueWords {
  readonly says: string;
  readonly hint: string;
  /** The value is not named in `says` then. */
  readonly isTranslated: boolean;
}
