import { h, replaceChildren, setStyle } from "@whenwhere/view";
import { summarizeScene } from "../scene/describe.ts";
import type { TimelineScene } from "../scene/types.ts";
import { storeOf, type TimelineCore } from "./core.ts";
import { showDates } from "./date-inputs.ts";

/** Puts everything but the drawing where the scene has it: sizes, buttons, lane names, strip, words. */
export function showChrome(core: TimelineCore, scene: TimelineScene): void {
  const { shell, picture, mode } = core;
  const { options, words } = picture;
  setStyle(shell.stage, { height: `${scene.heightPx}px` });
  setStyle(shell.surface, { height: `${scene.axis.yPx + 36}px` });
  shell.surface.dataset.mode = mode;
  shell.panButton.setAttribute("aria-pressed", String(mode === "pan"));
  shell.selectButton.setAttribute("aria-pressed", String(mode === "select"));
  core.root.element.dataset.headers = scene.headers;
  shell.head.hidden = options.header === false;
  shell.foot.hidden = options.footer === false;
  showLaneChooser(core);
  core.laneNames.show(scene, words);
  showBeyond(core, scene);
  showOverview(core, scene);
  core.list.show(core.focusRow, picture.walk);
  const said = summarizeScene(scene, { words });
  setText(shell.summary, `${said.summary} ${said.lanes.join("; ")}. ${words.t("timeline.keys")}`);
  const parts = [words.counts(storeOf(core).count())];
  if (scene.counts.folded > 0) parts.push(words.t("timeline.folded", { n: scene.counts.folded }));
  if (scene.axis.zone !== "") parts.push(scene.axis.zone);
  setText(shell.counts, parts.join(words.t("list.comma")));
}

/** Writing the same text again would make a new node, and a layout. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function showBeyond({ shell }: TimelineCore, { beyond }: TimelineScene): void {
  const top = `${beyond?.yPx ?? 0}px`;
  for (const [button, text] of [
    [shell.before, beyond?.before ?? ""],
    [shell.after, beyond?.after ?? ""],
  ] as const) {
    button.hidden = text === "";
    if (button.textContent !== text) button.textContent = text;
    setStyle(button, { top });
  }
}

function showOverview(core: TimelineCore, scene: TimelineScene): void {
  const { overview } = scene;
  const { shell, picture, sliders } = core;
  shell.strip.hidden = overview === null;
  for (const element of sliders.elements) element.hidden = overview === null;
  // Without any date there is no window either; the fields stay empty.
  const span = picture.brush ?? (picture.dated ? picture.view : null);
  showDates(shell, span, { filtered: picture.brush !== null, time: picture.calendar.time });
  if (overview === null) return;
  setStyle(shell.strip, { top: `${overview.yPx}px`, height: `${overview.heightPx}px` });
  sliders.show(overview, overview.yPx + 12, scene.widthPx);
}

function showLaneChooser({ shell, picture }: TimelineCore): void {
  const fields = picture.options.lanes ?? [];
  shell.laneLabel.hidden = fields.length < 2;
  if (fields.length < 2) return;
  const chosen = picture.options.lane ?? "category";
  const standing = [...shell.laneSelect.options].map((option) => option.value);
  if (standing.join("\n") !== fields.join("\n")) {
    replaceChildren(
      shell.laneSelect,
      fields.map((field) => h("option", { value: field }, field)),
    );
  }
  if (typeof chosen === "string") shell.laneSelect.value = chosen;
}
