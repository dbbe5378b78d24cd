import { WhenWhereError } from "./errors.ts";
import { nearestName } from "./nearest-name.ts";

/** What a function takes: each option by its name, with its words where it is one word of a list. */
export type OptionForm<Options> = {
  readonly [Name in keyof Options]-?: "any" | readonly Exclude<Options[Name], undefined>[];
};

/** Who takes the options: `code` is the room of its error, `name` what a message calls it. */
export interface OptionTaker {
  readonly code: string;
  readonly name: string;
}

/**
 * Refuses an option that there is not, and a word that an option has not: it would change nothing, and nobody would be told.
 * A name whose value is undefined says nothing, and is let through.
 * @throws WhenWhereError `CODE/option-unknown`, with the nearest name or the words as the remedy.
 */
export function refuseOptions<Options extends object>(
  options: Partial<Options>,
  form: OptionForm<Options>,
  { code, name }: OptionTaker,
): void {
  const words: Readonly<Record<string, "any" | readonly unknown[]>> = form;
  if (typeof options !== "object" || options === null) {
    throw new WhenWhereError(
      `${code}/option-unknown`,
      `The options of ${name} are ${String(options)}.`,
      remedy("", words),
    );
  }
  for (const [option, value] of Object.entries(options)) {
    const allowed = Object.hasOwn(words, option) ? words[option] : undefined;
    if (value === undefined || allowed === "any" || allowed?.includes(value)) continue;
    throw allowed === undefined
      ? new WhenWhereError(`${code}/option-unknown`, `${name} has no option "${option}".`, remedy(option, words))
      : new WhenWhereError(
          `${code}/option-unknown`,
          `The option ${option} of ${name} is "${String(value)}", which is none of its words.`,
          `Use one of ${allowed.join(", ")}.`,
        );
  }
}

function remedy(option: string, words: object): string {
  const names = Object.keys(words);
  if (names.length === 0) return "It takes none.";
  const near = nearestName(option, names);
  return near === null ? `Its options are ${names.join(", ")}.` : `Did you mean "${near}"?`;
}
