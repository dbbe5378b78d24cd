import { DAY_MS } from "../../time/calendar.ts";
import { dayText } from "../../time/day-text.ts";
import { dayNumber } from "./day-number.ts";
import { foldWord } from "./month-names.ts";

/** A date of another calendar as days of ours. */
export interface OtherDay {
  readonly edtf: string;
  readonly calendar: "Solar Hijri" | "Hijri";
}

/** Months of the Solar Hijri calendar of Iran, and their names in Afghanistan. */
const SOLAR = [
  "فروردین حمل",
  "اردیبهشت ثور",
  "خرداد جوزا",
  "تیر سرطان",
  "مرداد اسد",
  "شهریور سنبله",
  "مهر میزان",
  "آبان عقرب",
  "آذر قوس",
  "دی جدی",
  "بهمن دلو",
  "اسفند حوت",
];
/** Months of the lunar Hijri calendar; names of two words hold a low line. */
const LUNAR = [
  "محرم muharram",
  "صفر safar",
  "ربيع_الأول rabi_al-awwal",
  "ربيع_الآخر ربيع_الثاني rabi_al-thani",
  "جمادى_الأولى jumada_al-awwal",
  "جمادى_الآخرة جمادى_الثانية jumada_al-thani",
  "رجب rajab",
  "شعبان shaban",
  "رمضان ramadan",
  "شوال shawwal",
  "ذو_القعدة dhu_al-qadah",
  "ذو_الحجة dhu_al-hijjah",
];

/**
 * "11 Tir 1400" in Persian, "1 Ramadan 1442" in Arabic: day, named month and year of the two Hijri calendars. The
 * platform's own calendars (`Intl`) are searched for the day. A lunar month begins when its moon is seen, a day sooner
 * or later than any table says: it becomes the day before to the day after. Null when the words are no such date.
 */
export function otherCalendarDay(text: string): OtherDay | null {
  const found = /^(\d{1,2})\s+(\S+)\s+(?:ماه\s+)?(1[345]\d{2})(?:\s*(?:هـ|ه\.?\s?ش|ش|ه|AH|SH)\.?)?$/i.exec(
    joined(text),
  );
  if (found === null) return null;
  const [, day = "", word = "", year = ""] = found;
  const name = foldWord(word);
  const solar = monthIn(SOLAR, name);
  const month = solar > 0 ? solar : monthIn(LUNAR, name);
  if (month === 0) return null;
  const asked = { year: Number(year), month, day: Number(day) };
  const number = searched(asked, solar > 0 ? "persian" : "islamic-umalqura");
  if (number === null) return null;
  if (solar > 0) return { edtf: dayText(number), calendar: "Solar Hijri" };
  return { edtf: `[${dayText(number - 1)}..${dayText(number + 1)}]`, calendar: "Hijri" };
}

function joined(text: string): string {
  return text.replace(/(ربيع|جمادى|ذو|rabi|jumada|dhu)\s+(?=ال|al)/gi, "$1_");
}

function monthIn(months: readonly string[], name: string): number {
  return months.findIndex((names) => names.split(" ").some((one) => foldWord(one) === name)) + 1;
}

interface Asked {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Number of the day that a calendar of the platform calls so; null when it has no such day. */
function searched(asked: Asked, calendar: "persian" | "islamic-umalqura"): number | null {
  const format = new Intl.DateTimeFormat("en-u-nu-latn", {
    calendar,
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  // Both calendars begin in 622; a wrong guess of some days is put right by the second step, the rest by walking.
  const yearDays = calendar === "persian" ? 365.2422 : 354.367;
  const start = dayNumber(calendar === "persian" ? "0622-03-22" : "0622-07-19");
  let number = Math.round(start + (asked.year - 1) * yearDays + (asked.month - 1) * (yearDays / 12) + asked.day - 1);
  for (let step = 0; step < 12; step++) {
    const at = partsOf(format, number);
    const off = (asked.year - at.year) * yearDays + (asked.month - at.month) * (yearDays / 12) + asked.day - at.day;
    if (at.year === asked.year && at.month === asked.month && at.day === asked.day) return number;
    number += Math.abs(off) < 1 ? Math.sign(off) : Math.round(off);
  }
  return null;
}

function partsOf(format: Intl.DateTimeFormat, number: number): Asked {
  const parts = new Map(format.formatToParts(number * DAY_MS).map(({ type, value }) => [type as string, value]));
  return { year: Number(parts.get("year")), month: Number(parts.get("month")), day: Number(parts.get("day")) };
}
