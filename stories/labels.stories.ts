import type { Meta, StoryObj } from "@storybook/web-components-vite";
import type { Incident } from "@whenwhere/model";
import type { TimelineHandle } from "@whenwhere/timeline";
import { expect } from "storybook/test";
import { collectionOf, drawn, madeUpTitle, sheet, show } from "./collection.ts";

const meta: Meta = { title: "Timeline/Labels" };
export default meta;

/** Made up; every fifth tells how many were killed. */
const RECORDS: readonly Partial<Incident>[] = Array.from({ length: 54 }, (_, i): Partial<Incident> => {
  const category = ["attack", "strike", "arrest"][i % 3] as string;
  const day = new Date(Date.UTC(2022, 0, 4 + ((i * i * 17 + i * 53) % 330))).toISOString().slice(0, 10);
  const title = madeUpTitle(category, i);
  const best = 3 + ((i * 7) % 40);
  if (i % 5 !== 0) return { title, category, when: { edtf: day } };
  return { title: `${best} killed`, category, when: { edtf: day }, figures: [{ measure: "killed", best }] };
});

export const Priority: StoryObj = {
  name: "<ww-timeline label-priority=killed>",
  render: () =>
    sheet(
      "Whose words come first",
      "Where there is no room for all, the records with the greatest figure have theirs, after the one that is chosen.",
      '<ww-timeline src="…" label-priority="killed"></ww-timeline>',
      show("ww-timeline", collectionOf("Priority", RECORDS), { "label-priority": "killed", "height-px": "300" }),
    ),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector("ww-timeline") as ReturnType<typeof show>;
    await drawn(element);
    const { marks } = (element.handle as TimelineHandle).scene;
    await expect(marks.filter(({ label }) => label !== null).length).toBeGreaterThan(5);
  },
};

/** Titles in several scripts: words of each run its own way, and are cut between its letters. */
const TITLES = [
  "قصف السوق القديم في وسط المدينة (3 قتلى)",
  "התקפה על הכפר ליד הנהר",
  "गाँव पर रात में हमला, किसी ने ज़िम्मेदारी नहीं ली",
  "การโจมตีที่หมู่บ้านแห่งหนึ่งในคืนวันศุกร์",
  "တိုက်ခိုက်မှု မြို့နယ်အတွင်း",
  "市场遭炮击，三人死亡",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
];

export const Scripts: StoryObj = {
  name: "Titles in many scripts",
  render: () =>
    sheet(
      "Titles in many scripts",
      "Each runs its own way beside the reader's words, and is cut between its letters only.",
      "",
      show(
        "ww-timeline",
        collectionOf(
          "Scripts",
          TITLES.flatMap((title, i): Partial<Incident>[] => [
            { title, category: "attack", when: { edtf: `2022-0${i + 1}` } },
            { title, category: "strike", status: "alleged", when: { edtf: `2022-0${i + 1}-1${i}` } },
          ]),
        ),
        { "height-px": "330" },
      ),
    ),
  play: async ({ canvasElement }) => drawn(canvasElement.querySelector("ww-timeline") as HTMLElement),
};
