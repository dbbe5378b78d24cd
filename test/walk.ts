import type { Collection } from "@whenwhere/model";
import { createStore, type Store } from "@whenwhere/store";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import allRecords from "../data/all.json";
import { eventually } from "./eventually.ts";

export const WALK_SEED = 20_261_122;
export const WALKED_RECORDS = allRecords as unknown as Collection;

/** Two places over each other: in one much is done, in the other the same is made afresh when it has been done. */
export interface Twins {
  readonly walked: HTMLElement;
  readonly fresh: HTMLElement;
  /** What is to end with the test. */
  readonly ends: (() => void)[];
}

/** Call it at the head of a file: both places are in the page, and empty, before each test. */
export function twinHosts(css: string): Twins {
  const ends: (() => void)[] = [];
  const [walked, fresh] = [document.createElement("main"), document.createElement("main")];
  beforeEach(() => {
    for (const host of [walked, fresh]) {
      host.replaceChildren();
      host.style.cssText = `position:absolute;inset:0 auto auto 0;background:Canvas;${css}`;
      document.body.append(host);
    }
  });
  afterEach(() => {
    for (const end of ends.splice(0)) end();
    for (const host of [walked, fresh]) host.remove();
  });
  return { walked, fresh, ends };
}

/** Those within a place that are before a reader. */
export const visibleIn =
  (host: HTMLElement) =>
  <E extends Element = HTMLElement>(selector: string): E[] =>
    [...host.querySelectorAll<E>(selector)].filter((one) => one.checkVisibility());

/** What a reader has before them of every view; without ids, and what a voice has been told. */
export function seenOf(host: HTMLElement, canvases = "canvas") {
  const all = visibleIn(host);
  const root = host.firstElementChild as HTMLElement;
  return {
    root: [root.className, root.lang, root.dir, root.dataset.theme, root.getAttribute("aria-label"), root.offsetHeight],
    labels: all("[aria-label]")
      .filter((one) => one.closest(".ww-visually-hidden") === null)
      .map((one) => `${one.tagName} ${one.getAttribute("aria-label")}`),
    pictures: all<HTMLCanvasElement>(canvases).map((one) => `${one.width} ${one.height} ${one.toDataURL()}`),
  };
}

interface View<Options> {
  update(changes: Partial<Options>): void;
  destroy(): void;
}

/** How a view is walked through its options. */
export interface UpdateWalk<Options extends { store?: Store }, Handle extends View<Options>> {
  readonly name: string;
  /** Changes in a walk: six walks, compared after each sixth change. */
  readonly length: number;
  readonly usual: Omit<Options, "store">;
  readonly values: { readonly [Name in keyof Options]?: readonly unknown[] };
  make(host: HTMLElement, options: Options): Handle;
  /** Fails unless both views show the same. It is asked again until it holds. */
  same(long: Handle, short: Handle, done: string): void;
}

/** A view that is given many changes of its options, one after another, is as one that is made with the last of each. */
export function updateWalks<Options extends { store?: Store }, Handle extends View<Options>>(
  { walked, fresh, ends }: Twins,
  { name, length, usual, values, make, same }: UpdateWalk<Options, Handle>,
): void {
  const change = fc
    .constantFrom(...(Object.entries(values) as [string, readonly unknown[]][]))
    .chain(([option, its]) => fc.constantFrom(...its).map((value) => ({ [option]: value }) as Partial<Options>));
  const changes = fc.noBias(fc.array(change, { minLength: length, maxLength: length }));
  const walks = fc.sample(changes, { seed: WALK_SEED, numRuns: 6 });

  describe(`${name} after many changes of its options`, () => {
    it.each(walks.map((walk, at) => [at, walk] as const))(
      "is as one that is made with them: walk %i",
      async (_, walk) => {
        const store = createStore(WALKED_RECORDS);
        let options = { ...usual, store } as Options;
        const long = make(walked, options);
        ends.push(
          () => long.destroy(),
          () => store.destroy(),
        );
        const done: string[] = [];
        for (const [step, one] of walk.entries()) {
          done.push(JSON.stringify(one));
          long.update(one);
          options = { ...options, ...one };
          if (step % 3 === 0) await new Promise((go) => setTimeout(go, 30));
          if (step % 6 !== 5) continue;
          const short = make(fresh, options);
          ends.push(() => short.destroy());
          await eventually(() => same(long, short, done.join(", ")));
          for (const end of ends.splice(2)) end();
        }
        expect(done).toHaveLength(length);
      },
    );
  });
}
