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
