/** Chromium drops the oldest of more than 16 WebGL contexts of a page; four are left to the rest of the page. */
export const MAX_LIVE_GL_MAPS = 12;

/*
 * The one page-wide memory of this package. Browsers count WebGL contexts per page, not per owner, and take the oldest
 * away without asking: no object that a caller could hand us knows of the maps of other callers. Keyed weakly by
 * document, so that it holds nothing alive; every entry is owned and given back by its map's `destroy()`.
 */
const liveMaps = new WeakMap<Document, Set<object>>();

/** Claims one of the {@link MAX_LIVE_GL_MAPS} places of a page. Returns its release, or null when all are taken. */
export function claimGlPlace(ownerDocument: Document): (() => void) | null {
  const places = liveMaps.get(ownerDocument) ?? new Set<object>();
  if (places.size >= MAX_LIVE_GL_MAPS) return null;
  liveMaps.set(ownerDocument, places);
  const place = {};
  places.add(place);
  return () => {
    places.delete(place);
  };
}
