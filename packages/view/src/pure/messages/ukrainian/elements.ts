import type { Messages } from "../types.ts";

/** Ukrainian: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "Читання записів",
  "state.waiting": "Очікування записів цієї сторінки",
  "state.failed": "Не вдається показати записи",
  "state.failed.src": "Не вдається показати записи з {src}",
  "state.failed.view": "Не вдається побудувати цей вигляд",
  "state.found": "Знайдено",
  "state.expected": "Очікувалося",
  "state.remedy": "Що допоможе",
  "state.loading.file": "Читання: {file}",
  "state.loading.bytes": "{loaded} із {total}",
  "state.loading.some": "{loaded}",
  "state.loading.work": "Записи впорядковуються",
  "state.cancel": "Скасувати",
  "state.cancelled": "Завантаження скасовано.",
  "state.kept": "Показане раніше лишається на екрані.",
  "state.partly": "Деякі файли не вдається показати",
  "state.retry": "Повторити",
  "state.dismiss": "Закрити повідомлення",
  "state.expected.data": "Записи у форматі JSON, GeoJSON, CSV чи TSV або файл відомого видавця",
  "files.label": "Файли із записами",
  "files.choose": "Відкрити файли",
  "files.drop": "або перетягніть їх сюди",
  "files.over": "Відпустіть, щоб відкрити",
  "files.privacy": "Їх читають на цій сторінці й нікуди не надсилають.",
};
