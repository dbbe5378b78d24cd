import { dayNumber, weekdayOf, windowOf } from "../read/table/day-number.ts";
import { foldWord, monthNumber, weekdayNumber } from "../read/table/month-names.ts";
import { dayText, monthText, yearText } from "../time/day-text.ts";

const COUNTS = ["", "one", "two", "three", "four", "five", "six", "seven"];

/**
 * EDTF of words that count from the day on which they were written: "yesterday", "last week", "last October", "three
 * days ago", "last Friday". Never narrower than the words: "last week" holds the seven days before and the week before
 * this one; "last October", written in November, is one of two Octobers. Null when they are no such words.
 */
export function relativeDate(text: string, textDate: string): string | null {
  const today = dayNumber(textDate);
  if (Number.isNaN(today)) return null;
  const words = text.toLowerCase().replace(/^(?:in|on|during)\s+/, "");
  const [year = "", month = ""] = textDate.split("-");
  if (words === "today" || words === "this morning") return textDate;
  if (words === "yesterday") return dayText(today - 1);
  if (words === "last night" || words === "overnight") return windowOf(dayText(today - 1), textDate);
  if (words === "the day before yesterday") return dayText(today - 2);
  if (words === "last week") return windowOf(dayText(today - 13), dayText(today - 1));
  if (words === "this week") return windowOf(dayText(today - 6), textDate);
  if (words === "this month") return `${year}-${month}`;
  if (words === "this year") return year;
  if (words === "last year") return yearText(Number(year) - 1);
  if (words === "last month")
    return month === "01" ? monthText(Number(year) - 1, 12) : monthText(Number(year), Number(month) - 1);
  return daysAgo(words, today) ?? lastNamed(words, textDate);
}

function daysAgo(words: string, today: number): string | null {
  const found = /^(\d|one|two|three|four|five|six|seven) days? ago$/.exec(words)?.[1];
  if (found === undefined) return null;
  return dayText(today - (/\d/.test(found) ? Number(found) : COUNTS.indexOf(found)));
}

function lastNamed(words: string, textDate: string): string | null {
  const name = /^last (\p{L}+)$/u.exec(words)?.[1];
  if (name === undefined) return null;
  const today = dayNumber(textDate);
  const weekday = weekdayNumber(foldWord(name));
  if (weekday >= 0) {
    // Said on a Sunday, "last Friday" may be that of this week or of the one before.
    const back = (weekdayOf(today) - weekday + 7) % 7 || 7;
    return `[${dayText(today - back - 7)},${dayText(today - back)}]`;
  }
  const month = monthNumber(foldWord(name));
  if (month === 0) return null;
  const [year, now] = textDate.split("-").map(Number) as [number, number];
  const before = monthText(year - 1, month);
  return month < now ? `[${before},${monthText(year, month)}]` : before;
}
