import { dayText, monthText, two } from "../../time/day-text.ts";
import { dayNumber, weekdayOf, windowOf } from "./day-number.ts";
import { foldWord, joinMonthWords, monthNumber, weekdayNumber } from "./month-names.ts";

interface Parts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Number of the weekday that was named, 0 = Sunday. */
  readonly weekday: number | null;
}

const FILLERS = new Set([
  "of",
  "the",
  "de",
  "do",
  "del",
  "le",
  "am",
  "den",
  "im",
  "in",
  "on",
  "г",
  "года",
  "el",
  "em",
  "en",
  "di",
  "il",
  "р",
  "року",
  "в",
  "في",
  "من",
  "عام",
  "سنة",
]);
const ABOUT =
  /^(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|vers|environ|gegen|около|hacia|cerca de|por volta de|~)\s*/i;

/**
 * EDTF of a date in words: "2 July 2021", "July 2, 2021", "2-Jul-2021", "July 2021", "2-5 July 2021",
 * "30 June - 2 July 2021"; "about 2 July 2021" is the day before to the day after. Null when it is none of these, or when
 * the weekday that is named is not that of the day. The result may still be no real day.
 */
export function wordedDate(text: string): string | null {
  if (!/\p{L}|~/u.test(text)) return null;
  const about = ABOUT.exec(text);
  const rest = about === null ? text : text.slice(about[0].length);
  if (rest === "") return null;
  const edtf = /^\d{4}(-\d{2}){0,2}$/.test(rest) ? rest : (singleDate(rest) ?? dateRange(rest));
  if (edtf === null || about === null) return edtf;
  if (/^\d{4}-\d{2}-\d{2}$/.test(edtf)) return windowOf(dayText(dayNumber(edtf) - 1), dayText(dayNumber(edtf) + 1));
  return edtf.includes("/") ? edtf.replace("/", "~/").concat("~") : `${edtf}~`;
}

function singleDate(text: string): string | null {
  const parts = partsOf(text);
  return parts === null || parts.year === null ? null : edtfOf(parts);
}

/** "2-5 July 2021", "30 June - 2 July 2021", "June to August 2021": what the first side leaves out, the second says. */
function dateRange(text: string): string | null {
  const sides =
    /^(.+?)(?:\s*[–—]\s*|\s+-\s+|\s+(?:to|until|till|through|and|au|a|bis|hasta|ate|по)\s+|(?<=\d)-(?=\d{1,2}\D))(.+)$/i.exec(
      foldRange(text),
    );
  if (sides === null) return null;
  const [, left = "", right = ""] = sides;
  const end = partsOf(right.trim());
  if (end === null || end.year === null) return null;
  const start = partsOf(left.trim(), end);
  if (start === null) return null;
  const full = { ...start, year: start.year ?? end.year, month: start.month ?? end.month };
  if ((full.day === null) !== (end.day === null)) return null;
  const [from, to] = [edtfOf(full), edtfOf(end)];
  return from === null || to === null || from > to ? null : from === to ? from : `${from}/${to}`;
}

function foldRange(text: string): string {
  return text.replace(/^(?:from|between|du|von|de|del|с)\s+/i, "");
}

/** Year, month and day of a few words; null when a word is none of them or says a part twice. */
function partsOf(text: string, defaults?: Parts): Parts | null {
  let year: number | null = null;
  let month: number | null = null;
  let day: number | null = null;
  let weekday: number | null = null;
  for (const word of joinMonthWords(text)
    .split(/[\s,/-]+/)
    .map(foldWord)) {
    if (word === "" || FILLERS.has(word)) continue;
    const ordinal = /^(\d{1,2})(?:st|nd|rd|th|er|o|º|ª|-?го)?$/.exec(word);
    const named = monthNumber(word);
    const dayName = weekdayNumber(word);
    if (/^\d{4}$/.test(word) && year === null) year = Number(word);
    else if (ordinal !== null && day === null) day = Number(ordinal[1]);
    else if (named > 0 && month === null) month = named;
    // "mar" is a month and a Tuesday in Spanish: beside another month it is the weekday.
    else if (dayName >= 0 && weekday === null) weekday = dayName;
    else return null;
  }
  if (month === null && (day === null || defaults === undefined)) return null;
  return { year, month, day, weekday };
}

function edtfOf({ year, month, day, weekday }: Parts): string | null {
  if (year === null || month === null || (weekday !== null && day === null)) return null;
  const text = day === null ? monthText(year, month) : `${monthText(year, month)}-${two(day)}`;
  return weekday !== null && weekdayOf(dayNumber(text)) !== weekday ? null : text;
}
