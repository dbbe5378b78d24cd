import { type WorkspaceHandle, type WorkspaceOptions, workspace } from "@whenwhere/workspace";
import { afterEach, beforeEach } from "vitest";
import { collection } from "./fixture.ts";

/** Where the tests of a file have their views. */
export interface TestPage {
  /** In the page while a test runs, so wide and empty when it begins. */
  readonly host: HTMLElement;
  /** What ends after the test, before the element leaves the page. */
  readonly ends: (() => void)[];
  /** A workspace of ten records in it that writes nothing into the address, with its pictures; it ends after the test. */
  mount(options?: Partial<WorkspaceOptions>): Promise<WorkspaceHandle>;
  /** The same at once, before its map is there. */
  begin(options?: Partial<WorkspaceOptions>): WorkspaceHandle;
}

/** Call it at the head of a file. */
export function testPage(widthPx: number, usual: Partial<WorkspaceOptions> = {}): TestPage {
  const host = document.createElement("main");
  const ends: (() => void)[] = [];
  beforeEach(() => {
    host.removeAttribute("style");
    host.style.width = `${widthPx}px`;
    document.body.append(host);
  });
  afterEach(() => {
    for (const end of ends.splice(0)) end();
    host.replaceChildren();
    host.remove();
    history.replaceState(null, "", location.href.replace(/#.*/, ""));
  });
  const begin = (options: Partial<WorkspaceOptions> = {}): WorkspaceHandle => {
    // The ground is not what is looked at here.
    const given = { map: { detail: "110m" }, ...usual, ...options } as const;
    const handle = workspace(host, { collection, fragment: false, ...given });
    ends.push(() => handle.destroy());
    return handle;
  };
  return {
    host,
    ends,
    begin,
    async mount(options) {
      const handle = begin(options);
      await handle.ready;
      return handle;
    },
  };
}
