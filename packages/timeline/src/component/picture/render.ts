import { setStyle } from "@whenwhere/view";
import { drawScene } from "../../draw/draw-scene.ts";
import type { TimelineScene } from "../../scene/types.ts";
import { showPlaces, showWords } from "../chrome.ts";
import { sceneSize, type TimelineCore } from "../core.ts";

/**
 * Computes the scene, paints it, and puts the page's elements where it has them. Words beside the drawing are for readers who
 * read them, which nobody does in the midst of a pan: they may wait until it rests.
 */
export function render(core: TimelineCore, words: "now" | "at rest" = "now"): void {
  if (core.destroyed || core.picture.wait(core.request)) return;
  core.scene = core.picture.scene(sceneSize(core));
  paint(core, core.scene);
  core.ahead.look(core.scene);
  showPlaces(core, core.scene);
  if (words === "at rest") core.rest.later();
  else {
    core.rest.cancel();
    showWords(core, core.scene);
  }
  core.emitter.emit("draw", core.scene.counts);
}

/** Paints a scene, and over it what is left of the picture before. */
export function paint(core: TimelineCore, scene: TimelineScene): void {
  const scale = Math.min(globalThis.devicePixelRatio || 1, 3);
  const { canvas } = core.shell;
  const widthPx = Math.round(scene.widthPx * scale);
  const heightPx = Math.round(scene.heightPx * scale);
  const painting = { scene, theme: core.theme, scale };
  core.fade.meet(canvas, painting);
  if (canvas.width !== widthPx || canvas.height !== heightPx) {
    canvas.width = widthPx;
    canvas.height = heightPx;
    setStyle(canvas, { width: `${scene.widthPx}px`, height: `${scene.heightPx}px` });
  }
  const context = canvas.getContext("2d");
  if (context === null) return;
  drawScene(context, scene, {
    theme: core.theme,
    font: core.letters.family,
    scale,
    strips: core.strips,
    path(data) {
      const known = core.paths.get(data) ?? new Path2D(data);
      core.paths.set(data, known);
      return known;
    },
  });
  core.fade.paint(context, painting);
}
