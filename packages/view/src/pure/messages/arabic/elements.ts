import type { Messages } from "../types.ts";

/** Arabic: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "تُقرأ السجلات",
  "state.waiting": "في انتظار سجلات هذه الصفحة",
  "state.failed": "تعذّر عرض السجلات",
  "state.failed.src": "تعذّر عرض سجلات {src}",
  "state.failed.view": "تعذّر رسم هذا المشهد",
  "state.found": "الموجود",
  "state.expected": "المتوقع",
  "state.remedy": "ما يساعد",
  "state.loading.file": "يُقرأ {file}",
  "state.loading.bytes": "{loaded} من {total}",
  "state.loading.some": "{loaded}",
  "state.loading.work": "تُرتَّب السجلات",
  "state.cancel": "إلغاء",
  "state.cancelled": "أُلغي التحميل.",
  "state.kept": "ما رُسم من قبل ما زال معروضًا.",
  "state.partly": "تعذّر عرض بعض الملفات",
  "state.retry": "إعادة المحاولة",
  "state.dismiss": "إغلاق هذه الرسالة",
  "state.expected.data": "سجلات بصيغة JSON أو GeoJSON أو CSV أو TSV، أو ملف من ناشر معروف",
  "files.label": "ملفات السجلات",
  "files.choose": "فتح ملفات",
  "files.drop": "أو إفلاتها هنا",
  "files.over": "أفلت للفتح",
  "files.privacy": "تُقرأ في هذه الصفحة ولا تُرسل إلى أي مكان.",
};
