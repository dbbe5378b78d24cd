import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import type { Store } from "@whenwhere/store";
import { type WorkspaceHandle, type WorkspaceOptions, workspace } from "@whenwhere/workspace";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../eventually.ts";
import { record } from "../timeline/fixtures.ts";

const RECORDS = Array.from({ length: 12 }, (_, i) =>
  record(`r${i}`, { edtf: "2022-01-10" }, { where: { name: "Kidal", lon: 1.4 + i / 1000, lat: 18.4, country: "ML" } }),
);
const collection = { whenwhere: 1, title: "Twelve", incidents: RECORDS } as const;
const CAMERA = { lon: 20, lat: 10, zoom: 5 } as const;

beforeAll(() => defineElements());
afterEach(() => document.body.replaceChildren());

function put(attributes: Readonly<Record<string, string>>): WhenWhereElement {
  const element = document.createElement("when-where") as WhenWhereElement;
  for (const [name, value] of Object.entries({ projection: "flat", fragment: "none", ...attributes }))
    element.setAttribute(name, value);
  element.collection = collection;
  document.body.append(element);
  return element;
}

async function mount(attributes: Readonly<Record<string, string>>) {
  const element = put(attributes);
  await eventually(() => expect(element.handle).not.toBeNull());
  const handle = element.handle as WorkspaceHandle;
  await handle.ready;
  const root = element.shadowRoot as ShadowRoot;
  return { root, store: handle.store as Store };
}

const drawn = (root: ParentNode) =>
  eventually(() => expect(root.querySelector(".ww-map-layer:not(.ww-map-coming) canvas")).not.toBeNull());

async function made(options: Partial<WorkspaceOptions>) {
  const host = document.createElement("main");
  document.body.append(host);
  const handle = workspace(host, { collection, fragment: false, projection: "flat", ...options });
  await handle.ready;
  host.querySelector(".ww-map")?.scrollIntoView();
  await drawn(host);
  return { host, handle };
}

describe("attributes of <when-where> for its map", () => {
  it("are those of <ww-map>, but for the line above it, which the layout decides", () => {
    const observed = (tag: string): readonly string[] =>
      (customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes;
    expect(observed("ww-map").filter((name) => !observed("when-where").includes(name))).toEqual(["header"]);
  });

  it("reach the map: tools, borders, gestures and more credit", async () => {
    const { root } = await mount({
      ...{ tools: "reset locate", worldview: "none", attribution: "Our desk", "cooperative-gestures": "off" },
    });
    // The map says whose borders it draws, and whose ground it has, when that is there.
    root.querySelector(".ww-map")?.scrollIntoView();
    await drawn(root);
    await eventually(() => expect(root.querySelector(".ww-map-credit")?.textContent).toContain("without borders"));
    expect(root.querySelectorAll(".ww-map-tools > button:not([hidden])")).toHaveLength(2);
    expect(root.querySelector(".ww-map-hands")?.classList).toContain("ww-moves");
    // It is said once, by the page around the map.
    const credits = () =>
      [...root.querySelectorAll(".ww-attribution")].map(({ shadowRoot }) => shadowRoot?.textContent);
    await eventually(() => expect(credits().join()).toContain("Our desk"));
  });

  it("reach the map: a surface in place of glyphs", async () => {
    const { root } = await mount({ density: "hexbin" });
    root.querySelector(".ww-map")?.scrollIntoView();
    await drawn(root);
    await eventually(() => expect(root.querySelector<HTMLElement>(".ww-map-legend")?.hidden).toBe(false));
  });

  it.each(["projection", "worldview", "detail", "points", "density", "popup", "tools"])(
    "%s is refused in words where it is none of the option's",
    async (name) => {
      const { shadowRoot } = put({ [name]: "nonsense" });
      await eventually(() => expect(shadowRoot?.querySelector(".ww-error")?.textContent).toContain("nonsense"));
    },
  );
});

describe("the option `map` of a workspace", () => {
  it("says where to look, unless the store has a camera", async () => {
    const first = await made({ map: { camera: CAMERA } });
    const svg = () => first.host.querySelector(".ww-map-scale")?.textContent;
    await eventually(() => expect(svg()).toContain("10°"));
    first.handle.destroy();
    const { createStore } = await import("@whenwhere/store");
    const store = createStore(RECORDS);
    store.setCamera({ lon: 1, lat: 18, zoom: 6 });
    const second = await made({ store, map: { camera: CAMERA } });
    await eventually(() => expect(second.host.querySelector(".ww-map-scale")?.textContent).toContain("20°"));
    second.handle.destroy();
    store.destroy();
  });

  it("wins over the line that the layout has, and keeps it when the layout changes", async () => {
    const { host, handle } = await made({ map: { header: "counts" } });
    const note = () => host.querySelector(".ww-map .ww-head-note")?.textContent ?? "";
    await eventually(() => expect(note()).toContain("12"));
    host.style.width = "380px";
    await eventually(() => expect(host.querySelector("[data-layout=phone]")).not.toBeNull());
    expect(host.querySelector<HTMLElement>(".ww-map-head")?.hidden).toBe(false);
    handle.destroy();
  });
});
