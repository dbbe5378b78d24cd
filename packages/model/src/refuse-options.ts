import { WhenWhereError } from "./errors.ts";
import { nearestName } from "./nearest-name.ts";
import { valueText } from "./value-text.ts";

/** What a value is told by where neither its type nor a list of words tells it: `says` stands in the remedy. */
export interface OptionKind {
  readonly says: string;
  takes(value: unknown): boolean;
}

/**
 * One of what an option takes: a word of its own, `String`, `Number` (which NaN is none of), `Function`, `Object` (which null and
 * lists are none of), a kind, or a list of choices for a list of such values.
 */
type OptionChoice<Value> =
  | Value
  | (Value extends string
      ? StringConstructor
      : Value extends number
        ? NumberConstructor
        : Value extends (...given: never[]) => unknown
          ? FunctionConstructor
          : Value extends readonly (infer Item)[]
            ? readonly OptionChoice<Item>[]
            : Value extends object
              ? ObjectConstructor | OptionKind
              : never);

/** What a function takes: each option by its name, with what it may be. */
export type OptionForm<Options> = {
  readonly [Name in keyof Options]-?: "any" | readonly OptionChoice<Exclude<Options[Name], undefined>>[];
};

/** Who takes the options: `code` is the room of its error, `name` what a message calls it. */
export interface OptionTaker {
  readonly code: string;
  readonly name: string;
  /** What it takes by name; default `option`. */
  readonly what?: "option" | "event";
}

/**
 * Refuses an option that there is not, and a value that an option does not take: it would change nothing, or break something
 * later, and nobody would be told. A name whose value is undefined says nothing, and is let through. Events are refused in the
 * same way, under their own name.
 * @throws WhenWhereError `CODE/option-unknown`, `CODE/event-unknown`, with the nearest name or what is taken as the remedy.
 */
export function refuseOptions<Options extends object>(
  options: Partial<Options>,
  form: OptionForm<Options>,
  { code, name, what = "option" }: OptionTaker,
): void {
  const rules: Readonly<Record<string, "any" | readonly unknown[]>> = form;
  const refusal = (message: string, hint: string) => new WhenWhereError(`${code}/${what}-unknown`, message, hint);
  const names = Object.keys(rules);
  const all = names.length === 0 ? `It has no ${what}s.` : `Its ${what}s are ${names.join(", ")}.`;
  if (Object(options) !== options) throw refusal(`The options of ${name} are ${String(options)}.`, all);
  for (const [option, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, option) ? rules[option] : undefined;
    if (value === undefined || rule === "any" || rule?.some((choice) => takes(choice, value))) continue;
    const near = nearestName(option, names);
    throw rule === undefined
      ? refusal(`${name} has no ${what} "${option}".`, near === null ? all : `Did you mean "${near}"?`)
      : refusal(
          `The option ${option} of ${name} is ${valueText(value)}.`,
          `Use ${rule.length > 1 ? "one of " : ""}${rule.map(said).join(", ")}.`,
        );
  }
}

function takes(choice: unknown, value: unknown): boolean {
  if (Array.isArray(choice)) {
    return Array.isArray(value) && value.every((one) => choice.some((inner) => takes(inner, one)));
  }
  if (typeof choice !== "function") return choice === value || (choice as OptionKind | null)?.takes?.(value) === true;
  const isOdd = value === null || Array.isArray(value) || Number.isNaN(value);
  return !isOdd && typeof value === choice.name.toLowerCase();
}

/** A choice in words: "a number", "a list of strings". */
function said(choice: unknown): string {
  if (Array.isArray(choice)) {
    return `a list of ${choice.map((inner) => said(inner).replace(/^an? (\w+)/, "$1s")).join(", ")}`;
  }
  if (typeof choice !== "function") return (choice as OptionKind | null)?.says ?? String(choice);
  return `a${choice === Object ? "n" : ""} ${choice.name.toLowerCase()}`;
}
