import type { Incident } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import type { LabelPriority, TimelineScene, TimeMark } from "@whenwhere/timeline";
import { arabic, createWords, fixedTextMetrics } from "@whenwhere/view/pure";
import { describe, expect, it, test } from "vitest";
import { createSceneKept } from "../../packages/timeline/src/scene/scene-kept.ts";
import { record, sceneOf, sceneOfStore, WINTER } from "./fixtures.ts";

const DAY_MS = 86_400_000;
const day = (offset: number): string => new Date(Date.UTC(2022, 0, 1) + offset * DAY_MS).toISOString().slice(0, 10);
const labelled = (scene: TimelineScene): string[] => scene.marks.flatMap((mark) => (mark.label ? [mark.id] : []));

/** Seven marks on each of eight days, of which some have room for words; of one lane, low, so that no lines are opened for words. */
function crowd(more: (i: number) => Partial<Incident> = () => ({})): Incident[] {
  return Array.from({ length: 56 }, (_, i) =>
    record(`r${i}`, { edtf: day(1 + ((i * 7) % 56)) }, { title: `Raid ${i}`, ...more(i) }),
  );
}

function crowded(incidents: readonly Incident[], labelPriority?: LabelPriority) {
  return sceneOf(incidents, {
    heightPx: 134,
    overview: null,
    ...(labelPriority === undefined ? {} : { labelPriority }),
  });
}

describe("where there is no room for all words", () => {
  it("the greater number of a measure, a field or a function comes first, and what has none comes last", () => {
    const figures = (i: number): Partial<Incident> =>
      i % 4 === 0 ? { figures: [{ measure: "killed", best: i }] } : { extra: { weight: String(i) } };
    const incidents = crowd(figures);
    const plain = labelled(crowded(incidents));
    expect(plain.length).toBeGreaterThan(5);
    expect(plain.length).toBeLessThan(incidents.length);
    const killed = (id: string): number => Number(id.slice(1)) % 4;
    const byKilled = labelled(crowded(incidents, "killed"));
    const told = (ids: readonly string[]): number => ids.filter((id) => killed(id) === 0).length;
    expect(told(byKilled)).toBeGreaterThan(told(plain));
    const byWeight = labelled(crowded(incidents, "weight"));
    expect(told(byWeight)).toBeLessThan(told(byKilled));
    const by = (incident: Incident): number | null => incident.figures?.[0]?.best ?? null;
    expect(labelled(crowded(incidents, by))).toEqual(byKilled);
  });

  it("a function is asked once for each record", () => {
    const store = createStore(crowd());
    const asked: number[] = [];
    const labelPriorities = new Map<number, number>();
    const labelPriority = (_: Incident, row: number): number => asked.push(row);
    for (const _ of [1, 2, 3]) sceneOfStore(store, { heightPx: 150, overview: null, labelPriority, labelPriorities });
    expect(asked.length).toBe(new Set(asked).size);
  });

  it("words of a mark move no mark", () => {
    const incidents = crowd((i) => ({ extra: { weight: i } }));
    const places = (marks: readonly TimeMark[]) => marks.map(({ id, xPx, yPx }) => ({ id, xPx, yPx }));
    expect(places(crowded(incidents, "weight").marks)).toEqual(places(crowded(incidents).marks));
  });
});

/** Between `first` and `second` is room for the words of one; on their other sides stand marks. */
const RIVALS = [
  record("before", { edtf: day(17) }, { title: "Before" }),
  record("first", { edtf: day(20) }, { title: "First of the two" }),
  record("second", { edtf: day(30) }, { title: "Second of them" }),
  record("after", { edtf: day(33) }, { title: "After" }),
];
const LOW = { heightPx: 72, overview: null };
const between = (scene: TimelineScene): string[] => labelled(scene).filter((id) => id === "first" || id === "second");

describe("of two records between which there is room for the words of one", () => {
  it("the earlier has them, or the longer", () => {
    expect(between(sceneOf(RIVALS, LOW))).toEqual(["first"]);
    const longer = RIVALS.map((one) =>
      one.id === "second" ? { ...one, when: { edtf: `${day(30)}/${day(31)}` } } : one,
    );
    expect(between(sceneOf(longer, LOW))).toEqual(["second"]);
  });

  it("the one of greater priority has them, before it the hovered one, before that the selected one", () => {
    const store = createStore(RIVALS);
    expect(between(sceneOfStore(store, LOW))).toEqual(["first"]);
    const labelPriority = ({ id }: Incident): number => (id === "second" ? 2 : 1);
    expect(between(sceneOfStore(store, { ...LOW, labelPriority }))).toEqual(["second"]);
    // Who has no number goes last, also behind one below zero: unknown is not zero.
    const unknown = ({ id }: Incident): number | null => (id === "second" ? -5 : null);
    expect(between(sceneOfStore(store, { ...LOW, labelPriority: unknown }))).toEqual(["second"]);
    store.hover("first");
    expect(between(sceneOfStore(store, { ...LOW, labelPriority }))).toEqual(["first"]);
    store.select("second");
    expect(between(sceneOfStore(store, LOW))).toEqual(["second"]);
  });
});

const TITLES = {
  Devanagari: "क्षत्रिय मोर्चे पर हमला, किसी ने ज़िम्मेदारी नहीं ली",
  "emoji joined to one": "👩‍👩‍👧‍👦👨‍👩‍👦🏳️‍🌈👩🏽‍🚒🇺🇦🇫🇷 shelled at the market place",
  Arabic: "قَصْفُ السُّوقِ القَدِيمِ فِي وَسَطِ المَدِينَةِ",
  Thai: "การโจมตีที่หมู่บ้านแห่งหนึ่งในคืนวันศุกร์",
  "combining marks": "A\u0301\u0327ttac\u0323k o\u0302\u0301n\u0303 the\u0308 vi\u0302lla\u0301ge by the rive\u0301r",
  "one long word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  Hebrew: "התקפה על הכפר ליד הנהר בלילה שבין שבת לראשון",
};

test.each(Object.entries(TITLES))("a title is cut between graphemes only: %s", (_, title) => {
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const letters = Array.from(segmenter.segment(title), ({ segment }) => segment);
  const whole = new Set(letters.map((_, i) => letters.slice(0, i).join("").trimEnd()));
  let cut = 0;
  for (let gap = 3; gap < 24; gap++) {
    const pair = [record("a", { edtf: day(2) }, { title }), record("b", { edtf: day(2 + gap) }, { title: "B" })];
    for (const mark of sceneOf(pair, {
      ...LOW,
      view: { startMs: WINTER.startMs, endMs: WINTER.startMs + 40 * DAY_MS },
    }).marks) {
      const text = mark.label?.text;
      if (text === undefined || !text.endsWith("…") || mark.id !== "a") continue;
      cut++;
      expect(whole.has(text.slice(0, -1))).toBe(true);
    }
  }
  expect(cut).toBeGreaterThan(0);
});

test("a title that runs the other way than the reader's words is isolated among them, and these keep their order", () => {
  const month = record("a", { edtf: "2022-01" }, { title: "قصف السوق (3)", status: "alleged" });
  const label = sceneOf([month]).marks[0]?.label;
  expect(label?.full).toBe(
    "\u2068قصف السوق (3)\u2069, in Jan 2022, alleged".replace("in Jan 2022", label?.full.split(", ")[1] ?? ""),
  );
  expect(label?.rtl).toBe(false);
  const words = createWords("ar", [arabic]);
  const mirrored = sceneOf([{ ...month, title: "Market shelled (3)" }], { words }).marks[0]?.label;
  expect(mirrored?.full.startsWith("\u2068Market shelled (3)\u2069، ")).toBe(true);
  expect(mirrored?.rtl).toBe(true);
  const own = sceneOf([month], { words }).marks[0]?.label;
  expect([own?.full.startsWith("قصف"), own?.rtl]).toEqual([true, true]);
});

test("an override that a title leaves open ends with the title", () => {
  const hostile = record("a", { edtf: "2022-01" }, { title: "\u202egnp.exe" });
  expect(sceneOf([hostile]).marks[0]?.label?.full).toMatch(/^\u2068\u202egnp\.exe\u2069/);
});

const PLOT = { heightPx: 320, overview: null };

/** A reader pans by whole pixels of a view of 1,000 px. */
function pan(store: ReturnType<typeof createStore>): (byPx: number) => TimelineScene {
  const { plot } = sceneOfStore(store, { ...PLOT, view: WINTER });
  const pxMs = (WINTER.endMs - WINTER.startMs) / plot.widthPx;
  const kept = createSceneKept();
  return (byPx) => {
    const view = { startMs: WINTER.startMs + byPx * pxMs, endMs: WINTER.endMs + byPx * pxMs };
    return sceneOfStore(store, { ...PLOT, view, kept });
  };
}

/** What a reader sees of each mark, without where the view stands. */
function seenOf({ marks, plot, lanes }: TimelineScene, byPx: number) {
  return new Map(
    marks.map(({ id, lane, yPx, xPx, widthPx, label }) => {
      const labelPx = label === null ? null : Math.round((label.xPx + byPx) * 100) / 100;
      const is = [yPx - (lanes[lane]?.yPx ?? 0), label?.text ?? null, label?.place ?? null, labelPx];
      // Of a mark and its words together.
      const startPx = Math.min(xPx, label?.xPx ?? xPx) - plot.xPx;
      const endPx = Math.max(xPx + widthPx, label === null ? 0 : label.xPx + label.widthPx) - plot.xPx;
      return [id, { startPx, endPx, is: JSON.stringify(is) }];
    }),
  );
}

function manyTitles(count: number): Incident[] {
  const titles = ["Strike on the bridge", "Attack", "Arrest of a deputy leader in the capital", "قصف السوق القديم"];
  return Array.from({ length: count }, (_, i) => {
    const start = -20 + ((i * 29) % 140);
    return record(
      `r${i}`,
      { edtf: i % 5 === 1 ? `${day(start)}/${day(start + 4)}` : day(start) },
      { title: titles[i % titles.length] as string, category: i % 3 === 0 ? "attack" : "strike" },
    );
  });
}

test.each([
  ["few records", 24],
  ["some", 70],
  ["many", 140],
])(
  "panning by single pixels moves no mark to another line and changes no words, but near the edges: %s",
  (_, count) => {
    const to = pan(createStore(manyTitles(count)));
    const heights = (scene: TimelineScene): string =>
      JSON.stringify(scene.lanes.map(({ level, heightPx }) => [level, heightPx]));
    let last = to(0);
    let before = seenOf(last, 0);
    let [same, frames] = [0, 0];
    const changed: string[] = [];
    for (let byPx = 1; byPx <= 200; byPx++) {
      const scene = to(byPx);
      const now = seenOf(scene, byPx);
      // A lane that needs another line, or another form, is laid out anew.
      const isSame = heights(scene) === heights(last);
      if (isSame) frames++;
      for (const [id, one] of isSame ? now : []) {
        const old = before.get(id);
        const inner = [one, old].every((seen) => seen && seen.startPx > 260 && seen.endPx < scene.plot.widthPx - 260);
        if (!inner) continue;
        if (old?.is === one.is) same++;
        else changed.push(`${byPx} ${id}: ${old?.is} -> ${one.is}`);
      }
      [before, last] = [now, scene];
    }
    expect(changed).toEqual([]);
    expect(frames).toBeGreaterThan(190);
    expect(same).toBeGreaterThan(count / 2);
  },
);

test("a scene that remembers the frame before keeps the laws of words: they touch no mark and no other words", () => {
  const to = pan(createStore(manyTitles(140)));
  const touching: string[] = [];
  for (let byPx = 0; byPx < 900; byPx += 7) {
    const { marks } = to(byPx);
    const boxes = marks.flatMap((mark) => (mark.label && mark.label.place !== "inside" ? [mark.label] : []));
    for (const a of boxes) {
      for (const b of [...boxes, ...marks.flatMap(({ bars }) => bars)]) {
        if (a === b || Math.abs(a.yPx + a.heightPx / 2 - b.yPx - b.heightPx / 2) > 5) continue;
        if (a.xPx + a.widthPx <= b.xPx + 0.01 || b.xPx + b.widthPx <= a.xPx + 0.01) continue;
        touching.push(`${a.text} at ${byPx}`);
      }
    }
  }
  expect(touching).toEqual([]);
});

test("the dates of the window end inside a narrow strip, without their length where it has no room", () => {
  const view = { startMs: Date.UTC(2021, 11, 27), endMs: Date.UTC(2022, 7, 6) };
  const captionOf = (widthPx: number) => {
    const scene = sceneOf(crowd(), { view, widthPx });
    const texts = scene.layers.flatMap(({ items }) => items.flatMap((item) => (item.t === "text" ? [item] : [])));
    const caption = texts.find(({ text }) => text.startsWith("27 December 2021")) as (typeof texts)[number];
    const endPx = caption.x + fixedTextMetrics().width(caption.text, 11.5, 600);
    return {
      text: caption.text,
      overPx: Math.max(0, endPx - (scene.overview?.xPx ?? 0) - (scene.overview?.widthPx ?? 0)),
    };
  };
  expect(captionOf(900)).toEqual({ text: "27 December 2021 to 5 August 2022, 7 months", overPx: 0 });
  expect(captionOf(290)).toEqual({ text: "27 December 2021 to 5 August 2022", overPx: 0 });
});
