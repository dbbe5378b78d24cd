import { h } from "@whenwhere/view";
import { workspace } from "@whenwhere/workspace";
import type { ElementData } from "../data/element-data.ts";
import { given } from "../data/given.ts";
import type { MountContext, Mounted } from "./element-kind.ts";
import { sharedMapOptions } from "./shared-map-options.ts";
import { sharedTimelineOptions } from "./timeline-element.ts";

/** Makes the workspace of a `<when-where>`. */
export function mount({ target, host, store, words, data, attribute }: MountContext): Mounted {
  const titleOf = (now: ElementData): string => attribute("heading") ?? now.title ?? "";
  const headerContent = host.querySelector(':scope > [slot="header"]') && h("slot", { name: "header" });
  const options = given({
    report: data.report,
    headerContent,
    description: data.description,
    datasets: data.parts ?? null,
    timeline: sharedTimelineOptions(attribute),
    map: sharedMapOptions(attribute),
    attribution: attribute("attribution"),
    layout: attribute("layout") as "dashboard" | null,
    dataVersion: attribute("data-version"),
    rememberFilters: attribute("remember-filters"),
  });
  const links = attribute("fragment");
  const fragment = links === "live" ? "live" : links !== "none";
  const handle = workspace(target, { store, words, title: titleOf(data), fragment, ...options });
  return {
    handle,
    renew: (now) => handle.update({ title: titleOf(now), ...(now.report === null ? {} : { report: now.report }) }),
    destroy: () => handle.destroy(),
  };
}
