import { allLanguages } from "@whenwhere/view";
import { type WorkspaceHandle, type WorkspaceOptions, workspace } from "@whenwhere/workspace";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { eventually } from "../eventually.ts";
import { collection, january } from "./fixture.ts";
import { testPage } from "./test-page.ts";

const { host, ends } = testPage(1280);

/** Two workspaces of the same records below each other. */
async function mountTwo(options: Partial<WorkspaceOptions> = {}): Promise<[WorkspaceHandle, WorkspaceHandle]> {
  const both = [0, 1].map(() => {
    const place = document.createElement("div");
    host.append(place);
    const handle = workspace(place, { collection, fragment: true, projection: "flat", ...options });
    ends.push(() => handle.destroy());
    return handle;
  }) as [WorkspaceHandle, WorkspaceHandle];
  await Promise.all(both.map(({ ready }) => ready));
  return both;
}

const clausesOf = (handles: readonly WorkspaceHandle[]) => handles.map(({ store }) => store?.state.clauses);

describe("two workspaces on one page", () => {
  it("give each link to the one that it was made of, by hash and on another visit", async () => {
    const [one, two] = await mountTwo();
    two.store?.set(january);
    const text = two.state.fragment as string;
    expect(text).toContain("&nth=2&");
    expect(one.state.fragment).not.toContain("nth=");
    two.store?.clear();
    location.hash = text;
    await eventually(() => expect(clausesOf([one, two])).toEqual([{}, { timeline: january }]));
    one.destroy();
    two.destroy();
    const again = await mountTwo();
    expect(clausesOf(again)).toEqual([{}, { timeline: january }]);
    expect(again[1].state.fragment).toBe(text);
  });

  it("leave a link of the first, such as one from a page of its own, to the first", async () => {
    location.hash = "v=1&w@timeline=2022-01-01/2022-02-15&lang=en&data=10.x";
    const both = await mountTwo();
    expect(clausesOf(both)).toEqual([{ timeline: january }, {}]);
  });

  it("both take a short link of the page's own hand", async () => {
    location.hash = "v=1&lang=fr";
    const both = await mountTwo({ languages: allLanguages });
    expect(both.map(({ element }) => element.lang)).toEqual(["fr", "fr"]);
  });

  it("have no id in common, and each has its own search and its own way back", async () => {
    const [one, two] = await mountTwo();
    const ids = [...host.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
    two.element.querySelector<HTMLElement>("[role=grid] [tabindex='0']")?.focus();
    await userEvent.keyboard("/");
    expect(two.element.querySelector(".ww-search")?.contains(document.activeElement)).toBe(true);
    for (const handle of [one, two]) handle.store?.set(january);
    two.element.querySelector<HTMLElement>("[role=grid] [tabindex='0']")?.focus();
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(clausesOf([one, two])).toEqual([{ timeline: january }, {}]);
  });
});
