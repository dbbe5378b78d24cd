import { h } from "@whenwhere/view";
import { type WorkspaceOptions, workspace } from "@whenwhere/workspace";
import { given } from "../data/given.ts";
import type { MountContext, Mounted } from "./element-kind.ts";
import { sharedMapOptions } from "./shared-map-options.ts";
import { sharedTimelineOptions } from "./timeline-element.ts";

/** Options that attributes give, by their names; undefined = not given. */
function attributeOptions(attribute: MountContext["attribute"]) {
  const text = (name: string): string | undefined => attribute(name) ?? undefined;
  const links = attribute("fragment");
  return {
    timeline: sharedTimelineOptions(attribute),
    map: sharedMapOptions(attribute),
    attribution: text("attribution"),
    layout: text("layout"),
    dataVersion: text("data-version"),
    rememberFilters: text("remember-filters"),
    fragment: links === "live" ? links : links !== "none",
  };
}

/** Makes the workspace of a `<when-where>`. */
export function mount({ target, host, store, words, data, attribute }: MountContext): Mounted {
  let known = data;
  const optionsNow = () => {
    const title = attribute("heading") ?? known.title ?? "";
    return { ...attributeOptions(attribute), title } as Partial<WorkspaceOptions>;
  };
  const headerContent = host.querySelector(':scope > [slot="header"]') && h("slot", { name: "header" });
  const own = given({
    report: data.report,
    headerContent,
    description: data.description,
    datasets: data.parts ?? null,
  });
  let options = optionsNow();
  const handle = workspace(target, { store, words, ...own, ...options });
  return {
    handle,
    speak: (next) => handle.update({ words: next }),
    change() {
      const before: Readonly<Record<string, unknown>> = options;
      const now = optionsNow();
      // What stays as it was is not named: a name takes back what the reader has arranged.
      const others = Object.entries(now).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
      );
      handle.update(Object.fromEntries(others));
      options = now;
    },
    renew(now) {
      known = now;
      const { title } = optionsNow();
      handle.update(given({ title, report: now.report }));
    },
    destroy: () => handle.destroy(),
  };
}
