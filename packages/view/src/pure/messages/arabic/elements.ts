import type { Messages } from "../types.ts";

/** Arabic: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "تُقرأ السجلات",
  "state.waiting": "في انتظار سجلات هذه الصفحة",
  "state.failed": "تعذّر عرض السجلات",
  "state.failed.src": "تعذّر عرض سجلات {src}",
  "state.found": "الموجود",
  "state.expected": "المتوقع",
  "state.remedy": "ما يساعد",
};
