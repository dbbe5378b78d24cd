import { civilDateOf, dayNumberOf } from "../../time/calendar.ts";
import { dayText } from "../../time/day-text.ts";
import { weekdayOf, windowOf } from "./day-number.ts";

/**
 * "2022-W05" is some day of the seven from Monday on, "2022-W05-3" its Wednesday, by ISO 8601: week 1 holds 4 January.
 * Null for any other text, and for a week 53 of a year that has none.
 */
export function isoWeek(text: string): string | null {
  const found = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/i.exec(text);
  if (found === null) return null;
  const [year, week] = [Number(found[1]), Number(found[2])];
  const fourth = dayNumberOf(year, 1, 4);
  const monday = fourth - ((weekdayOf(fourth) + 6) % 7) + 7 * (week - 1);
  // A week belongs to the year of its Thursday.
  if (week < 1 || civilDateOf(monday + 3).year !== year) return null;
  if (found[3] !== undefined) return dayText(monday + Number(found[3]) - 1);
  return windowOf(dayText(monday), dayText(monday + 6));
}
