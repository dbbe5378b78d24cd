import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import type { IncidentMapHandle } from "@whenwhere/map";
import { afterEach, beforeAll, expect, it } from "vitest";
import { eventually } from "../../eventually.ts";
import { INCIDENTS } from "./map-fixture.ts";

beforeAll(() => defineElements());
afterEach(() => document.body.replaceChildren());

function put(attributes: Readonly<Record<string, string>>): WhenWhereElement {
  const element = document.createElement("ww-map") as WhenWhereElement;
  element.style.cssText = "width:640px;height:400px";
  for (const [name, value] of Object.entries({ projection: "flat", ...attributes })) element.setAttribute(name, value);
  element.collection = { whenwhere: 1, title: "Some", incidents: [...INCIDENTS] };
  document.body.append(element);
  return element;
}

async function mount(attributes: Readonly<Record<string, string>>) {
  const element = put(attributes);
  await eventually(() => expect((element.handle as IncidentMapHandle | null)?.state.ground).toBe("flat"));
  return { map: element.handle as IncidentMapHandle, root: element.shadowRoot as ShadowRoot };
}

it.each([
  ["de-facto", "disputed dashed", true],
  ["undisputed", "disputed borders left out", false],
  ["none", "without borders", false],
] as const)("worldview=%s is drawn, and said in the credit", async (worldview, credit, dashed) => {
  const { map, root } = await mount({ worldview, camera: "76 34 4" });
  expect(root.querySelector(".ww-map-credit")?.textContent).toContain(credit);
  const svg = map.toSVG();
  expect(svg).toContain(credit);
  expect(/<path d="M[^"]*"[^>]*stroke-dasharray="3 2.5"/.test(svg)).toBe(dashed);
});

it("basemap is the address of a ground, or one for light and one for dark", async () => {
  const styleOf = (color: string) => {
    const layers = [{ id: "all", type: "background", paint: { "background-color": color } }];
    return `data:application/json,${encodeURIComponent(JSON.stringify({ version: 8, sources: {}, layers }))}`;
  };
  const colorOf = async (attributes: Readonly<Record<string, string>>) => {
    const element = put({ projection: "mercator", camera: "-140 0 3", ...attributes });
    await eventually(() => expect((element.handle as IncidentMapHandle | null)?.state.ground).toBe("webgl"));
    const bitmap = await createImageBitmap(await (element.handle as IncidentMapHandle).toPNG({ scale: 1 }));
    const context = new OffscreenCanvas(640, 400).getContext("2d") as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    element.remove();
    return [...context.getImageData(320, 200, 1, 1).data].slice(0, 3).join(" ");
  };
  expect(await colorOf({ basemap: styleOf("#204060") })).toBe("32 64 96");
  const both = `${styleOf("#e0e0d0")} ${styleOf("#102030")}`;
  expect(await colorOf({ basemap: both, theme: "light" })).toBe("224 224 208");
  expect(await colorOf({ basemap: both, theme: "dark" })).toBe("16 32 48");
});

it("camera is longitude, latitude and zoom; none is all records", async () => {
  const { map } = await mount({ camera: "20, 10, 5" });
  expect(map.state.camera).toEqual({ lon: 20, lat: 10, zoom: 5 });
  const all = await mount({ camera: " " });
  expect(all.map.state.camera?.lon).toBeGreaterThan(30);
});

it("header, attribution and popup bear the names of the options", async () => {
  const { map, root } = await mount({ header: "hint", attribution: "Our desk", popup: "never" });
  expect(root.querySelector(".ww-head-note")?.textContent).toContain("hatched");
  expect(map.toSVG()).toContain("Our desk");
});

it("cooperative-gestures=off gives one finger to the map", async () => {
  const off = await mount({ "cooperative-gestures": "off" });
  expect(off.root.querySelector(".ww-map-hands")?.classList).toContain("ww-moves");
  const on = await mount({ "cooperative-gestures": "" });
  expect(on.root.querySelector(".ww-map-hands")?.classList).not.toContain("ww-moves");
});

it("a word that an option does not know is refused with those that it does", async () => {
  for (const [name, value, expected] of [
    ["worldview", "ours", "undisputed"],
    ["detail", "10m", "110m"],
    ["popup", "sometimes", "several"],
    ["camera", "20 10", "zoom"],
    ["tools", "reset teleport", "locate"],
  ] as const) {
    const element = put({ [name]: value });
    await eventually(() => {
      const said = element.shadowRoot?.querySelector('[role="alert"]')?.textContent ?? "";
      expect(said).toContain(expected);
    });
  }
});
