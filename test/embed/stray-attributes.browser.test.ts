import { defineElements } from "@whenwhere/embed";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";

defineElements();
const TAGS = ["when-where", "ww-timeline", "ww-map", "ww-player", "ww-table", "ww-filters", "ww-record", "ww-story"];

/** What HTML gives every element, and what frameworks write for themselves. */
const OTHERS =
  "accesskey anchor autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint exportparts hidden id inert inputmode is itemid itemprop itemref itemscope itemtype lang nonce part popover role slot spellcheck style tabindex title translate virtualkeyboardpolicy writingsuggestions xmlns onclick onload aria-label aria-hidden aria-describedby data-id data-theme data-v-7ba5bd90 _ngcontent-abc-c1 ng-version v-layout v-cloak x-data x-theme :src :class @click hx-get hx-target hx-boost wire:model jsaction key name value";

let warn: MockInstance<typeof console.warn>;
const said = (): readonly string[] => warn.mock.calls.map(([text]) => String(text));

function put(html: string): Element {
  const place = document.createElement("div");
  place.innerHTML = html;
  document.body.append(place);
  return place.firstElementChild as Element;
}

beforeEach(() => {
  warn = vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  warn.mockRestore();
  document.body.replaceChildren();
});

describe("a misspelt attribute", () => {
  it.each([
    ["<ww-map projektion=globe>", '<ww-map> has no attribute "projektion". Did you mean "projection"?'],
    ["<ww-timeline laneOrder=size>", '<ww-timeline> has no attribute "laneorder". Did you mean "lane-order"?'],
    ["<when-where layuot=story>", '<when-where> has no attribute "layuot". Did you mean "layout"?'],
    ["<when-where data-verson=1>", '<when-where> has no attribute "data-verson". Did you mean "data-version"?'],
    ["<ww-table scr=a.csv>", '<ww-table> has no attribute "scr". Did you mean "src"?'],
  ])("of %s is told in the console, with the name that was meant", (html, text) => {
    put(html);
    expect(said()).toEqual([text]);
    // The console would hold the element when it has gone.
    expect(warn.mock.calls[0]).toHaveLength(1);
  });

  it("is told once, however often the element moves, and readers are told nothing", () => {
    const element = put("<ww-table them=dark>");
    document.body.append(element);
    expect(said()).toHaveLength(1);
    expect(element.shadowRoot?.querySelector(".ww-error")).toBeNull();
  });
});

describe("an attribute of another element", () => {
  it.each([
    [
      "<ww-table lane=kind>",
      '<ww-table> has no attribute "lane". It is one of <when-where>, <ww-timeline>, <ww-story>.',
    ],
    [
      "<ww-timeline projection=globe>",
      '<ww-timeline> has no attribute "projection". It is one of <when-where>, <ww-map>, <ww-story>.',
    ],
    ["<ww-map width=300>", '<ww-map> has no attribute "width". It is one of <ww-player>.'],
  ])("of %s is told in the console, with the elements that have it", (html, text) => {
    put(html);
    expect(said()).toEqual([text]);
  });
});

describe("an attribute that is written later", () => {
  it("is told as at the beginning, once, and not when it is taken away", async () => {
    const element = put("<ww-map>");
    element.setAttribute("projecton", "globe");
    element.setAttribute("lane", "kind");
    element.setAttribute("projection", "globe");
    await vi.waitFor(() => expect(said()).toHaveLength(2));
    element.setAttribute("projecton", "mercator");
    element.removeAttribute("lane");
    await new Promise((resolve) => setTimeout(resolve));
    expect(said()).toEqual([
      '<ww-map> has no attribute "projecton". Did you mean "projection"?',
      '<ww-map> has no attribute "lane". It is one of <when-where>, <ww-timeline>, <ww-story>.',
    ]);
  });
});

describe("an attribute that is not ours", () => {
  it.each(TAGS)("is left to whom it belongs on <%s>", (tag) => {
    put(`<${tag} ${OTHERS}>`);
    expect(said()).toEqual([]);
  });

  it.each(TAGS)("and those of <%s> itself are known", (tag) => {
    const { observedAttributes } = customElements.get(tag) as unknown as { observedAttributes: readonly string[] };
    put(`<${tag} ${observedAttributes.filter((name) => name !== "src" && name !== "story").join(" ")}>`);
    expect(said()).toEqual([]);
  });
});
