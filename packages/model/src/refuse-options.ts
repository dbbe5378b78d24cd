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
  const names = Object.keys(words);
  if (typeof options !== "object" || options === null) {
    const message = `The options of ${name} are ${String(options)}.`;
    throw new WhenWhereError(`${code}/option-unknown`, message, remedyOf("option", "", names));
  }
  for (const [option, value] of Object.entries(options)) {
    const allowed = Object.hasOwn(words, option) ? words[option] : undefined;
    if (value === undefined || allowed === "any" || allowed?.includes(value)) continue;
    if (allowed === undefined) refuseName("option", option, names, { code, name });
    const message = `The option ${option} of ${name} is "${String(value)}", which is none of its words.`;
    throw new WhenWhereError(`${code}/option-unknown`, message, `Use one of ${allowed.join(", ")}.`);
  }
}

/**
 * Refuses to listen for what is never told.
 * @throws WhenWhereError `NAME/event-unknown`, with the nearest name or all of them as the remedy.
 */
export function refuseEvent(event: unknown, events: readonly string[], name: string): void {
  if (!events.includes(event as string)) refuseName("event", String(event), events, { code: name, name });
}

function refuseName(what: string, written: string, names: readonly string[], { code, name }: OptionTaker): never {
  const message = `${name} has no ${what} "${written}".`;
  throw new WhenWhereError(`${code}/${what}-unknown`, message, remedyOf(what, written, names));
}

function remedyOf(what: string, written: string, names: readonly string[]): string {
  const near = nearestName(written, names);
  if (near !== null) return `Did you mean "${near}"?`;
  return names.length === 0 ? `It has no ${what}s.` : `Its ${what}s are ${names.join(", ")}.`;
}
