import { decodeState, encodeState, type Store } from "@whenwhere/store";

/** Address of this page with the state of the store in its fragment. */
export function addressOf(store: Store): string {
  const base = location.href.replace(/#.*$/, "");
  return `${base}#${encodeState(store.state)}`;
}

/**
 * Writes the state into the address bar and the clipboard. False when copying was refused (no permission, or a page
 * without a secure origin): the address bar has it then, if the page may change it.
 */
export async function shareState(store: Store): Promise<boolean> {
  const address = addressOf(store);
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A sandboxed frame or a page from a string has no address of its own.
  }
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}

/** Restores a state that {@link shareState} wrote. Returns how many filters did not fit; other fragments are left alone. */
export function restoreFromFragment(store: Store): number {
  const fragment = location.hash.slice(1);
  if (!fragment.startsWith("v=")) return 0;
  const { state, issues } = decodeState(fragment);
  return store.restore(state).length + issues.length;
}
