import { createWords } from "@whenwhere/view";
import type { WorkspaceHandle } from "@whenwhere/workspace";
import { describe, expect, it } from "vitest";
import { eventually } from "../eventually.ts";
import { january } from "./fixture.ts";
import { testPage } from "./test-page.ts";

const { host, mount } = testPage(1280, { projection: "flat" });
const alleged = { source: "facet:status", kind: "values", field: "status", values: ["alleged"] } as const;

/** What those hear who hear the page: a region that is not drawn says nothing. */
const heard = (): string[] =>
  [...host.querySelectorAll<HTMLElement>("[aria-live]")]
    .filter((one) => one.offsetParent !== null)
    .map(({ textContent }) => textContent ?? "");
const counts = ({ store }: WorkspaceHandle): string => (store ? createWords("en").counts(store.count()) : "");

describe("the counts after a filter", () => {
  it("are said once, by the timeline where it is in sight, else by the workspace", async () => {
    const handle = await mount();
    handle.store?.set(january);
    const first = counts(handle);
    await eventually(() => expect(heard()).toContain(first));
    // The slower of two voices has had its time when the next thing is said.
    handle.store?.select("shot");
    await eventually(() => expect(heard().join()).toContain("Drone brought down"));
    expect(heard().filter((text) => text === first)).toHaveLength(1);
    handle.update({ layout: { hidden: ["time"] } });
    await handle.ready;
    handle.store?.set(alleged);
    await eventually(() => expect(heard().filter((text) => text === counts(handle))).toHaveLength(1));
  });
});
