import type { Messages } from "../types.ts";

/** Portuguese: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "A ler os registos",
  "state.waiting": "À espera dos registos desta página",
  "state.failed": "Não é possível mostrar os registos",
  "state.failed.src": "Não é possível mostrar os registos de {src}",
  "state.failed.view": "Não é possível desenhar esta vista",
  "state.found": "Encontrado",
  "state.expected": "Esperado",
  "state.remedy": "O que ajuda",
  "state.loading.file": "A ler {file}",
  "state.loading.bytes": "{loaded} de {total}",
  "state.loading.some": "{loaded}",
  "state.loading.work": "A ordenar os registos",
  "state.cancel": "Cancelar",
  "state.cancelled": "O carregamento foi cancelado.",
  "state.kept": "O que já estava desenhado continua à vista.",
  "state.partly": "Não é possível mostrar alguns ficheiros",
  "state.retry": "Tentar de novo",
  "state.dismiss": "Fechar esta mensagem",
  "state.expected.data":
    "Registos em JSON, GeoJSON, CSV ou TSV, ou um ficheiro de uma entidade conhecida que publica dados",
  "files.label": "Ficheiros com registos",
  "files.choose": "Abrir ficheiros",
  "files.drop": "ou largue-os aqui",
  "files.over": "Largue para abrir",
  "files.privacy": "São lidos nesta página e não são enviados para lado nenhum.",
};
