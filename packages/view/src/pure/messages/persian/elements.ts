import type { Messages } from "../types.ts";

/** Persian: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "در حال خواندن رکوردها",
  "state.waiting": "در انتظار رکوردهای این صفحه",
  "state.failed": "نمایش رکوردها ممکن نیست",
  "state.failed.src": "نمایش رکوردهای {src} ممکن نیست",
  "state.failed.view": "رسم این نما ممکن نیست",
  "state.found": "یافته‌شده",
  "state.expected": "مورد انتظار",
  "state.remedy": "راه‌حل",
  "state.loading.file": "در حال خواندن {file}",
  "state.loading.bytes": "{loaded} از {total}",
  "state.loading.some": "{loaded}",
  "state.loading.work": "در حال مرتب کردن رکوردها",
  "state.cancel": "لغو",
  "state.cancelled": "بارگیری لغو شد.",
  "state.kept": "آنچه پیش‌تر رسم شده بود همچنان نمایش داده می‌شود.",
  "state.partly": "نمایش برخی پرونده‌ها ممکن نیست",
  "state.retry": "تلاش دوباره",
  "state.dismiss": "بستن این پیام",
  "state.expected.data": "رکوردها به‌صورت JSON، GeoJSON، CSV یا TSV، یا پرونده‌ای از ناشری شناخته‌شده",
  "files.label": "پرونده‌های رکوردها",
  "files.choose": "باز کردن پرونده‌ها",
  "files.drop": "یا آن‌ها را اینجا رها کنید",
  "files.over": "برای باز کردن رها کنید",
  "files.privacy": "در همین صفحه خوانده می‌شوند و به جایی فرستاده نمی‌شوند.",
};
