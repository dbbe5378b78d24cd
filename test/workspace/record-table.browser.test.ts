import { createStore } from "@whenwhere/store";
import { recordTable } from "@whenwhere/workspace";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { frame } from "../hands.ts";
import { incidents, january, sources } from "./fixture.ts";

let host: HTMLElement;
const ends: (() => void)[] = [];

beforeEach(() => {
  host = document.createElement("main");
  host.style.cssText = "width:520px;height:340px";
  document.body.append(host);
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  host.remove();
});

function mount(count = 0) {
  const many = Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    title: `Record ${index}`,
    when: { edtf: `20${String(10 + (index % 12))}-0${1 + (index % 9)}` },
  }));
  const store = createStore({ incidents: count > 0 ? many : incidents, sources });
  const table = recordTable(host, { store });
  ends.push(
    () => table.destroy(),
    () => store.destroy(),
  );
  return { store, table };
}

const titles = (): (string | null)[] =>
  [...host.querySelectorAll("[data-row] .ww-table-what span")].map((cell) => cell.textContent);

/** What stands in these cells and is cut. */
function cutIn(cells: string): (string | null)[] {
  const widths = host.querySelector<HTMLElement>("[style*=--ww-table-columns]")?.style;
  // Before it is laid out a table shares out a width of one pixel.
  if (!/\(0,\s*\d\d/.test(widths?.getPropertyValue("--ww-table-columns") ?? "")) return ["not laid out"];
  const all = [...host.querySelectorAll<HTMLElement>(cells)];
  const cut = all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  return cut.map(({ textContent }) => textContent);
}

describe("the table of records", () => {
  it("lists every record by the earliest possible date, the narrower first, undated last", () => {
    mount();
    expect(titles()).toEqual([
      "Arrest of a leader",
      "Advance halted",
      "Cyber drill",
      "Unrest",
      "Drone brought down",
      "Attacks on four villages",
      "Three attacks on two cities",
      "Joint exercise",
      "Drones launched at the city",
      "Attacks on pipelines",
    ]);
  });

  it("gives what room is left to the column whose words are cut: a long title in twelve is whole beside short dates", async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      id: `m${index}`,
      title: index === 5 ? "A headline that is as long as headlines are" : `Shot ${index}`,
      when: { edtf: `2022-03-${10 + index}` },
      where: { name: "Here", lon: 1, lat: 1, precision: "settlement" as const },
    }));
    const table = recordTable(host, { store: createStore(many) });
    ends.push(() => table.destroy());
    await expect.poll(() => cutIn("[data-row] .ww-table-what span")).toEqual([]);
  });

  it("cuts the names of at most a few places where titles and dates are long", async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      id: `m${index}`,
      title: `A headline that is longer than its column is wide, number ${index}`,
      when: { edtf: "2021-10-10/2022-02-04" },
      where: { name: index % 8 === 0 ? "Cabo Delgado" : "Iran", lon: 1, lat: 1, precision: "settlement" as const },
    }));
    const table = recordTable(host, { store: createStore(many) });
    ends.push(() => table.destroy());
    await expect.poll(() => cutIn("[data-row]>:last-child")).toEqual([]);
    expect(host.querySelector("[data-row]")?.lastElementChild?.textContent).toBe("Cabo Delgado");
  });

  it.each(["ltr", "rtl"])("cuts a date between words, never within a number (%s)", async (dir) => {
    host.dir = dir;
    host.style.width = "330px";
    const many = Array.from({ length: 12 }, (_, index) => ({
      id: `m${index}`,
      title: `A headline that is longer than its column is wide, number ${index}`,
      when: { edtf: "2021-10-10/2022-02-04" },
      status: "alleged" as const,
      where: { name: "Cabo Delgado", lon: 1, lat: 1, precision: "settlement" as const },
    }));
    const table = recordTable(host, { store: createStore(many) });
    ends.push(() => table.destroy());
    await expect.poll(() => cutIn("[data-row] .ww-table-what span").length).toBe(12);
    const cell = host.querySelector("[data-row]>:nth-child(2)") as HTMLElement;
    const { left, right, top } = cell.getBoundingClientRect();
    const text = cell.firstChild as Text;
    const words = [...text.data.matchAll(/[^\s\u2013]+/g)].map(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return { word, box: range.getBoundingClientRect() };
    });
    const shown = words.filter(({ box }) => box.top < top + 12);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ box }) => box.left < left - 1 || box.right > right + 1)).toEqual([]);
    expect(shown.length).toBeLessThan(words.length);
  });

  it("brings a record into sight that is picked together with a filter, and keeps it there in a lower pane", async () => {
    const { store } = mount(400);
    const isSeen = (): boolean => {
      const view = host.querySelector(".ww-table-scroll")?.getBoundingClientRect();
      const line = host.querySelector(".ww-selected")?.getBoundingClientRect();
      return !!view && !!line && line.top >= view.top - 0.5 && line.bottom <= view.bottom + 0.5;
    };
    store.set({ source: "t", kind: "window", startMs: Date.UTC(2015, 0, 1), endMs: Date.UTC(2030, 0, 1) });
    store.select("m371");
    await expect.poll(isSeen).toBe(true);
    host.style.height = "190px";
    await frame();
    await expect.poll(isSeen).toBe(true);
    expect(host.querySelector<HTMLElement>(".ww-table-scroll")?.clientHeight).toBeLessThan(150);
  });

  it("keeps certain and possible records of a window apart, with their counts", async () => {
    const { store } = mount();
    store.set(january);
    await frame();
    const groups = [...host.querySelectorAll(".ww-group")].map((group) => group.textContent);
    const { certain, possible, shown } = store.count();
    expect(groups).toEqual([`In this window: ${certain}`, `Only possibly in this window: ${possible}`]);
    expect(titles()).toHaveLength(shown);
  });

  it("is one tab stop, and arrows, Home, End and Enter walk and select", async () => {
    const { store } = mount();
    expect(host.querySelectorAll("[role=grid] [tabindex='0']")).toHaveLength(1);
    host.querySelector<HTMLElement>("[role=grid] [tabindex='0']")?.focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect(store.state.selectedId).toBe("halted");
    await userEvent.keyboard("{End}{Enter}");
    expect(store.state.selectedId).toBe("pipes");
    await userEvent.keyboard("{Home}{ArrowDown}{ArrowRight}");
    expect(document.activeElement?.getAttribute("aria-colindex")).toBe("2");
    await userEvent.keyboard("{Enter}");
    expect(store.state.selectedId).toBe("leader");
    expect(host.querySelectorAll("[role=grid] [tabindex='0']")).toHaveLength(1);
  });

  it("shows the selection that another view made and brings it into sight", () => {
    const { store } = mount(5000);
    store.select("m4321");
    const row = host.querySelector("[aria-selected=true]");
    expect(row?.textContent).toContain("Record 4321");
  });

  it("puts a hundred thousand records into a few rows of the page", async () => {
    const { store } = mount(100_000);
    expect(host.querySelector("[role=grid]")?.getAttribute("aria-rowcount")).toBe("100002");
    expect(host.querySelectorAll("[data-row]").length).toBeLessThan(60);
    const grid = host.querySelector<HTMLElement>("[role=grid] [tabindex='0']");
    grid?.focus();
    await userEvent.keyboard("{End}");
    expect(document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("100002");
    expect(store.count().shown).toBe(100_000);
  });

  it("sorts by a heading with the keyboard, and turns round without moving the undated from the end", async () => {
    const { table } = mount();
    host.querySelector<HTMLElement>("[role=grid] [tabindex='0']")?.focus();
    await userEvent.keyboard("{ArrowUp}{Enter}");
    expect(table.state.sort).toEqual({ column: "what", descending: false });
    expect(titles()[0]).toBe("Advance halted");
    table.update({ sort: { column: "when", descending: true } });
    expect(titles().at(0)).toBe("Drones launched at the city");
    expect(titles().at(-1)).toBe("Attacks on pipelines");
  });

  it("says so when nothing passes the filters, and offers to clear them", async () => {
    const { store } = mount();
    store.set({ source: "search", kind: "text", text: "no such words" });
    await frame();
    expect(host.textContent).toContain("No record passes the filters.");
    host.querySelector<HTMLElement>(".ww-empty button")?.click();
    await frame();
    expect(titles()).toHaveLength(10);
  });

  it("sorts by several columns with Shift, by mouse and keyboard, and says their order", async () => {
    const { table } = mount();
    const head = (name: string): HTMLElement =>
      [...host.querySelectorAll<HTMLElement>("[role=columnheader]")].find((one) =>
        one.textContent?.startsWith(name),
      ) as HTMLElement;
    table.update({ columns: ["what", "when", "status"], sort: { column: "status", descending: false } });
    head("What").dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey: true }));
    head("What").focus();
    await userEvent.keyboard("{Shift>}{Enter}{/Shift}");
    expect(table.state.sorts).toEqual([
      { column: "status", descending: false },
      { column: "what", descending: true },
    ]);
    expect(titles().slice(0, 4)).toEqual([
      "Unrest",
      "Three attacks on two cities",
      "Drones launched at the city",
      "Advance halted",
    ]);
    expect(head("How told").getAttribute("aria-sort")).toBe("ascending");
    expect(head("What").getAttribute("aria-sort")).toBe("none");
    expect(head("What").textContent).toContain("sort key 2");
  });

  it("lets the reader choose the columns, and keeps one", async () => {
    const { table } = mount();
    const open = [...host.querySelectorAll<HTMLElement>("button")].find((one) => one.textContent === "Columns");
    open?.click();
    const boxes = [...host.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    for (const index of [1, 2, 6]) boxes[index]?.click();
    expect(table.state.columns).toEqual(["what", "country"]);
    expect(host.querySelector("[role=grid]")?.getAttribute("aria-colcount")).toBe("2");
    expect(host.textContent).toContain("United Arab Emirates");
    boxes[0]?.click();
    expect(boxes[6]?.disabled).toBe(true);
  });

  it("picks many with Ctrl and Shift, by mouse and keyboard, and copies them for a spreadsheet", async () => {
    const { store, table } = mount();
    store.replace([{ id: "f", title: "=1+1\tx", when: { edtf: "2020" } }, ...incidents]);
    await frame();
    expect(host.querySelector("[role=grid]")?.getAttribute("aria-multiselectable")).toBe("true");
    const lines = [...host.querySelectorAll<HTMLElement>("[data-row]")];
    lines[1]?.click();
    lines[3]?.dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey: true }));
    expect(host.querySelectorAll("[aria-selected=true]")).toHaveLength(3);
    lines[5]?.dispatchEvent(new MouseEvent("click", { bubbles: true, ctrlKey: true }));
    expect(host.textContent).toContain("Picked: 4");
    table.update({ columns: ["what", "id"] });
    const data = new DataTransfer();
    const copy = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
    host.querySelector("[role=gridcell]")?.dispatchEvent(copy);
    expect(data.getData("text/plain").split("\n").slice(0, 2)).toEqual(["What\tId", "'=1+1 x\tf"]);
    host.querySelector<HTMLElement>("[role=grid] [tabindex='0']")?.focus();
    await userEvent.keyboard("{Escape}");
    expect(host.textContent).not.toContain("Picked");
    await userEvent.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(host.textContent).toContain("Picked: ");
  });

  it("orders a hundred thousand records by their words in slices, and stays usable meanwhile", async () => {
    const { table } = mount(100_000);
    table.update({ sort: { column: "what", descending: true } });
    await expect.poll(() => host.querySelector("[role=grid]")?.getAttribute("aria-busy")).toBe("false");
    expect(titles()[0]).toBe("Record 99999");
  });

  it("leaves nothing when destroyed", () => {
    const sheets = document.adoptedStyleSheets.length;
    const { table } = mount();
    table.destroy();
    table.destroy();
    expect(host.childElementCount).toBe(0);
    expect(document.adoptedStyleSheets).toHaveLength(sheets);
  });
});
