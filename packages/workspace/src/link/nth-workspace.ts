/**
 * Which workspace of its page this one is, in the order of the page: 1 for the first, and for one that stands alone. A link
 * says it, so that two workspaces on one page do not take each other's.
 *
 * @param target the element that holds, or is to hold, the workspace
 */
export function nthWorkspace(target: Element): number {
  let own = target;
  for (let root = own.getRootNode(); root instanceof ShadowRoot; root = own.getRootNode()) own = root.host;
  const isBefore = (other: Element): boolean => {
    const at = own.compareDocumentPosition(other);
    return (at & Node.DOCUMENT_POSITION_PRECEDING) !== 0 && (at & Node.DOCUMENT_POSITION_CONTAINS) === 0;
  };
  return 1 + [...own.ownerDocument.querySelectorAll("when-where,.ww-workspace")].filter(isBefore).length;
}
