import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { expect, waitFor } from "storybook/test";
import { collectionOf, drawn, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Elements/States" };
export default meta;

function fromText(text: string): HTMLElement {
  const element = document.createElement("ww-timeline");
  const script = document.createElement("script");
  script.type = "application/json";
  script.textContent = text;
  element.append(script);
  return element;
}

function failing(name: string, says: string, text: string, word: RegExp): StoryObj {
  return {
    name,
    render: () => sheet(name, says, text.slice(0, 120), fromText(text)),
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector("ww-timeline") as HTMLElement;
      await waitFor(() => expect(element.shadowRoot?.querySelector('[role="alert"]')?.textContent).toMatch(word));
    },
  };
}

export const Waiting: StoryObj = {
  render: () =>
    sheet(
      "Waiting",
      "An element without data waits for one of its group.",
      "<ww-timeline></ww-timeline>",
      show("ww-timeline", null),
    ),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector("ww-timeline") as HTMLElement;
    await expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent).not.toBe("");
  },
};

export const InvalidJson: StoryObj = failing(
  "Invalid JSON",
  "The message names the place of the mistake.",
  '{"whenwhere": 1, "incidents": [{]}',
  /JSON/i,
);
export const HtmlInstead: StoryObj = failing(
  "HTML instead of data",
  "A server's error page is not data.",
  "<!doctype html><title>404</title>",
  /HTML/i,
);
export const NoUsableRow: StoryObj = failing(
  "No usable row",
  "Rows without title, date or place.",
  '[{"x": 1}, {"y": 2}]',
  /./,
);

export const OneRecord: StoryObj = {
  render: () =>
    sheet(
      "One record",
      "",
      "",
      show("ww-timeline", collectionOf("One", [{ category: "attack", when: { edtf: "2022-02-02" } }])),
    ),
  play: async ({ canvasElement }) => drawn(canvasElement.querySelector("ww-timeline") as HTMLElement),
};

export const HostileText: StoryObj = {
  render: () =>
    sheet(
      "Hostile text",
      "Text is text.",
      "",
      show(
        "ww-table",
        collectionOf("Hostile", [
          {
            title: '<img src=x onerror="globalThis.hurt = true">',
            category: "<b>x</b>",
            when: { edtf: "2022-02-02" },
            where: { name: "javascript:alert(1)" },
          },
          { title: `${"\u202e"}right to left override ${"a".repeat(400)}`, when: { edtf: "2022" } },
        ]),
      ),
    ),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector("ww-table") as HTMLElement;
    await drawn(element);
    await expect(element.shadowRoot?.querySelector("img")).toBeNull();
    await expect(Reflect.get(globalThis, "hurt")).toBeUndefined();
  },
};

/** Seeded, so that the picture is the same every time. */
function crowd(length: number) {
  let seed = 7;
  const next = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  return Array.from({ length }, (_, index) => ({
    title: `Event ${index + 1}`,
    category: ["attack", "strike", "arrest", "exercise"][Math.floor(next() * 4)] as string,
    when: {
      edtf: new Date(Date.UTC(2015, 0, 1) + next() ** 2 * 8 * 365 * 86_400_000)
        .toISOString()
        .slice(0, next() < 0.8 ? 10 : 7),
    },
    where: {
      name: "somewhere",
      lon: 40 + next() * 15,
      lat: 12 + next() * 20,
      precision: "settlement" as const,
      radiusM: 5000,
      basis: "codebook" as const,
    },
  }));
}

export const Crowded: StoryObj = {
  name: "Twenty thousand records",
  render: () =>
    sheet(
      "Twenty thousand records",
      "What is too close to draw is counted; the counts always add up.",
      "",
      show("ww-timeline", collectionOf("Crowd", crowd(20_000))),
    ),
  play: async ({ canvasElement }) => drawn(canvasElement.querySelector("ww-timeline") as HTMLElement),
};
