import { incidentMap } from "@whenwhere/map";
import { createStore } from "@whenwhere/store";
import { timeline } from "@whenwhere/timeline";
import { player, recordTable, story, workspace } from "@whenwhere/workspace";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

/** Options as JavaScript may write them. */
const written = (options: object): never => options as never;
const store = createStore([]);
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
    expect(() => map.update({ projection: "sphere" as never })).toThrow("There is no projection");
    expect(() => map.update({ detail: "50m" })).not.toThrow();
    for (const view of [map, lanes, whole]) view.destroy();
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
      expect.objectContaining({ code: "workspace/layout-unknown" }),
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
