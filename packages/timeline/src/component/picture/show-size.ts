import { settledScene, type TimelineCore } from "../core.ts";

/** It is drawn as a sparkline now. */
export function isSparkline({ picture }: TimelineCore): boolean {
  return picture.options.size === "sparkline";
}

/** The sentence of what is shown now. */
export function sparklineText(core: TimelineCore): string {
  settledScene(core);
  return core.picture.sparklineText();
}

/** A sparkline is one image with a sentence for its name; a timeline is a group that the keyboard walks. */
export function showSize(core: TimelineCore): void {
  const { surface, summary } = core.shell;
  const { picture, root, id, credit } = core;
  const small = isSparkline(core);
  if (small) root.element.dataset.size = "sparkline";
  else delete root.element.dataset.size;
  summary.hidden = small;
  credit.element.toggleAttribute("data-small", small);
  const name = small ? picture.sparklineText() : picture.words.t("timeline.records");
  if (surface.getAttribute("aria-label") !== name) surface.setAttribute("aria-label", name);
  if ((surface.getAttribute("role") === "img") === small) return;
  surface.setAttribute("role", small ? "img" : "group");
  if (small) {
    surface.removeAttribute("tabindex");
    surface.removeAttribute("aria-describedby");
  } else {
    surface.tabIndex = 0;
    surface.setAttribute("aria-describedby", `${id}-about`);
  }
}
