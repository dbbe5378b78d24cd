import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view";
import { linkOfPage, restoreLink, writeFragment } from "../head/share.ts";
import type { WorkspaceLayout } from "../layout/workspace-layout.ts";
import type { RecordTableHandle } from "../table/record-table.ts";
import type { CompareTool } from "../tools/compare-tool.ts";
import { dataVersion } from "./data-version.ts";
import { nthWorkspace } from "./nth-workspace.ts";
import { decodeLink, encodeLink, type ReadLink } from "./workspace-link.ts";

/** The view of a workspace as a link, both ways. */
export interface LinkKeeper {
  /** The view as it is now, as `encodeLink` writes it. */
  fragment(): string;
  /** Takes over what a link says. */
  take(link: ReadLink): void;
  /** What no event of store, table or layout tells has changed. */
  changed(): void;
  destroy(): void;
}

/** What a link is made of. */
export interface LinkKeeperOptions {
  readonly root: Element;
  readonly store: Store;
  readonly words: Words;
  readonly layout: WorkspaceLayout;
  readonly table: () => RecordTableHandle;
  readonly compare: () => CompareTool;
  /** The publisher's own word for the version of the records. */
  readonly version: string | undefined;
  /** `live`: the address bar follows the view. */
  readonly fragment: boolean | "live";
  readonly say: (text: string, how: "lasting") => void;
  /** A link in another language of ours has come: the workspace is made anew, and takes it over then. */
  readonly onLanguage: (link: ReadLink) => boolean;
}

/** A browser refuses addresses that change too often. */
const LIVE_MS = 500;

export function linkKeeper(options: LinkKeeperOptions): LinkKeeper {
  const { root, store, words, layout, table, compare, fragment, say } = options;
  let data = dataVersion(store, options.version);
  let timer: ReturnType<typeof setTimeout> | null = null;
  const text = (): string => {
    const { sorts, columns } = table().state;
    return encodeLink({
      state: store.state,
      layout: layout.state,
      table: { sort: sorts, columns },
      language: words.locale,
      data,
      compare: compare().state,
      nth: nthWorkspace(root),
    });
  };
  const take = (link: ReadLink): void => {
    const said = restoreLink(link, { store, data, words });
    if (link.refused === null) {
      if (link.layout !== null) layout.set(link.layout);
      if (link.sort !== null) table().update({ sort: link.sort });
      table().update({ columns: link.columns });
      // A whole link without a comparison was made while none was open; a shorter one says nothing of it.
      if (link.compare !== null || link.data !== null) compare().show(link.compare);
    }
    if (said !== "") say(said, "lasting");
  };
  /** The view from which a link of the page was followed: the way back leads to an address that says nothing of it. */
  let before: string | null = null;
  const onHash = ({ oldURL }: HashChangeEvent): void => {
    const isBack = location.hash === "" && before !== null;
    const link = isBack ? decodeLink(before as string) : linkOfPage(root);
    if (link === null) return;
    before = oldURL?.includes("#") === false ? text() : isBack ? null : before;
    if (!options.onLanguage(link)) take(link);
  };
  let isOver = false;
  const later = (): void => {
    // A comparison that closes with its workspace tells so too.
    if (fragment !== "live" || isOver) return;
    timer ??= setTimeout(() => {
      timer = null;
      writeFragment(text());
    }, LIVE_MS);
  };
  const undo = [
    store.on("data", () => {
      data = dataVersion(store, options.version);
    }),
    ...(["filter", "selection", "view", "camera"] as const).map((event) => store.on(event, later)),
    table().on("sort", later),
    layout.onState(later),
  ];
  if (fragment !== false) window.addEventListener("hashchange", onHash);
  return {
    fragment: text,
    take,
    changed: later,
    destroy() {
      isOver = true;
      if (timer !== null) clearTimeout(timer);
      window.removeEventListener("hashchange", onHash);
      for (const one of undo) one();
    },
  };
}
