import { foldWord, isWeekday, monthNumber } from "./month-names.ts";

interface Parts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
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
]);
const ABOUT = /^(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|vers|environ|gegen|около|~)\s*/i;

/**
 * EDTF of a date in words: "2 July 2021", "July 2, 2021", "2-Jul-2021", "July 2021", "2-5 July 2021",
 * "30 June - 2 July 2021", "about 2 July 2021". Null when it is none of these. The result may still be no real day.
 */
export function wordedDate(text: string): string | null {
  if (!/\p{L}|~/u.test(text)) return null;
  const about = ABOUT.exec(text);
  const rest = about === null ? text : text.slice(about[0].length);
  if (rest === "") return null;
  const edtf = /^\d{4}(-\d{2}){0,2}$/.test(rest) ? rest : (singleDate(rest) ?? dateRange(rest));
  if (edtf === null || about === null) return edtf;
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
  const full = { year: start.year ?? end.year, month: start.month ?? end.month, day: start.day };
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
  for (const word of text.split(/[\s,/-]+/).map(foldWord)) {
    if (word === "" || FILLERS.has(word) || isWeekday(word)) continue;
    const ordinal = /^(\d{1,2})(?:st|nd|rd|th|er|o|º|ª|-?го)?$/.exec(word);
    const named = monthNumber(word);
    if (/^\d{4}$/.test(word) && year === null) year = Number(word);
    else if (ordinal !== null && day === null) day = Number(ordinal[1]);
    else if (named > 0 && month === null) month = named;
    else return null;
  }
  if (month === null && (day === null || defaults === undefined)) return null;
  return { year, month, day };
}

function edtfOf({ year, month, day }: Parts): string | null {
  if (year === null || month === null) return null;
  const parts = [String(year).padStart(4, "0"), String(month).padStart(2, "0")];
  return (day === null ? parts : [...parts, String(day).padStart(2, "0")]).join("-");
}
