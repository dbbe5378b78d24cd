import type { Store } from "@whenwhere/store";
import type { ViewHandle, Words } from "@whenwhere/view";

/** As much of a timeline or map as the workspace needs. */
export type PictureView = Pick<ViewHandle<never, never, unknown>, "element" | "toSVG" | "destroy">;

/** Options that the workspace hands to its pictures. */
export interface PictureOptions {
  readonly store: Store;
  readonly words: Words;
  readonly attribution?: string;
}

type Mount = (target: HTMLElement, options: Readonly<Record<string, unknown>>) => PictureView;

/** The timeline, or null where the package has none. */
export async function mountTimeline(target: HTMLElement, options: PictureOptions): Promise<PictureView | null> {
  const module = (await import("@whenwhere/timeline")) as Readonly<Record<string, unknown>>;
  const mount = module["timeline"] as Mount | undefined;
  return mount?.(target, { store: options.store, words: options.words, lane: "category" }) ?? null;
}

/** The map, loaded when the first workspace needs it: a page that shows a timeline never downloads it. */
export async function mountMap(target: HTMLElement, options: PictureOptions): Promise<PictureView | null> {
  const module = (await import("@whenwhere/map")) as Readonly<Record<string, unknown>>;
  const mount = module["incidentMap"] as Mount | undefined;
  const { store, words, attribution } = options;
  return (
    mount?.(target, { store, words, header: "hint", popup: "several", ...(attribution ? { attribution } : {}) }) ?? null
  );
}
