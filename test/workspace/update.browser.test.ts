import { allLanguages } from "@whenwhere/view";
import type { WorkspaceHandle } from "@whenwhere/workspace";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { eventually } from "../eventually.ts";
import { collection, incidents, january } from "./fixture.ts";
import { testPage } from "./test-page.ts";

const { host, mount } = testPage(1280);

/** What a reader may have done before the host changes an option. */
async function arrange(made: WorkspaceHandle): Promise<void> {
  made.store?.set(january);
  made.store?.select("shot");
  const what = (): HTMLElement | undefined =>
    [...host.querySelectorAll<HTMLElement>("[role=columnheader]")].find((one) => one.textContent?.startsWith("What"));
  await eventually(() => expect(what()).toBeDefined());
  what()?.click();
  const press = (text: string): void =>
    [...host.querySelectorAll<HTMLElement>("button")].find(({ textContent }) => textContent === text)?.click();
  await eventually(() => expect(host.querySelector(".ww-counts")?.textContent).not.toContain("10 of 10"));
  press("Saved");
  await userEvent.fill(host.querySelector("input[aria-label='Name of these filters']") as HTMLInputElement, "January");
  await userEvent.keyboard("{Enter}");
  press("Saved");
}

describe("update() of a workspace", () => {
  it("dresses all views in another theme, makes none of them anew, and takes it back", async () => {
    const made = await mount({ theme: "light" });
    const ground = (): string => getComputedStyle(made.element).backgroundColor;
    const table = host.querySelector(".ww-table");
    const light = ground();
    made.update({ theme: "dark" });
    expect(ground()).not.toBe(light);
    expect(host.querySelector(".ww-table")).toBe(table);
    made.update({ theme: "auto", title: "Desk" });
    expect(made.element.hasAttribute("data-theme")).toBe(false);
    expect(host.querySelector(".ww-table")).toBe(table);
  });

  it("keeps filters, selection, layout, table and named filters of the reader", async () => {
    const made = await mount({ layout: { hidden: ["card"] } });
    await arrange(made);
    const before = made.state;
    expect(before).toMatchObject({ layout: { hidden: ["card"] }, table: { sort: { column: "what" } } });
    expect(before.savedFilters).toHaveLength(1);
    made.update({ lane: "status" });
    await made.ready;
    expect(made.state).toEqual(before);
    made.update({ error: { title: "Not read", found: "Nothing.", expected: "Records.", remedy: "Wait." } });
    expect(made.store).toBeNull();
    made.update({ error: null });
    await made.ready;
    expect(made.state).toEqual(before);
  });

  it("takes what the host names, and begins other records without the old filters", async () => {
    const made = await mount();
    await arrange(made);
    made.update({ layout: "story", table: { sort: [{ column: "where", descending: true }] } });
    await made.ready;
    expect(made.state).toMatchObject({ layout: { preset: "story" }, table: { sort: { column: "where" } } });
    expect(made.store?.state.clauses).toEqual({ timeline: january });
    made.update({ collection: { ...collection, incidents: incidents.slice(0, 4) } });
    await made.ready;
    expect(made.store?.count()).toMatchObject({ shown: 4, total: 4 });
    expect(made.state).toMatchObject({ layout: { preset: "story" }, table: { sort: { column: "where" } } });
  });

  it("speaks on in the language of a link until the host names another, and reads no link twice", async () => {
    location.hash = "v=1&w@timeline=2022-01-01/2022-02-15&lang=fr&data=10.x";
    const made = await mount({ fragment: true, languages: allLanguages });
    expect(made.element.lang).toBe("fr");
    made.store?.clear();
    made.update({ lane: "status" });
    await made.ready;
    expect([made.element.lang, made.store?.state.clauses]).toEqual(["fr", {}]);
    made.update({ locale: "ru" });
    expect(made.element.lang).toBe("ru");
  });
});
