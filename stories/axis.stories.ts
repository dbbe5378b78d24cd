import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Incident } from "@whenwhere/model";
import { expect } from "storybook/test";
import { collectionOf, drawn, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Timeline/Axis" };
export default meta;

/** Two nights about the change of the clocks in Kyiv; made up to show the axis. */
const NIGHTS: readonly Partial<Incident>[] = [
  { title: "Sirens", category: "attack", when: { edtf: "2022-03-27T04:30", zone: "Europe/Kyiv" } },
  { title: "Call from Dubai", category: "statement", when: { edtf: "2022-03-26T22:30", zone: "Asia/Dubai" } },
  { title: "Some hour of the Sunday", category: "strike", when: { edtf: "2022-03-27" } },
  { title: "The Monday after", category: "strike", when: { edtf: "2022-03-28" } },
];

const SPRING: readonly Partial<Incident>[] = [
  { title: "Spring", category: "unrest", when: { edtf: "2022-21" } },
  { title: "New year's day", category: "unrest", when: { edtf: "2022-03-21" } },
  { title: "Once in April", category: "arrest", when: { edtf: "2022-04" } },
];

function axis(
  name: string,
  says: string,
  from: { records: readonly Partial<Incident>[]; attributes: Readonly<Record<string, string>> },
): StoryObj {
  const { records, attributes } = from;
  const code = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return {
    name,
    render: () =>
      sheet(
        name,
        says,
        `<ww-timeline src="…"${code.join("")}></ww-timeline>`,
        show("ww-timeline", collectionOf(name, records), attributes),
      ),
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector("ww-timeline") as HTMLElement;
      await drawn(element);
      await expect(element.shadowRoot?.querySelector("canvas")).toBeTruthy();
    },
  };
}

export const Zone: StoryObj = axis(
  "A zone, and the night when its clocks change",
  "Hours are those of Kyiv; the Sunday has 23 of them, and the axis says so. Days stay days: they run from midnight to midnight of the axis in any zone. A tooltip tells a time by the clock of the place and by the reader's.",
  { records: NIGHTS, attributes: { zone: "Europe/Kyiv" } },
);

export const ReadersZone: StoryObj = axis(
  "The same, by a clock in Los Angeles",
  "Times of day have moved, the two days have not.",
  { records: NIGHTS, attributes: { zone: "America/Los_Angeles" } },
);

export const TwoCalendars: StoryObj = axis("Two calendars at once", "Solar Hijri months under the Gregorian weeks.", {
  records: SPRING,
  attributes: { calendars: "gregory persian" },
});

export const ThreeCalendars: StoryObj = axis(
  "Three calendars, right to left",
  "Umm al-Qura and Hebrew months, in Arabic.",
  { records: SPRING, attributes: { calendars: "gregory islamic-umalqura hebrew", lang: "ar" } },
);
