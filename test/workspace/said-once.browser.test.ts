import { createWords } from "@whenwhere/view";
import type { WorkspaceHandle } from "@whenwhere/workspace";
import { describe, expect, it } from "vitest";
import { eventually } from "../eventually.ts";
import { january } from "./fixture.ts";
import { testPage } from "./test-page.ts";

const { host, ends, mount } = testPage(1280, { projection: "flat" });
const alleged = { source: "facet:status", kind: "values", field: "status", values: ["alleged"] } as const;

/** What those hear who hear the page, from now on: a region that is not drawn says nothing. */
function listen(): readonly string[] {
  const heard: string[] = [];
  const observer = new MutationObserver((changes) => {
    const regions = new Set(changes.map(({ target }) => (target as HTMLElement).closest<HTMLElement>("[aria-live]")));
    for (const region of regions) if (region?.offsetParent) heard.push(region.textContent ?? "");
  });
  for (const region of host.querySelectorAll("[aria-live]")) observer.observe(region, { childList: true });
  ends.push(() => observer.disconnect());
  return heard;
}
const counts = ({ store }: WorkspaceHandle): string => (store ? createWords("en").counts(store.count()) : "");

describe("the counts after a filter", () => {
  it("are said once, by the timeline where it is in sight, else by the workspace", async () => {
    const handle = await mount();
    const heard = listen();
    handle.store?.set(january);
    const first = counts(handle);
    await eventually(() => expect(heard).toContain(first));
    // The slower of two voices has had its time when the next thing is said.
    handle.store?.select("shot");
    await eventually(() => expect(heard.join()).toContain("Drone brought down"));
    expect(heard.filter((text) => text === first)).toHaveLength(1);
    handle.update({ layout: { hidden: ["time"] } });
    await handle.ready;
    const later = listen();
    handle.store?.set(alleged);
    await eventually(() => expect(later).toContain(counts(handle)));
  });
});
