import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Incident } from "@whenwhere/model";
import type { TimelineHandle, TimelineOptions } from "@whenwhere/timeline";
import { expect, waitFor } from "storybook/test";
import { collectionOf, drawn, madeUpTitle, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Timeline/Eras, annotations, links" };
export default meta;

/** Made up; the third of each four is known to the month only, and some are told to follow from others. */
const RECORDS: readonly Partial<Incident>[] = Array.from({ length: 18 }, (_, i): Partial<Incident> => {
  const day = new Date(Date.UTC(2022, 0, 4 + ((i * 41) % 330))).toISOString().slice(0, 10);
  const category = ["attack", "strike", "arrest"][i % 3] as string;
  return {
    title: madeUpTitle(category, i),
    category,
    when: { edtf: i % 4 === 2 ? day.slice(0, 7) : day },
    ...(i % 5 === 0 ? { status: "alleged" as const } : {}),
    ...(i % 3 === 1 ? { relations: [{ type: "causes" as const, to: `record-${((i * 7) % 18) + 1}` }] } : {}),
  };
});

const OVERLAYS: Partial<TimelineOptions> = {
  eras: [
    { when: "2022-02~/2022-05", label: "Rains and floods" },
    { when: "2022-09-01/..", label: "Curfew" },
  ],
  annotations: [
    { when: "2022-06-20", label: "Ceasefire signed", note: "Broken after two days." },
    { when: "2022-07", label: "Talks", lane: "strike" },
  ],
};

export const Eras: StoryObj = {
  name: "Eras, annotations and the present",
  render: () =>
    sheet(
      "Eras, annotations and the present",
      "Their edges are those of their dates: one fades in, one runs on. The present stands where the page says.",
      'timeline(target, { eras, annotations }) <ww-timeline now="2022-11-03">',
      show("ww-timeline", collectionOf("Eras", RECORDS), { now: "2022-11-03" }),
    ),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector("ww-timeline") as ReturnType<typeof show>;
    await drawn(element);
    const handle = element.handle as TimelineHandle;
    handle.update(OVERLAYS);
    await waitFor(() => expect(handle.scene.notes).toHaveLength(5));
    await expect(handle.scene.notes.map(({ kind }) => kind)).toContain("now");
  },
};

export const Links: StoryObj = {
  name: "<ww-timeline links=all>",
  render: () =>
    sheet(
      "Links",
      "Ties between records as arrows, dashed where an end is only alleged. The count line says how many are drawn.",
      '<ww-timeline src="…" links="all"></ww-timeline>',
      show("ww-timeline", collectionOf("Links", RECORDS), { links: "all" }),
    ),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector("ww-timeline") as ReturnType<typeof show>;
    await drawn(element);
    const { arrows } = (element.handle as TimelineHandle).scene.links;
    await expect(arrows.length).toBeGreaterThan(2);
    await expect(element.shadowRoot?.querySelector(".ww-tl-foot")?.textContent).toContain(String(arrows.length));
  },
};
