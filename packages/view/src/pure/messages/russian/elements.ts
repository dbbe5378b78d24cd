import type { Messages } from "../types.ts";

/** Russian: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "Чтение записей",
  "state.waiting": "Ожидание записей этой страницы",
  "state.failed": "Не удаётся показать записи",
  "state.failed.src": "Не удаётся показать записи из {src}",
  "state.failed.view": "Не удаётся построить этот вид",
  "state.found": "Найдено",
  "state.expected": "Ожидалось",
  "state.remedy": "Что поможет",
  "state.loading.file": "Чтение: {file}",
  "state.loading.bytes": "{loaded} из {total}",
  "state.loading.some": "{loaded}",
  "state.loading.work": "Записи упорядочиваются",
  "state.cancel": "Отмена",
  "state.cancelled": "Загрузка отменена.",
  "state.kept": "Показанное ранее остаётся на экране.",
  "state.partly": "Некоторые файлы не удаётся показать",
  "state.retry": "Повторить",
  "state.dismiss": "Закрыть сообщение",
  "state.expected.data": "Записи в формате JSON, GeoJSON, CSV или TSV либо файл известного издателя",
  "files.label": "Файлы с записями",
  "files.choose": "Открыть файлы",
  "files.drop": "или перетащите их сюда",
  "files.over": "Отпустите, чтобы открыть",
  "files.privacy": "Они читаются на этой странице и никуда не отправляются.",
};
