import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import type { Store } from "@whenwhere/store";
import { createWords } from "@whenwhere/view";
import { type PlayerHandle, player } from "@whenwhere/workspace";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { eventually } from "../eventually.ts";
import { decodedGif, savedFiles } from "./run-fixture.ts";

const RECORDS = Array.from({ length: 6 }, (_, month) => ({
  id: `m${month + 1}`,
  title: `Month ${month + 1}`,
  category: "attack",
  when: { edtf: `2022-0${month + 1}-15` },
  where: { name: "Gao", lon: -0.05 + month, lat: 16.27, precision: "exact" as const },
}));
const collection = { whenwhere: 1, title: "Half a year", incidents: RECORDS } as const;

beforeAll(() => defineElements());
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function put(tag: string, attributes: Readonly<Record<string, string>> = {}): WhenWhereElement {
  const element = document.createElement(tag) as WhenWhereElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

/** A player, and a map of its group that has its picture. */
async function beside(attributes: Readonly<Record<string, string>> = {}) {
  const run = put("ww-player", { step: "month", fps: "16", ...attributes });
  const map = put("ww-map", { projection: "flat", header: "none" });
  map.style.cssText = "display:block;width:240px;height:160px;min-block-size:0";
  map.collection = collection;
  await eventually(() =>
    expect(map.shadowRoot?.querySelector(".ww-map-layer:not(.ww-map-coming) canvas")).toBeTruthy(),
  );
  await eventually(() => expect(run.handle).not.toBeNull());
  return { root: run.shadowRoot as ShadowRoot, handle: run.handle as PlayerHandle, store: run.store as Store, map };
}

const button = (root: ParentNode, text: string) =>
  [...root.querySelectorAll("button")].find(({ textContent }) => textContent === text) as HTMLButtonElement;
const strip = (root: ParentNode) => root.querySelector(".ww-player-run") as HTMLElement;

async function opened(root: ParentNode): Promise<HTMLElement> {
  await eventually(() => expect(button(root, "Save run").hidden).toBe(false));
  button(root, "Save run").click();
  // Its program is loaded when it is first asked for.
  await eventually(() => expect(strip(root).querySelector("select")).not.toBeNull());
  return strip(root);
}

it("beside a map a player offers its own run as a GIF: its mode, its steps, its speed, and the window stands as before", async () => {
  const files = savedFiles();
  const { root, handle, store } = await beside({ mode: "trail", width: "2" });
  handle.seekFrame(3);
  const clauses = store.state.clauses;
  const form = await opened(root);
  expect(form.querySelector("[aria-pressed=true]:last-child")?.textContent).toBe("Trail");
  expect([...form.querySelectorAll("select")].map(({ value }) => value)).toEqual(["month", "16"]);
  const windows: unknown[] = [];
  const undo = store.on("filter", ({ clauses: { timeline } }) => windows.push(timeline));
  button(form, "Make the file").click();
  await eventually(() => expect(files).toHaveLength(1));
  expect(files[0]?.name).toBe("half-a-year.gif");
  expect(await decodedGif(files[0]?.blob as Promise<Blob>)).toMatchObject({ frames: 6 });
  await eventually(() => expect(form.textContent).toContain("The run is saved as half-a-year.gif"));
  undo();
  const month = (index: number) => Date.UTC(2022, index);
  expect(windows).toContainEqual(expect.objectContaining({ startMs: month(3), endMs: month(5), fade: true }));
  expect(store.state.clauses).toEqual(clauses);
});

it("Esc ends a run that is being taken, closes the strip and gives the focus back; no file is made", async () => {
  const files = savedFiles();
  const { root, store } = await beside();
  const form = await opened(root);
  button(form, "Make the file").click();
  expect(root.activeElement?.textContent).toBe("Cancel");
  root.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
  expect(form.hidden).toBe(true);
  expect(root.activeElement).toBe(button(root, "Save run"));
  expect(button(root, "Save run").getAttribute("aria-expanded")).toBe("false");
  await eventually(() => expect(store.state.clauses).toEqual({}));
  expect(files).toEqual([]);
});

it("offers nothing without a map, when its page says so, and once the map is gone", async () => {
  const host = document.createElement("div");
  document.body.append(host);
  const { store, root, map, handle } = await beside();
  const alone = player(host, { store, words: createWords("en") });
  expect(button(host, "Save run").hidden).toBe(true);
  alone.destroy();
  await opened(root);
  map.remove();
  handle.update({ fps: 2 });
  expect(button(root, "Save run").hidden).toBe(true);
  expect(strip(root).hidden).toBe(true);
  document.body.replaceChildren();
  const off = await beside({ save: "off" });
  expect(button(off.root, "Save run").hidden).toBe(true);
});
