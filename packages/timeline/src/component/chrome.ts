import { adoptViewStyles, h, replaceChildren, setHidden, setStyle, setText } from "@whenwhere/view";
import { summarizeScene } from "../scene/describe.ts";
import { emptyBox, isFiltered } from "../scene/empty-plot.ts";
import { linkCounts } from "../scene/overlays/overlay-words.ts";
import type { TimelineScene } from "../scene/types.ts";
import { showDates } from "./brush/date-inputs.ts";
import { storeOf, type TimelineCore } from "./core.ts";
import { stopText } from "./hands/column-stop.ts";
import { isUpright } from "./picture/orient.ts";
import { isSparkline, showSize } from "./picture/show-size.ts";

/** Puts the elements on and beside the drawing where the scene has them, in the frame that draws it. */
export function showPlaces(core: TimelineCore, scene: TimelineScene): void {
  const { shell, sliders } = core;
  const { overview } = scene;
  setStyle(shell.stage, { height: `${scene.heightPx}px` });
  setStyle(shell.surface, { height: `${Math.min(scene.axis.yPx + 36, scene.heightPx)}px` });
  core.root.element.dataset.headers = scene.headers;
  core.root.element.dataset.orientation = scene.orientation ?? "horizontal";
  if (isUpright(scene)) core.undoUpright ??= adoptViewStyles(core.root.element, core.picture.upright.css);
  core.laneNames.show(scene, core.picture.words);
  core.scrollbar.show(scene, scrollText(core, scene));
  shell.strip.hidden = overview === null;
  for (const element of sliders.elements) element.hidden = overview === null;
  if (overview === null) return;
  const { xPx, yPx, widthPx, heightPx } = overview;
  // A strip beside the lanes begins at the top, so that its points are those of the stage.
  setStyle(
    shell.strip,
    isUpright(scene)
      ? { top: "0", height: `${yPx + heightPx}px`, left: `${xPx}px`, right: "auto", width: `${widthPx}px` }
      : { top: `${yPx}px`, height: `${heightPx}px`, left: null, right: null, width: null },
  );
  sliders.place(overview, scene);
}

/** Writes what stands beside the drawing: buttons, dates, numbers, and the words for those who hear the page. */
export function showWords(core: TimelineCore, scene: TimelineScene): void {
  const { shell, picture, mode } = core;
  const { options, words } = picture;
  showSize(core);
  if (isSparkline(core)) return;
  shell.surface.dataset.mode = mode;
  shell.panButton.setAttribute("aria-pressed", String(mode === "pan"));
  shell.selectButton.setAttribute("aria-pressed", String(mode === "select"));
  shell.head.hidden = options.header === false;
  shell.foot.hidden = options.footer === false;
  shell.toSelection.disabled = storeOf(core).state.selectedId === null && picture.brush === null;
  showLaneChooser(core);
  showBeyond(core, scene);
  showWayBack(core, scene);
  showWindow(core, scene);
  const stop = stopText(core);
  if (stop === null) core.list.show(core.focusRow, picture.walk);
  else core.list.say(stop);
  const said = summarizeScene(scene, { words });
  const links = linkCounts(scene, words);
  const tied = links.length === 0 ? "" : `${links.join(words.t("list.comma"))}. `;
  const keys = words.t(isUpright(scene) ? "timeline.keys-down" : "timeline.keys");
  setText(shell.summary, `${said.summary} ${said.lanes.join("; ")}. ${tied}${keys}`);
  const parts: string[] = [];
  if (scene.counts.folded > 0) parts.push(words.t("timeline.folded", { n: scene.counts.folded }));
  if (scene.scroll !== null) parts.push(scrollText(core, scene));
  const several = picture.lanes.several ?? 0;
  if (several > 0) parts.push(words.t("timeline.several", { n: several }));
  parts.push(...links);
  if (scene.axis.zone !== "") parts.push(scene.axis.zone);
  const comma = parts.length === 0 ? "" : words.t("list.comma");
  setText(shell.shown, words.counts(storeOf(core).count()) + comma);
  setText(shell.counts, parts.join(words.t("list.comma")));
}

/** "12 of 2,431 lanes in view". */
function scrollText({ picture }: TimelineCore, { scroll }: TimelineScene): string {
  if (scroll === null) return "";
  return picture.words.t("timeline.lanes-in-view", { shown: scroll.lanesInSight, n: scroll.lanes });
}

function showBeyond({ shell }: TimelineCore, { beyond }: TimelineScene): void {
  const top = `${beyond?.yPx ?? 0}px`;
  for (const [button, text] of [
    [shell.before, beyond?.before ?? ""],
    [shell.after, beyond?.after ?? ""],
  ] as const) {
    button.hidden = text === "";
    setText(button, text);
    setStyle(button, { top });
  }
}

/** Under the words of a plot where filters leave no record. */
function showWayBack(core: TimelineCore, scene: TimelineScene): void {
  const { all } = core.shell;
  setHidden(all, !isFiltered(scene.counts.shown, storeOf(core).columns.length));
  if (all.hidden) return;
  const { xPx, yPx, widthPx } = emptyBox(scene);
  const startPx = scene.dir === "rtl" ? scene.widthPx - xPx - widthPx : xPx;
  setStyle(all, { top: `${yPx + 32}px`, "inset-inline-start": `${startPx}px` });
}

function showWindow({ shell, picture, sliders }: TimelineCore, { overview }: TimelineScene): void {
  // Without any date there is no window either; the fields stay empty.
  const span = picture.brush ?? (picture.dated ? picture.view : null);
  showDates(shell, span, { filtered: picture.brush !== null, time: picture.calendar.time });
  if (overview !== null) sliders.say(overview);
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
