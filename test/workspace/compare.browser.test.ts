import axe from "axe-core";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { compareSheetNode } from "../../packages/workspace/src/tools/compare-sheet.ts";
import { collection, incidents, january } from "./fixture.ts";
import { testPage } from "./test-page.ts";

const datasets = [
  { title: "First half", incidents: incidents.slice(0, 6) },
  { title: "Second half", incidents: incidents.slice(4) },
];
const { host, ends, mount } = testPage(1280, { datasets, projection: "flat" });

const panel = (): HTMLElement | null => host.querySelector<HTMLElement>(".ww-tool:not([hidden])");
const heads = (): (string | null)[] =>
  [...(panel()?.querySelectorAll("thead th") ?? [])].map((head) => head.textContent);

async function openTool(name: string): Promise<void> {
  const tools = [...host.querySelectorAll<HTMLElement>(".ww-ws-buttons .ww-disclosure>button")][1] as HTMLElement;
  tools.click();
  const items = [...host.querySelectorAll<HTMLElement>(".ww-ws-buttons .ww-menu-item")];
  items.find((item) => item.textContent === name)?.click();
  await expect.poll(() => panel()?.querySelector("table")).toBeTruthy();
}

function choose(place: number, text: string): void {
  const select = panel()?.querySelectorAll("select")[place] as HTMLSelectElement;
  select.value = [...select.options].find((option) => option.text.startsWith(text))?.value ?? "";
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

describe("comparisons in a workspace", () => {
  it("hold two datasets beside each other under the filters of now, and two that are chosen", async () => {
    const { store } = await mount();
    await openTool("Compare two datasets");
    expect(heads()).toEqual(["First half", "Second half", "Difference"]);
    const first = () => panel()?.querySelector("tbody tr td")?.textContent;
    expect(first()).toBe("6");
    store?.set({ source: "facet:category", kind: "values", field: "category", values: ["strike"] });
    await expect.poll(first).toBe("2");
    choose(0, "A post of thanks");
    expect(heads()[0]).toBe("A post of thanks");
    expect(panel()?.querySelector("optgroup")?.label).toBe("Datasets");
  });

  it("are next in the order of tabs after the head whose button opens them", async () => {
    await mount();
    await openTool("Compare two datasets");
    const head = host.querySelector(".ww-ws-head");
    expect(head?.nextElementSibling).toBe(panel());
  });

  it("bring their styles, and take them away with the last one that is open", async () => {
    await mount();
    const sheets = () => document.adoptedStyleSheets.length;
    const before = sheets();
    for (const name of ["Compare two windows", "Compare two datasets"]) {
      await openTool(name);
      await expect.poll(sheets).toBe(before + 1);
      const form = panel()?.querySelector("form") as HTMLElement;
      expect(getComputedStyle(form).display).toBe("grid");
    }
    host.querySelector<HTMLElement>(".ww-tool-head button")?.click();
    expect(sheets()).toBe(before);
  });

  it("hold two windows of years that no date field can hold, whose fields stay empty", async () => {
    const far = ["Y-300000", "Y-299990", "Y300000"].map((edtf, i) => ({
      id: `${i}`,
      title: `Far ${i}`,
      when: { edtf },
    }));
    await mount({ collection: { ...collection, incidents: far }, datasets: [] });
    await openTool("Compare two windows");
    const fields = [...(panel()?.querySelectorAll<HTMLInputElement>("input[type=date]") ?? [])];
    expect(fields.map(({ value }) => value)).toEqual(["", "", "", ""]);
  });

  it("open two accounts from the card by keyboard, and give the focus back with Esc", async () => {
    const { store } = await mount();
    store?.select("drones");
    const button = [...host.querySelectorAll<HTMLElement>(".ww-card button")].find(
      (one) => one.textContent === "Compare two of them",
    );
    button?.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(heads).toEqual(["A spokesman", "A newspaper", "Difference"]);
    expect(panel()?.getAttribute("aria-label")).toBe("Compare two accounts");
    await userEvent.keyboard("{Tab}{Tab}{Tab}a{Tab}");
    expect(panel()?.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard("{Escape}");
    expect(panel()).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it("follow the selection to another record that has accounts", async () => {
    const { store } = await mount();
    store?.select("drones");
    await openTool("Compare two accounts");
    store?.select("villages");
    expect(heads()).toEqual(["officials", "The record as it stands", "Difference"]);
  });

  it("stand in the link, byte for byte, and leave undo as it was", async () => {
    const handle = await mount({ fragment: true });
    handle.store?.set(january);
    await openTool("Compare two datasets");
    choose(1, "A post of thanks");
    choose(2, "the highest");
    const link = handle.state.fragment as string;
    expect(link).toContain("&cmp=datasets,d:First%20half,s:post,highest&");
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(handle.store?.state.clauses).toEqual({});
    expect(heads().slice(0, 2)).toEqual(["First half", "A post of thanks"]);
    handle.destroy();
    history.replaceState(null, "", `#${link}`);
    const again = await mount({ fragment: true });
    await expect.poll(() => heads().slice(0, 2)).toEqual(["First half", "A post of thanks"]);
    expect(again.state.fragment).toBe(link);
    host.querySelector<HTMLElement>(".ww-tool-head button")?.click();
    expect(again.state.fragment).not.toContain("cmp=");
  });

  it("leave the address alone when they end with their workspace, and tell it of themselves before", async () => {
    const handle = await mount({ fragment: "live" });
    await openTool("Compare two datasets");
    await expect.poll(() => location.hash).toContain("cmp=datasets");
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    ends.push(() => vi.useRealTimers());
    handle.destroy();
    history.replaceState(null, "", "#elsewhere");
    vi.advanceTimersByTime(10_000);
    expect(location.hash).toBe("#elsewhere");
  });

  it("begin as usual and say so where a link names what is not here", async () => {
    history.replaceState(null, "", "#v=1&cmp=datasets,d:Nowhere,s:post,lowest&lang=en&data=10.x");
    await mount({ fragment: true });
    await expect.poll(heads).toEqual(["First half", "A post of thanks", "Difference"]);
    await expect.poll(() => host.querySelector(".ww-ws-status")?.textContent).toMatch(/of the link/);
  });

  it("are put on paper with the records", async () => {
    await mount();
    await openTool("Compare two accounts");
    dispatchEvent(new Event("beforeprint"));
    expect(host.querySelector(".ww-print table[aria-label]")?.textContent).toContain("True Promise Brigades");
    dispatchEvent(new Event("afterprint"));
    expect(host.querySelector(".ww-print")).toBeNull();
  });

  it.each(["Compare two windows", "Compare two datasets", "Compare two accounts"])(
    "%s has no fault that axe finds, and no key in place of a text",
    async (name) => {
      const { store } = await mount();
      store?.select("drones");
      await openTool(name);
      expect(panel()?.textContent).not.toMatch(/(compare|card|facets)\.[a-z]/);
      const result = await axe.run({ include: panel() } as never, { rules: { "target-size": { enabled: true } } });
      expect(result.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}`))).toEqual([]);
    },
  );
});

it("runs numbers and differences from right to left where the page does, also after the invisible sign that begins them", () => {
  const line = { name: "", verdict: "maybe", isMeasured: true } as const;
  const node = compareSheetNode({
    title: "",
    heads: ["Ahvaz", ""],
    changeHead: "",
    groups: [
      {
        heading: null,
        lines: [{ ...line, cells: [{ text: "3 + 71" }, { text: "Iran" }], change: "\u200e−68 إلى +69" }],
      },
    ],
    notes: [],
  });
  const page = document.body.appendChild(document.createElement("div"));
  page.dir = "rtl";
  page.append(node);
  const directions = [...node.querySelectorAll("tbody td span:not(.ww-cmp-sign)")].map(
    (text) => getComputedStyle(text).direction,
  );
  page.remove();
  expect(directions).toEqual(["rtl", "ltr", "rtl"]);
});
