/** The timeline's own phrases that are not about one record. Plain text; numbers come in already written by `Words`. */
export interface TimelineTexts {
  readonly title: string;
  readonly hint: string;
  readonly allDates: string;
  readonly noDate: string;
  readonly noLane: string;
  readonly lanes: string;
  readonly pan: string;
  readonly select: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly all: string;
  readonly from: string;
  readonly to: string;
  readonly clearWindow: string;
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly dragMode: string;
  readonly records: string;
  readonly keys: string;
  readonly weeks: string;
  readonly hours: string;
  readonly days: string;
  readonly months: string;
  readonly years: string;
  readonly empty: string;
  readonly dates: string;
  more(n: string): string;
  notInStrip(n: string, one: boolean): string;
  folded(n: string): string;
  outside(n: string): string;
  column(n: string, range: string): string;
  peak(n: string, range: string): string;
  summary(parts: {
    shown: string;
    range: string;
    drawn: string;
    folded: string;
    undated: string;
    outside: string;
  }): string;
  lane(name: string, n: string): string;
}

const ENGLISH: TimelineTexts = {
  title: "When",
  hint: "Pale: some time in here, and the wider, the less is known. Solid: all of this time.",
  allDates: "All dates",
  noDate: "No date given",
  noLane: "Not given",
  lanes: "Lanes",
  pan: "Pan",
  select: "Select",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show all dates",
  all: "All",
  from: "From",
  to: "To",
  clearWindow: "Clear",
  windowStart: "Start of the window",
  windowEnd: "End of the window",
  dragMode: "What dragging does",
  records: "Records in order of time",
  keys: "Arrow keys walk the records, up and down change the lane, plus and minus zoom, 0 shows all, Enter selects, Escape undoes.",
  weeks: "Weeks from Monday",
  hours: "Hours",
  days: "Days",
  months: "Months",
  years: "Years",
  empty: "No record passes the filters.",
  dates: "Dates of the window",
  more: (n) => `and ${n} more`,
  notInStrip: (n, one) => `${n} with an open end or no date ${one ? "is" : "are"} not in this strip`,
  folded: (n) => `${n} counted in columns`,
  outside: (n) => `${n} outside the visible dates`,
  column: (n, range) => `${n} in ${range}`,
  peak: (n, range) => `${n} in ${range}`,
  summary: (p) =>
    `${p.shown} records on a timeline of ${p.range}: ${p.drawn} drawn one by one, ${p.folded} counted in columns, ${p.undated} without a date, ${p.outside} outside the visible dates.`,
  lane: (name, n) => `${name}, ${n}`,
};

const ARABIC: TimelineTexts = {
  title: "متى",
  hint: "الباهت: في وقت ما هنا، وكلما اتسع قلّ المعلوم. المصمت: طوال هذه المدة.",
  allDates: "كل التواريخ",
  noDate: "بلا تاريخ",
  noLane: "غير مذكور",
  lanes: "المسارات",
  pan: "تحريك",
  select: "تحديد",
  zoomIn: "تكبير",
  zoomOut: "تصغير",
  fit: "عرض كل التواريخ",
  all: "الكل",
  from: "من",
  to: "إلى",
  clearWindow: "مسح",
  windowStart: "بداية النافذة",
  windowEnd: "نهاية النافذة",
  dragMode: "عمل السحب",
  records: "السجلات حسب الزمن",
  keys: "تتنقل الأسهم بين السجلات، والأعلى والأسفل بين المسارات، وزائد وناقص للتكبير، و0 لعرض الكل، وEnter للاختيار، وEscape للتراجع.",
  weeks: "الأسابيع من الإثنين",
  hours: "ساعات",
  days: "أيام",
  months: "أشهر",
  years: "سنوات",
  empty: "لا سجل يطابق المرشحات.",
  dates: "تواريخ النافذة",
  more: (n) => `و${n} أخرى`,
  notInStrip: (n) => `${n} بلا نهاية أو بلا تاريخ ليست في هذا الشريط`,
  folded: (n) => `${n} معدودة في أعمدة`,
  outside: (n) => `${n} خارج التواريخ الظاهرة`,
  column: (n, range) => `${n} في ${range}`,
  peak: (n, range) => `${n} في ${range}`,
  summary: (p) =>
    `${p.shown} من السجلات على خط زمني ${p.range}: ${p.drawn} مرسومة منفردة، ${p.folded} معدودة في أعمدة، ${p.undated} بلا تاريخ، ${p.outside} خارج التواريخ الظاهرة.`,
  lane: (name, n) => `${name}، ${n}`,
};

/** Phrases for a BCP 47 locale; English where there is no translation yet. */
export function timelineTexts(locale: string): TimelineTexts {
  return locale.toLowerCase().startsWith("ar") ? ARABIC : ENGLISH;
}
