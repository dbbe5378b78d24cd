import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import type { TimelineHandle } from "@whenwhere/timeline";
import { afterEach, beforeAll, expect, it } from "vitest";
import { eventually } from "../eventually.ts";
import { record } from "./fixtures.ts";

const RECORDS = [
  record("a", { edtf: "2022-01-10" }),
  record("b", { edtf: "2022-01-20" }, { relations: [{ type: "follows", to: "a" }] }),
  record("c", { edtf: "2022-02-20" }),
];

beforeAll(() => defineElements());
afterEach(() => document.body.replaceChildren());

async function mount(attributes: Readonly<Record<string, string>>) {
  const element = document.createElement("ww-timeline") as WhenWhereElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.collection = { whenwhere: 1, title: "Three", incidents: RECORDS };
  document.body.append(element);
  await eventually(() => expect(element.handle).not.toBeNull());
  return { element, handle: element.handle as TimelineHandle };
}

it("size=sparkline makes the element 60 pixels high", async () => {
  const { element, handle } = await mount({ size: "sparkline" });
  await eventually(() => expect(element.getBoundingClientRect().height).toBe(60));
  expect(handle.scene.counts).toMatchObject({ shown: 3, drawn: 0, folded: 3 });
});

it("now is a line at the given instant, or at the reader's present when the attribute is empty", async () => {
  const { handle } = await mount({ now: "2022-02-01" });
  expect(handle.scene.notes.map(({ kind }) => kind)).toEqual(["now"]);
  const empty = await mount({ now: "" });
  const nowMs = Date.now();
  empty.handle.fit({ startMs: nowMs - 86_400_000 * 30, endMs: nowMs + 86_400_000 * 30 });
  await eventually(() => expect(empty.handle.scene.notes.map(({ kind }) => kind)).toEqual(["now"]));
});

it("links says which ties are drawn", async () => {
  expect((await mount({})).handle.scene.links.arrows).toHaveLength(0);
  expect((await mount({ links: "all" })).handle.scene.links.arrows).toHaveLength(1);
});
