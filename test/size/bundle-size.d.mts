export interface BundleSize {
  readonly gzipBytes: number;
  readonly lazyGzipBytes: number;
  readonly inputs: readonly string[];
}
export function bundleSize(code: string, root: string): Promise<BundleSize>;
export const PAGES: Readonly<
  Record<
    "read and parse" | "timeline entry" | "timeline" | "timeline and readers" | "map" | "elements" | "when-where",
    string
  >
>;
