import { readFileSync } from "node:fs";
import { readIncidents } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { describeScene, MOST_ARROWS, readNotes } from "@whenwhere/timeline";
import { arabic, createWords } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";
import { record, sceneOf, sceneOfStore } from "./fixtures.ts";

const STRIKES = [
  record("a", { edtf: "2022-01-10" }, { category: "strike" }),
  record("b", { edtf: "2022-01-20" }, { category: "strike", relations: [{ type: "follows", to: "a" }] }),
  record("c", { edtf: "2022-02-02" }, { relations: [{ type: "causes", to: "b" }], status: "alleged" }),
  record("old", { edtf: "2019-05" }, { relations: [{ type: "partOf", to: "b" }] }),
];

describe("eras, annotations and the present", () => {
  it("end as their dates do: sharp, faded, open or unknown", () => {
    const notes = readNotes({
      eras: [
        { when: "2022-01-10~/2022-01-20", label: "faded" },
        { when: "2022-02-01/..", label: "open" },
        { when: "/2022-01-20", label: "unknown" },
      ],
    });
    const said = sceneOf(STRIKES, { notes }).notes.map(({ label, start, end }) => [label, start, end]);
    expect(said).toEqual([
      ["unknown", "unknown", "cap"],
      ["faded", "fade", "cap"],
      ["open", "cap", "open"],
    ]);
  });

  it("have words that touch neither each other nor a mark, and are said where they find no room", () => {
    const annotations = Array.from({ length: 12 }, (_, i) => ({ when: `2022-01-${10 + i}`, label: `Remark ${i}` }));
    const { notes } = sceneOf(STRIKES, { notes: readNotes({ annotations }) });
    expect(notes).toHaveLength(12);
    const boxes = notes.flatMap(({ labelBox }) => labelBox ?? []);
    expect(boxes.length).toBeGreaterThan(0);
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) {
        const apart = a.xPx + a.widthPx <= b.xPx || b.xPx + b.widthPx <= a.xPx || Math.abs(a.yPx - b.yPx) >= a.heightPx;
        expect(apart).toBe(true);
      }
    });
  });

  it("leave the lanes where they are while the view moves", () => {
    const notes = readNotes({ eras: [{ when: "2022-01", label: "January" }] });
    const day = 86_400_000;
    const tops = [0, 40, 80].map((days) => {
      const startMs = Date.UTC(2022, 0, 1) + days * day;
      return sceneOf(STRIKES, { notes, view: { startMs, endMs: startMs + 58 * day } }).plot.yPx;
    });
    expect(new Set(tops).size).toBe(1);
  });

  it("refuse a date that is not EDTF", () => {
    expect(() => readNotes({ eras: [{ when: "last winter", label: "x" }] })).toThrowError(/EDTF/);
  });
});

describe("links", () => {
  it("run from what came before to what follows, dashed where an end is alleged", () => {
    const { links } = sceneOf(STRIKES, { links: "all" });
    expect(links.arrows.map(({ type, fromRow, toRow, dashed }) => [type, fromRow, toRow, dashed])).toEqual([
      ["causes", 2, 1, true],
      ["follows", 0, 1, false],
    ]);
  });

  it("draw nothing before a record is selected", () => {
    expect(sceneOf(STRIKES).links).toEqual({ arrows: [], absent: [], more: 0 });
  });

  it("say why an end is not drawn", () => {
    const scene = sceneOf(STRIKES);
    scene.store.select("b");
    const again = sceneOf(STRIKES, { store: scene.store });
    expect(again.links.arrows).toHaveLength(2);
    expect(again.links.absent.map(({ type, row, why }) => [type, row, why])).toEqual([["partOf", 3, "before"]]);
  });

  it("stop at the most that can be followed and count the others", () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      record(
        `r${i}`,
        { edtf: `2022-01-${String(1 + (i % 28)).padStart(2, "0")}` },
        {
          relations: i === 0 ? [] : [{ type: "follows" as const, to: `r${i - 1}` }],
        },
      ),
    );
    const { links, marks } = sceneOf(many, { links: "all", heightPx: 2000 });
    expect(marks).toHaveLength(40);
    expect(links.arrows).toHaveLength(MOST_ARROWS);
    expect(links.arrows.length + links.more).toBe(39);
  });

  it("do not cross out the count behind a mark", () => {
    const { incidents } = readIncidents(readFileSync("data/abu-dhabi-uav-strike/incidents.json", "utf8"));
    const store = createStore(incidents);
    store.select("ae-abu-dhabi-uav-2022-02-02");
    const view = { startMs: Date.UTC(2021, 9, 3), endMs: Date.UTC(2022, 1, 14) };
    const { links, marks } = sceneOfStore(store, { view, widthPx: 1200, heightPx: 330 });
    const counts = marks.flatMap((mark) => {
      const bar = mark.bars[0];
      return mark.countText === null || bar === undefined
        ? []
        : [{ ...mark, xPx: bar.xPx + bar.widthPx + 4, widthPx: 8 }];
    });
    expect(counts.length).toBeGreaterThan(0);
    expect(links.arrows.length).toBeGreaterThan(1);
    for (const { xPx, yPx, widthPx, heightPx } of counts) {
      const crossed = links.arrows.flatMap(({ points }) =>
        points.filter(([x, y]) => x > xPx && x < xPx + widthPx && y > yPx && y < yPx + heightPx),
      );
      expect(crossed).toEqual([]);
    }
  });

  it("are sentences in the text alternative, in English and in Arabic", () => {
    const notes = readNotes({ eras: [{ when: "2022-01", label: "Talks" }] });
    const scene = sceneOf(STRIKES, { links: "all", notes });
    const english = describeScene(scene, { store: scene.store, words: createWords("en") });
    expect(english.links).toContain("“Record a” is followed by “Record b”");
    expect(english.notes.join()).toMatch(/Talks.*January 2022/);
    const own = describeScene(scene, { store: scene.store, words: createWords("ar", [arabic]) });
    expect(own.links).toContain("«Record a» تبعه «Record b»");
  });
});

describe("the arrow of a link", () => {
  it("comes to its marks where their words are not, as long as it has another way", () => {
    const records = Array.from({ length: 18 }, (_, i) => {
      const day = new Date(Date.UTC(2022, 0, 4 + ((i * 41) % 330))).toISOString().slice(0, 10);
      const relations = i % 3 === 1 ? [{ type: "causes" as const, to: `r${(i * 7) % 18}` }] : [];
      const category = ["attack", "strike", "arrest"][i % 3] as string;
      return record(`r${i}`, { edtf: day }, { title: `Missile hits a warehouse ${i}`, category, relations });
    });
    const view = { startMs: Date.UTC(2021, 11, 28), endMs: Date.UTC(2022, 11, 5) };
    const { links, marks } = sceneOf(records, { links: "all", view });
    const along = links.arrows.filter(({ fromRow, toRow, points }) =>
      marks.some(({ row, label }) => {
        if (label === null || (row !== fromRow && row !== toRow)) return false;
        const [left, top] = [label.xPx, label.yPx + 3];
        const [right, bottom] = [label.xPx + label.widthPx, label.yPx + label.heightPx - 3];
        return points.filter(([x, y]) => x > left && x < right && y > top && y < bottom).length > 2;
      }),
    );
    expect(links.arrows.length).toBeGreaterThan(4);
    expect(along.map(({ fromRow, toRow }) => [fromRow, toRow])).toEqual([]);
  });

  it("leaves the ink of its mark, and not the end of what the readings of it say", () => {
    const { incidents } = readIncidents(readFileSync("data/cabo-delgado-attacks/incidents.json", "utf8"));
    const store = createStore(incidents);
    const told = incidents.find(({ title }) => title === "About twenty attacks on four villages");
    store.select(told?.id ?? null);
    const view = { startMs: Date.UTC(2016, 7, 21), endMs: Date.UTC(2024, 7, 11) };
    const { links, marks } = sceneOfStore(store, { view, widthPx: 1200, heightPx: 400 });
    const mark = marks.find(({ id }) => id === told?.id);
    expect(mark?.bars.length).toBe(2);
    const mine = links.arrows.filter(({ fromRow }) => fromRow === mark?.row);
    expect(mine.length).toBeGreaterThan(0);
    const isAtInk = ([x, y]: readonly [number, number]): boolean =>
      (mark?.bars ?? []).some((bar) => {
        const [right, bottom] = [bar.xPx + bar.widthPx, bar.yPx + bar.heightPx];
        return x > bar.xPx - 30 && x < right + 30 && y > bar.yPx - 3 && y < bottom + 3;
      });
    expect(mine.map(({ points }) => points[0]).filter((start) => start && !isAtInk(start))).toEqual([]);
  });

  it("is broken by all words that it meets, and lies under the marks that it crosses", () => {
    const { incidents } = readIncidents(readFileSync("data/abu-dhabi-uav-strike/incidents.json", "utf8"));
    const store = createStore(incidents);
    store.select("ae-abu-dhabi-uav-2022-02-02");
    const view = { startMs: Date.UTC(2022, 0, 29), endMs: Date.UTC(2022, 1, 10) };
    const { layers, links, marks } = sceneOfStore(store, { view, widthPx: 1000, heightPx: 330 });
    const boxes = marks.flatMap(({ label }) => label ?? []);
    const isIn = (box: (typeof boxes)[number], [x, y]: readonly [number, number]): boolean =>
      x > box.xPx && x < box.xPx + box.widthPx && y > box.yPx && y < box.yPx + box.heightPx;
    const met = boxes.filter((box) => links.arrows.some(({ points }) => points.some((point) => isIn(box, point))));
    expect(met.length).toBeGreaterThan(1);
    const layer = layers.find(({ items }) => items.some((item) => item.t === "path" && item.stroke === "page"));
    const casings = layer?.items.flatMap((item) => (item.t === "path" && item.stroke === "page" ? [item] : [])) ?? [];
    expect(casings.length).toBeGreaterThan(links.arrows.length);
    expect(casings.flatMap(({ points }) => points.filter((point) => met.some((box) => isIn(box, point))))).toEqual([]);
    const firstBar = layer?.items.findIndex(({ t }) => t !== "path") ?? -1;
    const isCasing = layer?.items.map((item) => item.t === "path" && item.stroke === "page");
    expect(isCasing?.lastIndexOf(true)).toBeLessThan(firstBar);
  });
});
