/**
 * Month names in English, French, Portuguese, Spanish, German, Italian, Dutch, Turkish, Russian, Ukrainian, Arabic (of
 * Egypt and the Gulf, the Levant and the Maghreb) and Persian; small letters. Names of two words hold a low line.
 * Left out: what names two different months in two languages, such as listopad (October in Croatia, November in Poland).
 */
const NAMES: readonly string[] = [
  "january jan janvier janv janeiro enero januar janner gennaio januari ocak январь января янв січень січня січ يناير كانون_الثاني جانفي ژانویه",
  "february feb fevrier fevr fevereiro fev febrero februar febbraio februari subat февраль февраля фев лютий лютого лют فبراير شباط فيفري فوریه",
  "march mar mars marco marzo marz mrz maart mart март марта мар березень березня бер مارس اذار",
  "april apr avril avr abril abr aprile nisan апрель апреля апр квітень квітня кві ابريل نيسان افريل آوریل",
  "may mai maio mayo maggio mei mayis май мая травень травня тра مايو ايار ماي مه",
  "june jun juin junho junio juni giugno haziran июнь июня июн червень червня чер يونيو حزيران جوان ژوئن",
  "july jul juillet juil julho julio juli luglio temmuz июль июля июл липень липня лип يوليو تموز جويلية ژوئیه جولای",
  "august aug aout agosto ago augustus agustos август августа авг серпень серпня сер اغسطس اب اوت",
  "september sep sept septembre setembro set septiembre settembre eylul сентябрь сентября сен вересень вересня вер سبتمبر ايلول سپتامبر",
  "october oct octobre outubro out octubre oktober okt ottobre ekim октябрь октября окт жовтень жовтня жов اكتوبر تشرين_الاول اکتبر",
  "november nov novembre novembro noviembre kasim ноябрь ноября ноя листопад листопада лис نوفمبر تشرين_الثاني نوامبر",
  "december dec decembre dezembro dez diciembre dic dezember dicembre aralik декабрь декабря дек грудень грудня гру ديسمبر كانون_الاول دسامبر",
];

/** From Sunday on. */
const WEEKDAYS: readonly string[] = [
  "sunday sun dimanche sonntag domingo domenica воскресенье неділя الاحد",
  "monday mon lundi montag lunes lunedi segunda-feira понедельник понеділок الاثنين",
  "tuesday tue tues mardi dienstag martes martedi terca-feira вторник вівторок الثلاثاء",
  "wednesday wed mercredi mittwoch miercoles mercoledi quarta-feira среда середа الاربعاء",
  "thursday thu thurs thur jeudi donnerstag jueves giovedi quinta-feira четверг четвер الخميس",
  "friday fri vendredi freitag viernes venerdi sexta-feira пятница пятниця الجمعة",
  "saturday sat samedi samstag sabado sabato суббота субота السبت",
];

const MONTHS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  NAMES.flatMap((names, i) => names.split(" ").map((name): [string, number] => [foldWord(name), i + 1])),
);

const DAYS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  WEEKDAYS.flatMap((names, i) => names.split(" ").map((name): [string, number] => [foldWord(name), i])),
);

/** Number of a month by its folded name, 1-12; 0 when it is none. */
export function monthNumber(word: string): number {
  return MONTHS.get(word) ?? 0;
}

/** Number of a day of the week by its folded name, 0 = Sunday; -1 when it is none. */
export function weekdayNumber(word: string): number {
  return DAYS.get(word) ?? -1;
}

/** A word for comparison: small letters, no accents (й becomes и in both), no trailing dot. */
export function foldWord(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ı/g, "i").replace(/\.$/, "");
}

/** Month names of two words with a low line between them, so that they survive a split at blanks. */
export function joinMonthWords(text: string): string {
  return text.replace(/(كانون|تشرين)\s+(?=ال)/g, "$1_");
}
