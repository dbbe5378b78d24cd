import type { ElementData } from "../data/element-data.ts";

interface StoreRequest {
  readonly group: string;
  readonly accept: (data: ElementData) => void;
}

const REQUEST = "ww-store-request";
const READY = "ww-store-ready";

/**
 * Offers a store to the elements below `host` and beside it in the same document or shadow root.
 * Two events of the page are the whole protocol, so that no registry outlives the elements.
 * Elements find each other by the `group` attribute; the default group is the empty name.
 *
 * @returns the undo
 */
export function offerStore(host: HTMLElement, group: string, data: ElementData): () => void {
  const root = host.getRootNode();
  const answer = (event: Event): void => {
    const { detail } = event as CustomEvent<StoreRequest>;
    if (event.target === host || detail.group !== group) return;
    event.stopImmediatePropagation();
    detail.accept(data);
  };
  root.addEventListener(REQUEST, answer);
  root.dispatchEvent(new CustomEvent(READY, { detail: { group } }));
  return () => root.removeEventListener(REQUEST, answer);
}

/**
 * Asks for a store, now and whenever one of the same group becomes ready.
 *
 * @returns the undo
 */
export function askForStore(host: HTMLElement, group: string, accept: (data: ElementData) => void): () => void {
  const root = host.getRootNode();
  const ask = (): void => {
    const detail: StoreRequest = { group, accept };
    host.dispatchEvent(new CustomEvent(REQUEST, { detail, bubbles: true, composed: true }));
  };
  const ready = (event: Event): void => {
    if ((event as CustomEvent<{ group: string }>).detail.group === group) ask();
  };
  root.addEventListener(READY, ready);
  ask();
  return () => root.removeEventListener(READY, ready);
}
