import type { Messages } from "../types.ts";

/** French: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "Lecture des fiches",
  "state.waiting": "En attente des fiches de cette page",
  "state.failed": "Les fiches ne peuvent pas être affichées",
  "state.failed.src": "Les fiches de {src} ne peuvent pas être affichées",
  "state.failed.view": "Cette vue ne peut pas être dessinée",
  "state.found": "Trouvé",
  "state.expected": "Attendu",
  "state.remedy": "Que faire",
  "state.loading.file": "Lecture de {file}",
  "state.loading.bytes": "{loaded} sur {total}",
  "state.loading.some": "{loaded}",
  "state.loading.work": "Mise en ordre des fiches",
  "state.cancel": "Annuler",
  "state.cancelled": "Le chargement a été annulé.",
  "state.kept": "Ce qui était déjà dessiné reste affiché.",
  "state.partly": "Certains fichiers ne peuvent pas être affichés",
  "state.retry": "Réessayer",
  "state.dismiss": "Fermer ce message",
  "state.expected.data": "Des fiches en JSON, GeoJSON, CSV ou TSV, ou un fichier d’un éditeur connu",
  "files.label": "Fichiers contenant des fiches",
  "files.choose": "Ouvrir des fichiers",
  "files.drop": "ou les déposer ici",
  "files.over": "Déposer pour ouvrir",
  "files.privacy": "Ils sont lus dans cette page et ne sont envoyés nulle part.",
};
