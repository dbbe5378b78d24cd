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
 * A name whose value is undefined says nothing, and is let through. Events are refused in the same way, under their own name.
 * @throws WhenWhereError `CODE/option-unknown`, `CODE/event-unknown`, with the nearest name or the words as the remedy.
 */
export function refuseOptions<Options extends object>(
  options: Partial<Options>,
  form: OptionForm<Options>,
  { code, name }: OptionTaker,
  what: "option" | "event" = "option",
): void {
  const words: Readonly<Record<string, "any" | readonly unknown[]>> = form;
  const refusal = (message: string, hint: string) => new WhenWhereError(`${code}/${what}-unknown`, message, hint);
  const names = Object.keys(words);
  const all = names.length === 0 ? `It has no ${what}s.` : `Its ${what}s are ${names.join(", ")}.`;
  if (Object(options) !== options) throw refusal(`The options of ${name} are ${String(options)}.`, all);
  for (const [option, value] of Object.entries(options)) {
    const allowed = Object.hasOwn(words, option) ? words[option] : undefined;
    if (value === undefined || allowed === "any" || allowed?.includes(value)) continue;
    const near = nearestName(option, names);
    throw allowed === undefined
      ? refusal(`${name} has no ${what} "${option}".`, near === null ? all : `Did you mean "${near}"?`)
      : refusal(
          `The option ${option} of ${name} is "${String(value)}", which is none of its words.`,
          `Use one of ${allowed.join(", ")}.`,
        );
  }
}
