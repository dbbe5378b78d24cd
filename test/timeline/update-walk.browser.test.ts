import { type TimelineHandle, type TimelineOptions, timeline } from "@whenwhere/timeline";
import { expect } from "vitest";
import { seenOf, twinHosts, updateWalks, visibleIn } from "../walk.ts";

const twins = twinHosts("width:900px");

function seen(host: HTMLElement) {
  const all = visibleIn(host);
  return {
    ...seenOf(host),
    text: all(".ww-head,.ww-tl-foot,.ww-tl-says").map(({ innerText }) => innerText.replace(/\s+/g, " ")),
    pressed: all("[aria-pressed]").map((one) => `${one.innerText} ${one.getAttribute("aria-pressed")}`),
  };
}

updateWalks<TimelineOptions, TimelineHandle>(twins, {
  name: "a timeline",
  length: 24,
  usual: {},
  values: {
    lane: ["category", "status", ["country", "admin1"]],
    collapsed: [[], "all"],
    laneOrder: ["first", "size", "name"],
    histogram: [true, false],
    lanes: [[], ["category", "country"]],
    height: [240, 460, 700],
    overview: [true, false],
    size: ["full", "sparkline"],
    orientation: ["horizontal", "vertical"],
    mode: ["pan", "select"],
    header: [true, false],
    footer: [true, false],
    theme: ["auto", "light", "dark"],
    locale: ["en", "fr", "ar"],
    eras: [[], [{ label: "Drought", when: "2021-06/2021-12" }]],
    annotations: [[], [{ label: "A vote", when: "2021-10" }]],
    now: [false, "2022-02-04"],
    zone: ["UTC", "Africa/Maputo"],
    calendars: [["gregory"], ["gregory", "persian"]],
    labelPriority: [undefined, "killed"],
    links: ["selected", "all", "none"],
  },
  make: timeline,
  same(long, short, done) {
    expect(seen(twins.walked), done).toEqual(seen(twins.fresh));
    expect(long.toSVG(), done).toBe(short.toSVG());
  },
});
