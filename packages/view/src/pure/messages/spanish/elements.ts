import type { Messages } from "../types.ts";

/** Spanish: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "Leyendo los registros",
  "state.waiting": "A la espera de los registros de esta página",
  "state.failed": "No se pueden mostrar los registros",
  "state.failed.src": "No se pueden mostrar los registros de {src}",
  "state.failed.view": "No se puede dibujar esta vista",
  "state.found": "Encontrado",
  "state.expected": "Esperado",
  "state.remedy": "Qué hacer",
  "state.loading.file": "Leyendo {file}",
  "state.loading.bytes": "{loaded} de {total}",
  "state.loading.some": "{loaded}",
  "state.loading.work": "Ordenando los registros",
  "state.cancel": "Cancelar",
  "state.cancelled": "Se canceló la carga.",
  "state.kept": "Lo dibujado antes sigue a la vista.",
  "state.partly": "Algunos archivos no se pueden mostrar",
  "state.retry": "Reintentar",
  "state.dismiss": "Cerrar este mensaje",
  "state.expected.data": "Registros en JSON, GeoJSON, CSV o TSV, o un archivo de un editor conocido",
  "files.label": "Archivos con registros",
  "files.choose": "Abrir archivos",
  "files.drop": "o soltarlos aquí",
  "files.over": "Soltar para abrir",
  "files.privacy": "Se leen en esta página y no se envían a ningún sitio.",
};
