import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view";
import { type DataVersion, isOtherData } from "../link/data-version.ts";
import { nthWorkspace } from "../link/nth-workspace.ts";
import { decodeLink, type ReadLink } from "../link/workspace-link.ts";

/** Address of this page with another fragment. */
function addressOf(fragment: string): string {
  return `${location.href.replace(/#.*$/s, "")}#${fragment}`;
}

/** Puts a fragment into the address bar, without a step in the history of the page. */
export function writeFragment(fragment: string): void {
  try {
    history.replaceState(history.state, "", addressOf(fragment));
  } catch {
    // A sandboxed frame or a page from a string has no address of its own.
  }
}

/**
 * Writes a view into the address bar and the clipboard. False when copying was refused (no permission, or a page
 * without a secure origin): the address bar has it then, if the page may change it.
 */
export async function shareFragment(fragment: string): Promise<boolean> {
  writeFragment(fragment);
  try {
    await navigator.clipboard.writeText(addressOf(fragment));
    return true;
  } catch {
    return false;
  }
}

/** The view in the fragment of the page's address; null where it holds none for the workspace in `target`. */
export function linkOfPage(target: Element): ReadLink | null {
  const link = decodeLink(location.hash.slice(1));
  return link === null || link.nth === null || link.nth === nthWorkspace(target) ? link : null;
}

/**
 * Takes over window, filters, selection and camera of a link, and says in words what of it could not be taken; "" when
 * all of it could.
 */
export function restoreLink(link: ReadLink, target: { store: Store; data: DataVersion; words: Words }): string {
  const { store, data, words } = target;
  if (link.refused !== null) return words.t(`link.refused.${link.refused}`);
  const said: string[] = [];
  if (link.data !== null && isOtherData(link.data, data)) {
    said.push(words.t("link.other-data", { before: link.data.count, now: data.count }));
  }
  const { selectedId = null, ...state } = link.state ?? {};
  const isKnown = selectedId === null || store.rowOf(selectedId) >= 0;
  const unfit = store.restore({ ...state, selectedId: isKnown ? selectedId : null });
  if (unfit.length > 0) said.push(words.t("workspace.dropped-clauses", { n: unfit.length }));
  const faults = link.faults + (isKnown ? 0 : 1);
  if (faults > 0) said.push(words.t("link.faults", { n: faults }));
  return said.join(" ");
}
