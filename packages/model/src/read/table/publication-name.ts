import { normalName } from "./column-names.ts";

/**
 * Words of a column name that mean the day of the report, in English, French, Spanish, Portuguese, Italian, German,
 * Russian, Ukrainian, Arabic, Persian and Chinese, in the form of `normalName`.
 */
const WORDS =
  /publi(?:shed|cation|e_le|cado|cacion|cacao|cazione)|(?:^|_)(?:reported|report|reporting|retrieved|accessed|archived|captured|scraped|posted|uploaded|updated|modified|created|inserted|added|entered|crawled|collected|consulte|acceso|acesso|abgerufen|veroffentlicht|veroffentlichung|erstellt|aktualisiert|actualizado|atualizado|mis_a_jour)(?:_|$)|публикац|обновлен|публікац|оновлен|النشر|الاطلاع|انتشار|发布|發布|更新|访问/;

/** Whether a column name means the day of the report and not of the happening. */
export function isPublicationName(name: string): boolean {
  return WORDS.test(normalName(name));
}
