import { createLiveRegion, createViewRoot, resolveTarget } from "@whenwhere/view";
import { runCss } from "../export/run-css.ts";
import { ownWords } from "../own-words.ts";
import { createPlayerBar, type PlayerBar, playerWords } from "./player-bar.ts";
import { playerCss } from "./player-css.ts";
import { type FaceInput, type PlayerFace, type PlayerHandle, playerHandle, refusePlayer } from "./player-handle.ts";
import type { PlayerOptions } from "./player-options.ts";

/**
 * Moves the window of a store through time: every view of the store follows. It never begins by itself.
 *
 * The frames are laid out by the calendar and by the records alone, so that a run is the same at every speed, and `seek`
 * gives the same window each time. A window that the reader draws meanwhile ends the playing; one that stands at the
 * beginning keeps its width.
 *
 * @param target An element or a selector of one; null makes a player without controls, as for an export.
 * @throws WhenWhereError `view/target-missing`, `player/store-missing`, `player/option-unknown`, `player/option` for a number out of its bounds.
 */
export function player(target: string | Element | null, options: PlayerOptions): PlayerHandle {
  if (target === null) return playerHandle(options);
  refusePlayer(options);
  const place = resolveTarget(target);
  return playerHandle(options, (input) => createFace(place, input));
}

/** The controls in the page, kept in step with the run. */
function createFace(target: HTMLElement, { options, engine, still, change, map }: FaceInput): PlayerFace {
  const words = ownWords(options);
  const { store, theme } = options;
  const root = createViewRoot(target, {
    className: "ww-player",
    css: `${playerCss}${runCss}`,
    words,
    theme,
  });
  root.element.setAttribute("role", "group");
  root.element.setAttribute("aria-label", words.t("player.label"));
  const live = createLiveRegion(root.element);
  const bar: PlayerBar = createPlayerBar({
    ...{ engine, words, still, change, map, source: engine.options.source },
    say: (text) => live.say(text),
  });
  root.element.prepend(...bar.elements);
  const update = () => bar.update(false);
  const undo = [
    engine.emitter.on("frame", update),
    engine.emitter.on("play", update),
    engine.emitter.on("pause", () => {
      update();
      // While it runs, nothing is said: a voice could not keep up.
      live.say(playerWords(engine, words));
    }),
    store.on("filter", (now, before) => bar.update(othersChanged(now.clauses, before.clauses, engine.options.source))),
    store.on("data", () => bar.update(true)),
  ];
  bar.update(true);
  return {
    element: root.element,
    update: (laid) => bar.update(laid),
    destroy() {
      for (const one of undo) one();
      bar.destroy();
      live.destroy();
      root.destroy();
    },
  };
}

/** The small picture over the line leaves the run's own clause out. */
function othersChanged(
  now: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
  own: string,
): boolean {
  const sources = new Set([...Object.keys(now), ...Object.keys(before)]);
  sources.delete(own);
  return [...sources].some((source) => now[source] !== before[source]);
}
