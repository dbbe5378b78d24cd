/**
 * The program of the worker, bundled, as text of a classic script. Null in the sources: the build of the package puts the
 * bundle of `program.ts` here, so that the worker needs no file of its own that a bundler could lose.
 */
export const workerText: string | null = null;
