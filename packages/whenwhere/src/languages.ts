export type { DisplayNames, Language, MessageKey, Messages, PluralForms, Words } from "@whenwhere/view/pure";
export {
  allLanguages,
  arabic,
  chinese,
  createWords,
  french,
  loadLanguages,
  persian,
  portuguese,
  russian,
  spanish,
  ukrainian,
} from "@whenwhere/view/pure";
