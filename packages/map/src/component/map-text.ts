import type { Words } from "@whenwhere/view/pure";
import type { Worldview } from "../basemap/index.ts";

const ENGLISH = {
  title: "Where",
  hint: "A hatched area means somewhere inside it",
  label: "Map of the records",
  keys: "Arrow keys go to the nearest record, N and P through time, plus and minus zoom, 0 shows all, Enter opens, Shift with arrows moves the map",
  loading: "The map is being drawn",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "All",
  fitLong: "Show all records",
  drag: "What dragging does",
  pan: "Pan",
  select: "Select",
  inView: "Only in view",
  inViewLong: "Show only records in this part of the map",
  projection: "Form of the map",
  mercator: "Map",
  globe: "Globe",
  flat: "Flat",
  boxed: "Only inside the box",
  boxClear: "Clear the box on the map",
  tray: "Not on the map: {n}",
  more: "and {n} more",
  attribution: "Natural Earth, de facto borders; disputed dashed",
  attributionUndisputed: "Natural Earth; disputed borders left out",
  attributionNone: "Natural Earth, without borders",
  scale: "{length} at {lat}",
  scaleName: "Scale",
  close: "Close",
  here: "Records here: {n}",
  show: "Show",
  also: "{n} records here",
  position: "{i} of {n}",
  empty: "No record in this view has a place",
  noWebgl: "Drawn without WebGL, which this browser does not offer.",
  lost: "Drawn without WebGL: the graphics processor stopped answering.",
  crowded: "Drawn without WebGL: {n} other maps on this page use it.",
  broken: "Drawn without WebGL: {reason}",
  noGround:
    "The map cannot be drawn: its ground did not load ({reason}). Reload the page, or read the records in the list.",
  atSea: "at sea",
  alongLine: "along this line",
  areaAssumed: "(assumed)",
  oneOf: "one of {n} places",
  originHinted: "origin, only hinted",
  blurred: "blurred by the publisher",
  others: "{n} more",
  elsewhere: "Elsewhere",
  cluster: "{n} records",
  north: "{degrees}°\u202fN",
  south: "{degrees}°\u202fS",
  trouble: "The ground of the map is incomplete: {reason}",
} as const;

/** A key of the map's own messages. */
export type MapTextKey = keyof typeof ENGLISH;

const ARABIC: Readonly<Record<MapTextKey, string>> = {
  title: "أين",
  hint: "التظليل يعني: في مكان ما داخل المنطقة",
  label: "خريطة السجلات",
  keys: "مفاتيح الأسهم إلى أقرب سجل، وN وP عبر الزمن، وزائد وناقص للتكبير والتصغير، و0 لعرض الكل، وEnter للفتح، وShift مع الأسهم لتحريك الخريطة",
  loading: "يجري رسم الخريطة",
  zoomIn: "تكبير",
  zoomOut: "تصغير",
  fit: "الكل",
  fitLong: "عرض كل السجلات",
  drag: "وظيفة السحب",
  pan: "تحريك",
  select: "تحديد",
  inView: "ما يظهر فقط",
  inViewLong: "عرض سجلات هذا الجزء من الخريطة فقط",
  projection: "شكل الخريطة",
  mercator: "خريطة",
  globe: "كرة",
  flat: "مسطحة",
  boxed: "داخل الإطار فقط",
  boxClear: "إزالة الإطار من الخريطة",
  tray: "ليس على الخريطة: {n}",
  more: "و{n} أخرى",
  attribution: "Natural Earth، حدود الأمر الواقع، والمتنازع عليها متقطعة",
  attributionUndisputed: "Natural Earth، من دون الحدود المتنازع عليها",
  attributionNone: "Natural Earth، من دون حدود",
  scale: "{length} عند {lat}",
  scaleName: "المقياس",
  close: "إغلاق",
  here: "السجلات هنا: {n}",
  show: "عرض",
  also: "{n} سجلات هنا",
  position: "{i} من {n}",
  empty: "لا سجل له مكان في هذا العرض",
  noWebgl: "رُسمت من دون WebGL لأن هذا المتصفح لا يوفرها.",
  lost: "رُسمت من دون WebGL: توقف معالج الرسوم عن الاستجابة.",
  crowded: "رُسمت من دون WebGL: تستخدمها {n} خرائط أخرى في هذه الصفحة.",
  broken: "رُسمت من دون WebGL: {reason}",
  noGround: "لا يمكن رسم الخريطة: لم تُحمَّل أرضيتها ({reason}). أعد تحميل الصفحة أو اقرأ السجلات في القائمة.",
  atSea: "في البحر",
  alongLine: "على امتداد هذا الخط",
  areaAssumed: "(تقديرًا)",
  oneOf: "أحد {n} أماكن",
  originHinted: "منشأ مُلمَّح إليه فقط",
  blurred: "موّهه الناشر",
  others: "{n} أخرى",
  elsewhere: "أماكن أخرى",
  cluster: "{n} سجلات",
  north: "{degrees}° شمالًا",
  south: "{degrees}° جنوبًا",
  trouble: "أرضية الخريطة غير مكتملة: {reason}",
};

/** The map's own messages in the language of `words`, English where there are none. */
export type MapText = (key: MapTextKey, values?: Readonly<Record<string, string | number>>) => string;

/** Makes the lookup of {@link MapText}; numbers are written as the locale writes them. */
export function mapText(words: Words): MapText {
  const texts: Readonly<Record<MapTextKey, string>> = words.locale.toLowerCase().startsWith("ar") ? ARABIC : ENGLISH;
  return (key, values = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === "number" ? words.number(value) : value;
    });
}

/** What must stand beside the ground, by the borders it shows. */
export function groundCredit(text: MapText, worldview: Worldview): string {
  if (worldview === "undisputed") return text("attributionUndisputed");
  return text(worldview === "none" ? "attributionNone" : "attribution");
}
