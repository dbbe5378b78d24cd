import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { expect, waitFor } from "storybook/test";
import { collectionOf, drawn, madeUpTitle, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Map/Ground" };
export default meta;

const PLACES = [
  ["Gao", -0.04, 16.27, "exact"],
  ["Kidal", 1.4, 18.44, "exact"],
  ["Ménaka", 2.4, 15.92, "settlement"],
  ["Timbuktu", -3, 16.77, "settlement"],
] as const;

function records() {
  const placed = PLACES.map(([name, lon, lat, precision], i) => ({
    title: madeUpTitle("attack", i),
    category: i % 2 === 0 ? "attack" : "arrest",
    when: { edtf: `2022-0${i + 1}-1${i}` },
    where: { name, lon, lat, precision },
  }));
  const somewhere = { name: "Mopti", precision: "province" as const, country: "ML", admin1: "Mopti" };
  return [
    ...placed,
    { title: madeUpTitle("strike", 4), category: "strike", when: { edtf: "2022-06" }, where: somewhere },
  ];
}

/** Squares of a survey: a ground that is nobody's, so that none is asked for. */
function surveyStyle(colors: Readonly<Record<"sheet" | "line", string>>) {
  const lines = Array.from({ length: 121 }, (_, i) => [
    [
      [i - 60, -60],
      [i - 60, 60],
    ],
    [
      [-60, i - 60],
      [60, i - 60],
    ],
  ]).flat();
  const data = { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: lines } };
  return {
    version: 8,
    sources: { sheets: { type: "geojson", data, attribution: "Sheets of a survey that is made up" } },
    layers: [
      { id: "paper", type: "background", paint: { "background-color": colors.sheet } },
      { id: "sheets", type: "line", source: "sheets", paint: { "line-color": colors.line, "line-width": 1 } },
    ],
  };
}

const addressOf = (style: object) => `data:application/json,${encodeURIComponent(JSON.stringify(style))}`;

export const OfThePage: StoryObj = {
  name: "A ground of the page's own",
  render: () => {
    const light = surveyStyle({ sheet: "#f4efe2", line: "#d9cfb6" });
    const dark = surveyStyle({ sheet: "#22262b", line: "#3a4149" });
    const basemap = `${addressOf(light)} ${addressOf(dark)}`;
    const map = show("ww-map", collectionOf("A ground of the page's own", records()), { basemap });
    map.style.cssText = "display:block;block-size:460px";
    return sheet(
      "A ground of the page's own",
      "Any MapLibre style or PMTiles file lies below the records, with its attribution as text.",
      '<ww-map basemap="light.json dark.json"></ww-map>',
      map,
    );
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector("ww-map") as HTMLElement;
    await drawn(element);
    const credit = () => element.shadowRoot?.querySelector(".ww-map-credit")?.textContent;
    await waitFor(() => expect(credit()).toContain("Sheets of a survey"));
  },
};
