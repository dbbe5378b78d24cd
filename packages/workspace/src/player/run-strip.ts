import type { IncidentMapHandle } from "@whenwhere/map";
import { h, replaceChildren, type Words } from "@whenwhere/view";
import { openRun } from "../export/open-run.ts";
import { runStage } from "../export/run-stage.ts";
import { fileName } from "../export/shown-records.ts";
import type { PlayerEngine } from "./player-engine.ts";

/** What the making of a file is offered with. */
export interface RunStripOptions {
  readonly engine: PlayerEngine;
  readonly words: Words;
  /** The map whose pictures are taken; null while there is none, and then nothing is offered. */
  readonly map: () => IncidentMapHandle | null;
  /** Says something to those who do not see it. */
  readonly say: (text: string) => void;
}

/** The button that offers the run as a file, and the strip under the controls that it opens. */
export interface RunStrip {
  readonly button: HTMLElement;
  readonly strip: HTMLElement;
  update(): void;
  /** Ends a run that is being taken. */
  destroy(): void;
}

/** Makes the button and its strip. Esc closes it and gives the focus back; what makes the file is loaded when it first opens. */
export function createRunStrip({ engine, words, map, say }: RunStripOptions): RunStrip {
  const { t } = words;
  const status = h("p", { class: "ww-secondary" });
  const strip = h("div", { class: "ww-player-run", role: "group", "aria-label": t("run.title"), hidden: true });
  const onclick = (): void => (strip.hidden ? open() : close());
  const button = h(
    "button",
    { type: "button", class: "ww-button ww-button-small", "aria-expanded": "false", title: t("run.title"), onclick },
    t("player.save"),
  );
  let leave = (): void => {};
  const tell = (text: string): void => {
    status.textContent = text;
    say(text);
  };
  const show = (isOpen: boolean): void => {
    strip.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  const open = (): void => {
    engine.pause();
    const view = map();
    const { options } = engine;
    status.textContent = "";
    replaceChildren(strip, status);
    show(true);
    openRun(
      {
        ...{ store: options.store, words, of: options, say: tell },
        stage: view === null ? null : runStage(view),
        name: fileName(options.store.title ?? t("player.label")),
      },
      (form, onGone) => {
        leave = onGone;
        strip.prepend(form);
      },
    );
  };
  const close = (): void => {
    show(false);
    leave();
    leave = () => {};
    replaceChildren(strip);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || strip.hidden) return;
    event.stopPropagation();
    close();
    button.focus();
  };
  button.addEventListener("keydown", onKey);
  strip.addEventListener("keydown", onKey);
  return {
    button,
    strip,
    update() {
      const isOffered = engine.frames !== null && map() !== null;
      button.hidden = !isOffered;
      if (!isOffered && !strip.hidden) close();
    },
    destroy: () => leave(),
  };
}
