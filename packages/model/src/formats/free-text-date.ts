import { isEdtf } from "../read/is-edtf.ts";
import { windowOf } from "../read/table/day-number.ts";
import { dayText } from "../time/day-text.ts";
import { valueText } from "../value-text.ts";
import {
  type FreeTextContext,
  firstNumberOf,
  lastNumberOf,
  looseParts,
  type PhraseParts,
  type Unit,
  unitOf,
  yearsBetween,
} from "./free-text-parts.ts";
import { relativeDate } from "./free-text-relative.ts";

export type { FreeTextContext } from "./free-text-parts.ts";

/** A date in words as a window, or why it is none. */
export type FreeTextDate =
  | {
      readonly edtf: string;
      /** `throughout` only when the words say that it filled the time ("from ... to ...", "throughout"). */
      readonly span: "within" | "throughout";
      readonly refusal: null;
      /** Counted from `textDate`. */
      readonly relative?: true;
    }
  | { readonly edtf: null; readonly span: null; readonly refusal: string };

const LONGEST = 120;
const WORDS_OF_NO_DATE = /^(?:unknown|unclear|undated|not known|n\/?a|none|no date|date unknown|tbd|\?+|-+)$/i;

/**
 * Reads an English date in words: "around 2 July 2021", "early March 1999", "late 2021", "last two weeks of January
 * 2022", "first half of 1978", "February 11-14, 1970". The rules are those by which UCDP codes such words (appendix
 * of its GED codebook): around a day is the day before to the day after; early, mid and late are thirds, of a month
 * 1-10, 11-20 and 21 to its end, of a year January to April, May to August and September to December.
 *
 * Law: the window is never narrower than the words. What could be two dates, or is no phrase of these, is refused
 * with a reason. Pure; never throws.
 */
export function readFreeTextDate(text: string, context: FreeTextContext = {}): FreeTextDate {
  const phrase = tidy(text);
  if (/^\s*\d{4}[\u2012-\u2015]\d{2}\s*$/.test(text)) return refused("it could be a month or two years");
  if (phrase === "" || WORDS_OF_NO_DATE.test(phrase)) return refused("it names no date");
  if (phrase.length > LONGEST) return refused("it is too long to be a date");
  if (isEdtf(phrase) && !phrase.startsWith("~")) return { edtf: phrase, span: "within", refusal: null };
  if (/^\d{1,2}[/.-](?:\d{1,2}[/.-]\d{2,4}|\d{4})$/.test(phrase)) return numeric(phrase);
  const relative = context.textDate === undefined ? null : relativeDate(phrase, context.textDate);
  if (relative !== null && isEdtf(relative)) return { edtf: relative, span: "within", refusal: null, relative: true };
  const reading = doubtful(phrase, context) ?? bounded(phrase, context) ?? ranged(phrase, context);
  if (reading !== null) return reading;
  const unit = unitOf(phrase, context);
  if (typeof unit === "string") return refused(unit);
  return result(unit, "within");
}

function tidy(text: string): string {
  return text
    .slice(0, 400)
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(\d{4})[ -]?(Q[1-4])$/i, "$2 $1")
    .replace(/[.,;:]+$/, "")
    .replace(/^(?:on(?!\s+or\b)|in|during|sometime in|some time in|date:)\s+(?=\S)/i, "");
}

function refused(reason: string): FreeTextDate {
  return { edtf: null, span: null, refusal: reason };
}

function result({ from, to, mark }: Unit, span: "within" | "throughout"): FreeTextDate {
  const edtf =
    span === "throughout" && from !== to ? `${from}/${to}` : mark === undefined ? windowOf(from, to) : `${from}${mark}`;
  return isEdtf(edtf) ? { edtf, span, refusal: null } : refused(`${valueText(edtf)} is no date of the calendar`);
}

function numeric(phrase: string): FreeTextDate {
  const parts = phrase.split(/[/.-]/);
  const [a = "", b = ""] = parts;
  const year = parts.at(-1) ?? "";
  if (year.length !== 4) return refused("its century is not given");
  if (parts.length === 2) return result(single(`${year}-${a.padStart(2, "0")}`), "within");
  const [first, second] = [Number(a), Number(b)];
  if (first <= 12 && second <= 12 && first !== second) return refused("day and month cannot be told apart");
  const [day, month] = first > 12 ? [a, b] : [b, a];
  return result(single(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`), "within");
}

function single(date: string): Unit {
  return { from: date, to: date };
}

/** "(believed to be) 2020-05-26", "possibly 5 May 2020", "5 May 2020?": the date with a question mark. */
function doubtful(phrase: string, context: FreeTextContext): FreeTextDate | null {
  const found =
    /^\(?(?:believed to be|believed|possibly|probably|perhaps|maybe|presumably|likely)\)?:?\s+(.+)$/i.exec(phrase) ??
    /^(.+?)\s*\((?:\?|uncertain|unconfirmed)\)$/i.exec(phrase) ??
    /^(.+)\?$/.exec(phrase);
  if (found === null) return null;
  const inner = readFreeTextDate(found[1] as string, context);
  if (inner.edtf === null) return inner;
  const edtf = inner.edtf.endsWith("~") ? `${inner.edtf.slice(0, -1)}%` : `${inner.edtf}?`;
  return isEdtf(edtf) ? { ...inner, edtf } : inner;
}

/** "before", "by", "after", "since": one side is open. */
function bounded(phrase: string, context: FreeTextContext): FreeTextDate | null {
  const found =
    /^(on or before|no later than|not later than|before|prior to|by|until|till|up to|on or after|no earlier than|not before|after|since|from)\s+(.+?)(?:\s+(onwards?))?$/i.exec(
      phrase,
    );
  if (found === null) return null;
  const word = (found[1] as string).toLowerCase();
  if (word === "from" && found[3] === undefined) return null;
  const unit = unitOf(found[2] as string, context);
  if (typeof unit === "string") return word === "by" || word === "from" ? null : refused(unit);
  const first = firstNumberOf(unit.from);
  const last = lastNumberOf(unit.to);
  if (/before|prior/.test(word) && !/^(on|not)/.test(word)) return open(`[..${dayText(first - 1)}]`);
  if (word === "after") return open(`[${dayText(last + 1)}..]`);
  if (word === "since" || word === "from") return open(`${unit.from}/..`, "throughout");
  return open(/after|earlier|not before/.test(word) ? `[${unit.from}..]` : `[..${unit.to}]`);
}

function open(edtf: string, span: "within" | "throughout" = "within"): FreeTextDate {
  return isEdtf(edtf) ? { edtf, span, refusal: null } : refused(`${valueText(edtf)} is no date of the calendar`);
}

/** "between A and B", "from A to B", "A - B", "A or B": what one side leaves out, the other says. */
function ranged(phrase: string, context: FreeTextContext): FreeTextDate | null {
  const years = yearsBetween(phrase);
  if (years !== null) return result(years, "within");
  for (const split of splits(phrase)) {
    const reading = sidesOf(split, context);
    if (reading !== null) return reading;
  }
  return null;
}

interface Split {
  readonly left: string;
  readonly right: string;
  readonly joint: string;
  readonly filled: boolean;
}

/** Every place at which the phrase could be two dates. */
function splits(phrase: string): readonly Split[] {
  const filled = /^(?:from|throughout)\s/i.test(phrase);
  const body = phrase.replace(/^(?:between|from|sometime between|some time between|either)\s+/i, "");
  return [...body.matchAll(/\s*(?:-|\/|\b(?:to|until|till|through|and|or)\b)\s*/gi)].map((joint) => ({
    left: body.slice(0, joint.index),
    right: body.slice(joint.index + joint[0].length),
    joint: joint[0].trim().toLowerCase(),
    filled,
  }));
}

function sidesOf({ left, right, joint, filled }: Split, context: FreeTextContext): FreeTextDate | null {
  if (left === "" || right === "") return null;
  const [near, far] = [looseParts(left), looseParts(right)];
  const end = unitOf(right, inherited(far, near, context));
  let start = unitOf(left, inherited(near, far, context));
  if (typeof start === "string" || typeof end === "string") return null;
  // "28 December - 3 January 2021": the year is that of the later side.
  const year = far.year ?? context.year;
  if (isAfter(start, end) && near.year === undefined && near.month !== undefined && year !== undefined) {
    start = unitOf(left, { ...inherited(near, far, context), year: year - 1 });
  }
  if (typeof start === "string" || start.mark !== undefined || end.mark !== undefined) return null;
  if (isAfter(start, end)) return refused("it ends before it begins");
  if (joint === "or" && start.to !== end.from) return open(`[${member(start)},${member(end)}]`);
  return result({ from: start.from, to: end.to }, filled ? "throughout" : "within");
}

function isAfter(a: Unit, b: Unit): boolean {
  return firstNumberOf(a.from) > lastNumberOf(b.to);
}

function member({ from, to }: Unit): string {
  return from === to ? from : `${from}..${to}`;
}

/** The other side's year and month, where this side leaves them out. */
function inherited(own: PhraseParts, other: PhraseParts, context: FreeTextContext): FreeTextContext {
  const year = other.year ?? context.year;
  const month = own.month === undefined ? (other.month ?? context.month) : undefined;
  return { ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }) };
}
