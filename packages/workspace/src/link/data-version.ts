import type { Store } from "@whenwhere/store";

/** Which data a link was made from: how many records, and a short text that changes with them. */
export interface DataVersion {
  readonly count: number;
  readonly mark: string;
}

/** Up to so many records all ids are read, beyond it as many, evenly spread: no link may cost a frame. */
const MOST_IDS = 4096;
const PRIME = 0x01000193;

/**
 * The version of the records of a store. `given` is the publisher's own word for it; without one, a mark of 32 bits is
 * made from number, hull of dates and ids (FNV-1a). Not against forgers: it tells an older file from a newer one.
 */
export function dataVersion(store: Store, given?: string): DataVersion {
  const { length } = store.columns;
  if (given !== undefined) return { count: length, mark: given };
  let hash = 0x811c9dc5;
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
    hash = Math.imul(hash ^ 0x1f, PRIME);
  };
  add(String(length));
  add(store.extentMs?.join() ?? "");
  const step = Math.max(1, length / MOST_IDS);
  for (let at = 0; at < length; at += step) add(store.id(Math.floor(at)));
  return { count: length, mark: (hash >>> 0).toString(36) };
}

export function dataText({ count, mark }: DataVersion): string {
  return `${count}.${encodeURIComponent(mark)}`;
}

/** Null when the text is not `count.mark`. */
export function versionOfText(text: string): DataVersion | null {
  const match = /^(\d{1,10})\.([^&=]{1,1000})$/.exec(text);
  if (match === null) return null;
  try {
    return { count: Number(match[1]), mark: decodeURIComponent(match[2] as string) };
  } catch {
    return null;
  }
}

/** The link was made from other records than these. */
export function isOtherData(one: DataVersion, other: DataVersion): boolean {
  return one.count !== other.count || one.mark !== other.mark;
}
