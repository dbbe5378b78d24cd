import { incidentMap } from "@whenwhere/map";
import { createStore } from "@whenwhere/store";
import { timeline } from "@whenwhere/timeline";
import {
  countLine,
  facets,
  player,
  recordCard,
  recordGif,
  recordRun,
  recordTable,
  story,
  workspace,
} from "@whenwhere/workspace";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

/** Options as JavaScript may write them. */
const written = (options: object): never => options as never;
const store = createStore([]);
const STORY = "# One\n\n<!-- step {} -->\n\n## First\n\nText.\n";
let target: HTMLElement;

beforeEach(() => {
  target = document.createElement("div");
  document.body.append(target);
});
afterEach(() => target.remove());

describe("a misspelt option", () => {
  it.each([
    ["map", () => incidentMap(target, written({ store, projecton: "globe" })), "projection"],
    ["timeline", () => timeline(target, written({ store, laneorder: "size" })), "laneOrder"],
    ["workspace", () => workspace(target, written({ store, remeberFilters: "desk" })), "rememberFilters"],
    ["player", () => player(target, written({ store, lop: true })), "loop"],
    ["table", () => recordTable(target, written({ store, colums: ["title"] })), "columns"],
    ["story", () => story(target, written({ store, markdwon: "# One" })), "markdown"],
  ] as const)("is refused by the %s, which names the one that was meant, and draws nothing", (code, make, meant) => {
    expect(make).toThrow(expect.objectContaining({ code: `${code}/option-unknown`, hint: `Did you mean "${meant}"?` }));
    expect(target.childNodes).toHaveLength(0);
  });

  it("is refused by update() as at the beginning, and changes nothing", () => {
    const map = incidentMap(target, { store });
    const lanes = timeline(target, { store });
    const whole = workspace(target, { store, layout: "story" });
    for (const view of [map, lanes, whole]) {
      expect(() => view.update(written({ them: "dark" }))).toThrow('Did you mean "theme"?');
    }
    expect(() => map.update({ projection: "sphere" as never })).toThrow(
      "Use one of mercator, globe, flat, equal-earth, natural-earth.",
    );
    expect(() => map.update({ detail: "50m" })).not.toThrow();
    for (const view of [map, lanes, whole]) view.destroy();
  });
});

describe("what update() and pictures do not take", () => {
  it.each([
    ["card", () => recordCard(target, { store }), { rul: "highest" }, "rule"],
    ["table", () => recordTable(target, { store }), { colums: ["title"] }, "columns"],
    ["player", () => player(target, { store }), { lop: true }, "loop"],
    ["story", () => story(target, { store, markdown: STORY }), { them: "dark" }, "theme"],
  ] as const)("is refused by the %s, which takes what there is afterwards", (code, make, changes, meant) => {
    const made = make() as { update(changes: object): void; destroy(): void };
    expect(() => made.update(changes)).toThrow(
      expect.objectContaining({ code: `${code}/option-unknown`, hint: `Did you mean "${meant}"?` }),
    );
    expect(() => made.update({})).not.toThrow();
    made.destroy();
  });

  it("is refused by filters, which take another theme only", () => {
    const made = facets(target, { store });
    expect(() => made.update(written({ words: null }))).toThrow(
      'facets.update has no option "words". Its options are theme.',
    );
    made.destroy();
  });

  it("is refused by pictures of a timeline and of a map", async () => {
    const lanes = timeline(target, { store });
    const map = incidentMap(target, { store });
    expect(() => lanes.toSVG(written({ font: [] }))).toThrow(
      'timeline.toSVG has no option "font". Did you mean "fonts"?',
    );
    await expect(lanes.toPNG(written({ scal: 1 }))).rejects.toThrow('Did you mean "scale"?');
    expect(() => map.toSVG(written({ legnd: true }))).toThrow('Did you mean "legend"?');
    await expect(map.toPNG(written({ legend: "below" }))).rejects.toThrow("Use one of true, false, signs.");
    for (const view of [lanes, map]) view.destroy();
  });
});

describe("options of the views inside a workspace", () => {
  it.each([
    [{ map: { projecton: "globe" } }, 'workspace.map has no option "projecton". Did you mean "projection"?'],
    [{ map: { theme: "dark" } }, 'workspace.map has no option "theme".'],
    [{ timeline: { laneorder: "size" } }, 'has no option "laneorder". Did you mean "laneOrder"?'],
    [{ timeline: { links: "some" } }, "Use one of selected, all, none."],
    [{ timeline: { size: "sparkline" } }, 'workspace.timeline has no option "size".'],
    [{ table: { colums: [] } }, 'workspace.table has no option "colums". Did you mean "columns"?'],
    [{ map: { projection: "sphere" } }, 'The option projection of workspace.map is "sphere"'],
    [{ projection: "sphere" }, 'The option projection of workspace is "sphere". Use one of mercator,'],
    [{ worldview: "mine" }, "Use one of de-facto, undisputed, none."],
    [{ map: { basemap: { light: "a.json" } } }, "Use a MapLibre style of version 8, the address of one,"],
    [{ map: { camera: "54 24 6" } }, 'camera of workspace.map is "54 24 6". Use one of { lon, lat, zoom }, null.'],
    [
      { table: { columns: ["titel"] } },
      'The option columns of workspace.table is ["titel"]. Use one of a list of what,',
    ],
    [
      { table: { sort: { column: "date", descending: true } } },
      "Use one of { column, descending } of what, when, where, status",
    ],
    [{ locale: "plain english" }, '"plain english" is no language tag. Write one of BCP 47'],
  ])("are refused by the workspace itself: %o", (options, said) => {
    expect(() => workspace(target, written({ store, ...options }))).toThrow(said);
    expect(target.childNodes).toHaveLength(0);
    const made = workspace(target, { store });
    expect(() => made.update(written(options))).toThrow(said);
    expect(made.store).toBe(store);
    made.destroy();
  });
});

describe("a value that an option does not take", () => {
  it.each([
    ["lanes", "country", "Use a list of strings."],
    ["lane", ["country", 7], "Use one of a string, a function, a list of strings, functions."],
    ["laneOrder", "sise", "Use one of size, name, first, a list of strings, lists of strings."],
    ["collapsed", "Mali", "Use one of all, a list of strings, lists of strings."],
    ["height", "300px", "Use a number."],
    ["height", Number.NaN, "Use a number."],
    ["words", "fr", 'Use createWords("fr", …).'],
    ["words", null, 'Use createWords("fr", …).'],
    ["locale", 7, "Use a string."],
    ["overview", "off", "Use one of true, false."],
    ["eras", [null], "Use a list of objects."],
    ["now", 7, "Use one of true, false, a string."],
    ["calendars", "persian", "Use a list of strings."],
    ["zone", 2, "Use a string."],
    ["labelPriority", 1, "Use one of a string, a function."],
    ["tooltip", "text", "Use a function."],
  ])("is refused by the timeline and by its update(), which changes nothing: %s = %j", (option, value, remedy) => {
    const refused = expect.objectContaining({
      code: "timeline/option-unknown",
      message: `The option ${option} of timeline is ${typeof value === "number" ? value : JSON.stringify(value)}. ${remedy}`,
    });
    expect(() => timeline(target, written({ store, [option]: value }))).toThrow(refused);
    expect(target.childNodes).toHaveLength(0);
    const made = timeline(target, { store });
    const before = made.state;
    expect(() => made.update(written({ [option]: value }))).toThrow(refused);
    expect(made.state).toEqual(before);
    made.destroy();
  });

  it.each([
    ["incidentMap", { tools: "reset" }, "Use a list of reset, locate, fullscreen."],
    ["incidentMap", { cooperativeGestures: "on" }, "Use one of true, false."],
    ["incidentMap", { attribution: {} }, "Use a string."],
    ["incidentMap", { workerUrl: 1 }, "Use a string."],
    ["workspace", { title: 1 }, "Use a string."],
    ["workspace", { store: [] }, "Use createStore(incidents)."],
    [
      "workspace.map",
      { map: { camera: { lon: 1, lat: Number.NaN, zoom: 2 } } },
      "Use one of { lon, lat, zoom }, null.",
    ],
    ["player", { step: "fortnight" }, "Use one of auto, hour, day, week,"],
    ["recordCard", { rule: "mean" }, "Use one of first-source, lowest, highest, median."],
    [
      "workspace.layout",
      { layout: { preset: "stroy" } },
      "Use one of dashboard, story, map-first, timeline-first, list-first.",
    ],
    ["workspace", { layout: 1 }, "Use one of dashboard, story, map-first, timeline-first, list-first, an object."],
    ["workspace", { lane: 1 }, "Use one of a string, a function, a list of strings, functions."],
    ["workspace", { datasets: {} }, "Use a list of objects."],
    ["workspace", { loading: true }, "Use one of an object, null."],
    ["workspace.timeline", { timeline: { height: "2em" } }, "Use a number."],
    ["workspace.table", { table: { sort: "when" } }, "Use one of { column, descending } of what,"],
    ["recordTable", { columns: "what" }, "Use one of a list of what, when,"],
    ["facets", { fields: "category" }, "Use a list of strings."],
    ["player", { span: 2022 }, "Use one of an object, null."],
    ["player", { loop: 1 }, "Use one of true, false."],
    ["story", { markdown: {} }, "Use a string."],
    ["recordCard", { onCompare: true }, "Use a function."],
    ["countLine", { words: "fr" }, 'Use createWords("fr", …).'],
  ] as const)("is refused by every view: %s, %o", (name, options, remedy) => {
    const views = { incidentMap, workspace, recordTable, facets, player, story, recordCard, countLine };
    const make = views[name.split(".")[0] as keyof typeof views] as (on: Element, options: never) => unknown;
    const said = () => make(target, written({ store, ...options }));
    expect(said).toThrow(` of ${name} is `);
    expect(said).toThrow(remedy);
    expect(target.childNodes).toHaveLength(0);
  });
});

describe("a view without a store", () => {
  it.each([
    ["map", "incidentMap", () => incidentMap(target, written({}))],
    ["timeline", "timeline", () => timeline(target, written({}))],
    ["player", "player", () => player(target, written({}))],
    ["table", "recordTable", () => recordTable(target, written({}))],
    ["card", "recordCard", () => recordCard(target, written({}))],
    ["facets", "facets", () => facets(target, written({}))],
    ["counts", "countLine", () => countLine(target, written({}))],
    ["story", "story", () => story(target, written({ markdown: STORY }))],
  ] as const)("says what it needs: the %s", (code, name, make) => {
    expect(make).toThrow(
      expect.objectContaining({
        code: `${code}/store-missing`,
        message: `${name} needs a store and found undefined. Pass { store: createStore(incidents) }.`,
      }),
    );
  });

  it("does not print the records that stand in its place", () => {
    expect(() => timeline(target, written({ store: [{ id: "a" }] }))).toThrow(
      "timeline needs a store and found a list.",
    );
  });
});

describe("a locale that is no language tag", () => {
  it.each([
    ["timeline", () => timeline(target, { store, locale: "plain english" })],
    ["map", () => incidentMap(target, { store, locale: "plain english" })],
    ["table", () => recordTable(target, { store, locale: "plain english" })],
  ] as const)("is refused by the %s", (_, make) => {
    expect(make).toThrow(expect.objectContaining({ code: "words/locale" }));
  });
});

describe("a word that an option has not", () => {
  it("is refused by the timeline, which names those that it has", () => {
    expect(() => timeline(target, written({ store, orientation: "upright" }))).toThrow(
      expect.objectContaining({ code: "timeline/option-unknown", hint: "Use one of horizontal, vertical." }),
    );
    const made = timeline(target, { store });
    expect(() => made.update(written({ links: "some" }))).toThrow("Use one of selected, all, none.");
    made.destroy();
  });

  it("is refused by update() of a workspace, which stays as it was", () => {
    const made = workspace(target, { store, layout: "story" });
    expect(() => made.update({ layout: "stroy" as never })).toThrow(
      expect.objectContaining({ code: "workspace/option-unknown", hint: expect.stringContaining("dashboard, story,") }),
    );
    expect(() => made.update({ title: "Desk" })).not.toThrow();
    made.destroy();
  });
});

it("a map refuses another store than the one it was made with", () => {
  const made = incidentMap(target, { store });
  expect(() => made.update({ store: createStore([]) })).toThrow(expect.objectContaining({ code: "map/store-other" }));
  expect(() => made.update({ store })).not.toThrow();
  made.destroy();
});

describe("an event that there is not", () => {
  it.each([
    ["map", () => incidentMap(target, { store }), "load", "ready, draw, camera, notice"],
    ["timeline", () => timeline(target, { store }), "select", "search, lanes, draw"],
    ["workspace", () => workspace(target, { store }), "load", "ready, layout"],
    ["player", () => player(target, { store }), "stop", "frame, play, pause, end"],
    ["table", () => recordTable(target, { store }), "select", "sort"],
    ["card", () => recordCard(target, { store }), "change", "record"],
  ] as const)("is refused by the %s, which says what it tells", (name, make, event, events) => {
    const made = make() as { on(event: string, listener: () => void): void; destroy(): void };
    expect(() => made.on(event, () => {})).toThrow(
      expect.objectContaining({ code: `${name}/event-unknown`, hint: `Its events are ${events}.` }),
    );
    made.destroy();
  });

  it("is refused by filters, which tell none", () => {
    const made = facets(target, { store });
    expect(() => made.on("filter" as never, () => {})).toThrow('facets has no event "filter". It has no events.');
    made.destroy();
  });
});

describe("another theme", () => {
  it.each([
    ["filters", () => facets(target, { store })],
    ["table", () => recordTable(target, { store })],
    ["card", () => recordCard(target, { store })],
    ["player", () => player(target, { store })],
  ] as const)("is taken by the %s, as by timeline and map", (_, make) => {
    const made = make() as { update(changes: object): void; destroy(): void };
    const theme = () => target.querySelector(".ww")?.getAttribute("data-theme");
    made.update({ theme: "dark" });
    expect(theme()).toBe("dark");
    made.update({});
    expect(theme()).toBe("dark");
    made.update({ theme: "auto" });
    expect(theme()).toBeNull();
    expect(() => made.update({ theme: "black" })).toThrow("Use one of auto, light, dark.");
    made.destroy();
  });

  it("comes without words or a store in update() of a player, which keeps both", () => {
    const made = player(target, { store });
    expect(() => made.update(written({ locale: "fr" }))).toThrow('player.update has no option "locale".');
    expect(() => made.seek("2022-01-01" as never)).toThrow(
      'The player\'s instant is "2022-01-01". Use UTC milliseconds, as of Date.UTC().',
    );
    made.destroy();
  });
});

it("a run without a picture says what a picture is", async () => {
  const made = player(target, { store });
  await expect(recordGif(written({ player: made }))).rejects.toThrow(
    "recordGif needs a player and a picture. Pass { player, picture }; the picture is the handle of a map or of a timeline.",
  );
  await expect(recordRun(written({ picture: made }))).rejects.toThrow(/recordRun needs a player and a picture/);
  made.destroy();
});
