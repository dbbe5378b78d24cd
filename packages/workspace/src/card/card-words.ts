import { type Claim, type Figure, STATUSES } from "@whenwhere/model";
import { isWhen } from "@whenwhere/model/claim-value";
import type { Words } from "@whenwhere/view";

/** A message if there is one for the name, else the last part of the name in plain words: `actors.commander` -> "Commander". */
export function labelOf(words: Words, group: "field" | "measure" | "role", name: string): string {
  const key = `${group}.${name}`;
  const text = words.t(key);
  if (text !== key) return text;
  // What is counted has a name of its own.
  if (group === "field" && name.startsWith(FIGURES))
    return capital(labelOf(words, "measure", name.slice(FIGURES.length)), words);
  const last = name.slice(name.lastIndexOf(".") + 1).replace(/[-_]/g, " ");
  return group === "field" ? capital(last, words) : last;
}

const FIGURES = "figures.";

function capital(text: string, words: Words): string {
  return text.charAt(0).toLocaleUpperCase(words.locale) + text.slice(1);
}

/** A status in the reader's words; a speaker may say something that is none of ours. */
function statusText(words: Words, value: string): string {
  const status = STATUSES.find((one) => one === value);
  return status === undefined ? value : words.status(status);
}

/** What a speaker said of one field, as text. */
export function claimText(words: Words, claim: Claim): string {
  const { value } = claim;
  let text = words.t("card.figure.unknown");
  if (typeof value === "number") text = words.number(value);
  else if (typeof value === "string") text = claim.field === "status" ? statusText(words, value) : value;
  else if (value !== null) text = isWhen(value) ? words.when(value) : words.where(value);
  return claim.stance === "denies" ? words.t("card.denies", { value: text }) : text;
}

/** A number as its speaker gave it: "2 or more", "4 to 12", "not known". Unknown is not zero. */
export function figureText(words: Words, figure: Figure): string {
  const { low = null, best = null, high = null } = figure;
  if (figure.kind === "conventional" && best !== null) return words.t("card.figure.conventional", { n: best });
  if (best !== null && low !== null && high !== null && low !== high) {
    return words.t("card.figure.range-best", { best, low, high });
  }
  if (best !== null && figure.kind === "lowest-reported") return words.t("card.figure.at-least", { n: best });
  if (best !== null) return words.number(best);
  if (low !== null && high !== null) {
    return low === high ? words.number(low) : words.t("card.figure.range", { low, high });
  }
  if (low !== null && low > 0) return words.t("card.figure.at-least", { n: low });
  if (high !== null) return words.t("card.figure.at-most", { n: high });
  return words.t("card.figure.unknown");
}

/** A language by its tag, in the reader's words; null when none is given. "und" says that nobody knows it. */
export function languageName(code: string | undefined, words: Words): string | null {
  if (code === undefined || code === "und") return null;
  return words.names.language(code);
}
