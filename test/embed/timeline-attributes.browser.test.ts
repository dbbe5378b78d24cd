import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import type { TimelineHandle } from "@whenwhere/timeline";
import { createWords, timelineTexts } from "@whenwhere/view";
import type { WorkspaceHandle } from "@whenwhere/workspace";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../eventually.ts";
import { record } from "../timeline/fixtures.ts";

const RECORDS = [
  record(
    "a",
    { edtf: "2022-01-10T21:00:00Z" },
    { kind: "raid", where: { name: "Kidal", country: "ML", admin1: "Kidal" } },
  ),
  record("b", { edtf: "2022-01-20" }, { kind: "raid", where: { name: "Gao", country: "ML", admin1: "Gao" } }),
  record("c", { edtf: "2022-02-20" }, { kind: "siege", where: { name: "Diffa", country: "NE", admin1: "Diffa" } }),
];
const collection = { whenwhere: 1, title: "Three", incidents: RECORDS } as const;

beforeAll(() => defineElements());
afterEach(() => document.body.replaceChildren());

function put(tag: string, attributes: Readonly<Record<string, string>>): WhenWhereElement {
  const element = document.createElement(tag) as WhenWhereElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.collection = collection;
  document.body.append(element);
  return element;
}

async function mount(tag: string, attributes: Readonly<Record<string, string>>) {
  const element = put(tag, attributes);
  await eventually(() => expect(element.handle).not.toBeNull());
  return element;
}

async function timelineOf(attributes: Readonly<Record<string, string>>) {
  const element = await mount("ww-timeline", attributes);
  return { element, handle: element.handle as TimelineHandle };
}

describe("attributes of <ww-timeline>", () => {
  it("lane takes several fields, and collapsed closes groups by name", async () => {
    const { handle } = await timelineOf({ lane: "country  admin1", collapsed: "ML" });
    expect(handle.state).toMatchObject({ lane: ["country", "admin1"], collapsed: ["ML"] });
    expect(handle.scene.heads.map(({ name, open }) => [name, open])).toEqual([
      ["Mali", false],
      ["Niger", true],
      ["Diffa", null],
    ]);
  });

  it("lanes gives the reader a choice of fields", async () => {
    const { element } = await timelineOf({ lanes: "category country" });
    const options = [...(element.shadowRoot?.querySelectorAll(".ww-tl-select option") ?? [])];
    expect(options.map((option) => option.textContent)).toEqual(["category", "country"]);
  });

  it("eras and annotations are EDTF dates with labels", async () => {
    const { handle } = await timelineOf({
      eras: "2022-01-05/2022-01-25~ Rainy season; 2022-02 A truce",
      annotations: "2022-01-15 First talks",
    });
    expect(handle.scene.notes.map(({ kind, label }) => [kind, label])).toEqual([
      ["era", "Rainy season"],
      ["era", "A truce"],
      ["annotation", "First talks"],
    ]);
  });

  it("zone and calendars shape the axis", async () => {
    const { handle } = await timelineOf({ zone: "Asia/Tehran", calendars: "gregory persian" });
    expect(handle.scene.axis.lines.map((line) => line.calendar)).toEqual(["persian"]);
    handle.fit({ startMs: Date.UTC(2022, 0, 10), endMs: Date.UTC(2022, 0, 12) });
    await eventually(() => expect(handle.scene.axis.zone).toContain("Asia/Tehran"));
  });

  it("orientation lets time run downward", async () => {
    const { handle } = await timelineOf({ orientation: "vertical" });
    await eventually(() => expect(handle.scene.orientation).toBe("vertical"));
  });

  it("overview, header and footer can be left off", async () => {
    const { element, handle } = await timelineOf({ overview: "off", header: "off", footer: "off" });
    expect(handle.scene.overview).toBeNull();
    for (const part of [".ww-head", ".ww-tl-foot"]) {
      expect(element.shadowRoot?.querySelector<HTMLElement>(part)?.hidden, part).toBe(true);
    }
  });

  it.each([
    ["links", "some", "Use one of selected, all, none."],
    ["height-px", "300px", "Use a number."],
  ])("refuses what an option does not take, and names what it does: %s", async (name, value, hint) => {
    const element = document.createElement("ww-timeline") as WhenWhereElement;
    const told = new Promise<CustomEvent<Error>>((resolve) => {
      element.addEventListener("ww-error", (event) => resolve(event as CustomEvent<Error>), { once: true });
    });
    element.setAttribute(name, value);
    element.collection = collection;
    document.body.append(element);
    expect((await told).detail).toMatchObject({
      code: "timeline/option-unknown",
      message: expect.stringContaining(`"${value}"`),
      hint,
    });
  });
});

describe("attributes of <when-where>", () => {
  it("reach its timeline", async () => {
    const element = await mount("when-where", {
      lane: "country admin1",
      collapsed: "all",
      histogram: "",
      zone: "Africa/Bamako",
      calendars: "gregory islamic-umalqura",
      eras: "2022-01-05/2022-01-25 Rainy season",
      now: "2022-02-01",
      links: "all",
    });
    await (element.handle as WorkspaceHandle).ready;
    const inside = element.shadowRoot?.querySelector(".ww-timeline") as HTMLElement;
    const names = [...inside.querySelectorAll(".ww-tl-lane-name")].map((node) => node.textContent);
    expect(names).toEqual(["Mali", "Niger", createWords("en").withTexts(timelineTexts).t("timeline.histogram")]);
  });

  it("reach its map, which refuses a view of the world that it does not have", async () => {
    const told = async (worldview: string): Promise<string> => {
      const element = put("when-where", { worldview, projection: "flat" });
      const error = () => element.shadowRoot?.querySelector(".ww-error");
      await eventually(() => expect(element.handle !== null || error() != null).toBe(true));
      await (element.handle as WorkspaceHandle | null)?.ready;
      return error()?.textContent ?? "";
    };
    expect(await told("mine")).toContain("mine");
    expect(await told("undisputed")).toBe("");
  });

  it("are those of <ww-timeline>, but for those that its layout decides", () => {
    const observed = (tag: string): readonly string[] =>
      (customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes;
    const missing = observed("ww-timeline").filter((name) => !observed("when-where").includes(name));
    expect(missing).toEqual(["height-px", "size", "overview", "header", "footer"]);
  });
});
