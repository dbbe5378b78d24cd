/** Month names in English, French, Portuguese, Spanish, German, Russian and Arabic, without accents, small letters. */
const NAMES: readonly string[] = [
  "january jan janvier janv janeiro enero januar janner январь января янв يناير",
  "february feb fevrier fevr fevereiro fev febrero februar февраль февраля фев فبراير",
  "march mar mars marco marzo marz mrz март марта мар مارس",
  "april apr avril avr abril abr апрель апреля апр ابريل",
  "may mai maio mayo май мая مايو",
  "june jun juin junho junio juni июнь июня июн يونيو",
  "july jul juillet juil julho julio juli июль июля июл يوليو",
  "august aug aout agosto ago август августа авг اغسطس",
  "september sep sept septembre setembro set septiembre сентябрь сентября сен سبتمبر",
  "october oct octobre outubro out octubre oktober okt октябрь октября окт اكتوبر",
  "november nov novembre novembro noviembre ноябрь ноября ноя نوفمبر",
  "december dec decembre dezembro dez diciembre dic dezember декабрь декабря дек ديسمبر",
];

const WEEKDAYS =
  "monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun " +
  "lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag " +
  "lunes martes miercoles jueves viernes sabado domingo";

const MONTHS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  NAMES.flatMap((names, i) => names.split(" ").map((name): [string, number] => [foldWord(name), i + 1])),
);

const DAYS: ReadonlySet<string> = /* @__PURE__ */ new Set(WEEKDAYS.split(" "));

/** Number of a month by its folded name, 1-12; 0 when it is none. */
export function monthNumber(word: string): number {
  return MONTHS.get(word) ?? 0;
}

/** True for the folded name of a day of the week. */
export function isWeekday(word: string): boolean {
  return DAYS.has(word);
}

/** A word for comparison: small letters, no accents (й becomes и in both), no trailing dot. */
export function foldWord(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\.$/, "");
}
