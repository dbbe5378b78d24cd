import type { PageProgram } from "@whenwhere/model";

/**
 * The program of a page that opens from disk. Null in the sources: the build of the package puts
 * `whenwhere.offline.js` in its place, which is loaded when a reader asks for such a page and never before.
 */
export async function loadOfflineProgram(): Promise<PageProgram | null> {
  return null;
}
