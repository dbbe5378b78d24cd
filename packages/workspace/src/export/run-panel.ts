import { h, replaceChildren, saveFile, setStyle, type Words } from "@whenwhere/view";
import { PLAYER_MODES } from "../player/player-frames.ts";
import { SPEEDS, showSpeed } from "../player/speeds.ts";
import { PLAYER_STEPS, type PlayerStep } from "../player/step-edges.ts";
import { planRun, type RunChoice, type RunInput, runFile } from "./run-file.ts";

/** What the making of a file of a run is made with. */
export interface RunPanelOptions extends RunInput {
  /** Of the file, without its ending. */
  readonly name: string;
  /** A message that stands for some seconds and is spoken. */
  readonly say: (text: string) => void;
}

/** The form, and in its place the progress of a run that is being taken. */
export interface RunPanel {
  readonly element: HTMLElement;
  /** Ends a run that is under way, and stops listening. */
  destroy(): void;
}

const FILES = { gif: "run.gif", webm: "run.film" } as const;
const TYPES = { gif: "image/gif", webm: "video/webm" } as const;

/** Makes the form: what of the run is taken, as what file, and what that will be. */
export function runPanel(options: RunPanelOptions): RunPanel {
  const { store, words, of } = options;
  let choice: RunChoice = { file: "gif", mode: of?.mode ?? "window", step: of?.step ?? "auto", fps: of?.fps ?? 4 };
  let taking: AbortController | null = null;
  const plan = h("p", { class: "ww-secondary" });
  const start = h("button", { type: "button", class: "ww-button", onclick: () => void take() }, words.t("run.start"));
  const progress = createProgress(words, () => taking?.abort());
  const choose = (changes: Partial<RunChoice>) => {
    choice = { ...choice, ...changes };
    update();
  };
  const form = createForm(words, choose);
  const body = h("div", { class: "ww-run" });
  const element = h("div", { class: "ww-run" }, form.element, plan, body);

  function update(): void {
    if (taking !== null) return;
    const planned = planRun(options, choice);
    form.show(choice, planned.unit);
    const note = choice.file === "webm" ? ` ${words.t("run.filmNote")}` : "";
    plan.textContent = planned.frames === 0 ? words.t("player.empty") : `${planWords(planned, words)}.${note}`;
    start.disabled = planned.frames === 0;
  }

  async function take(): Promise<void> {
    const mine = new AbortController();
    taking = mine;
    form.element.disabled = true;
    replaceChildren(body, progress.element);
    progress.show(0, planRun(options, choice).frames);
    progress.cancel.focus();
    const { file } = choice;
    const name = `${options.name}.${file}`;
    let said: string;
    try {
      const blob = await runFile(options, choice, { onProgress: progress.show, signal: mine.signal });
      saveFile(name, blob, TYPES[file]);
      said = words.t("run.saved", { name });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      said = words.t(mine.signal.aborted ? "run.stopped" : "export.failed", { reason });
    }
    taking = null;
    options.say(said);
    const isHere = hasFocus(progress.cancel);
    form.element.disabled = false;
    replaceChildren(body, start);
    update();
    if (isHere) start.focus();
  }

  replaceChildren(body, start);
  update();
  const undo = [store.on("filter", update), store.on("data", update)];
  return {
    element,
    destroy() {
      taking?.abort();
      for (const one of undo) one();
    },
  };
}

function hasFocus(element: HTMLElement): boolean {
  return (element.getRootNode() as Document | ShadowRoot).activeElement === element;
}

function planWords(
  { frames, lastsMs, widthPx, heightPx }: ReturnType<typeof planRun>,
  { locale, t, number }: Words,
): string {
  const unit = { style: "unit", unit: "second", unitDisplay: "short", maximumFractionDigits: 1 } as const;
  const time = new Intl.NumberFormat(locale, unit).format(lastsMs / 1000);
  return t("run.plan", { n: frames, time, width: number(widthPx), height: number(heightPx) });
}

interface Progress {
  readonly element: HTMLElement;
  readonly cancel: HTMLElement;
  readonly show: (taken: number, all: number) => void;
}

function createProgress(words: Words, onCancel: () => void): Progress {
  const bar = h("i");
  const label = words.t("run.title");
  const track = h("div", { class: "ww-run-track", role: "progressbar", "aria-label": label }, bar);
  const said = h("p");
  const cancel = h("button", { type: "button", class: "ww-button", onclick: onCancel }, words.t("workspace.cancel"));
  return {
    element: h("div", { class: "ww-run" }, said, track, cancel),
    cancel,
    show(taken, all) {
      setStyle(bar, { width: `${(100 * taken) / all}%` });
      track.setAttribute("aria-valuemax", String(all));
      track.setAttribute("aria-valuenow", String(taken));
      said.textContent = words.t("run.progress", { i: taken, n: all });
    },
  };
}

interface Form {
  readonly element: HTMLFieldSetElement;
  show(choice: RunChoice, unit: PlayerStep | null): void;
}

function createForm(words: Words, choose: (changes: Partial<RunChoice>) => void): Form {
  const { t, number } = words;
  const segments = <V extends string>(label: string, values: readonly V[], text: (value: V) => string) => {
    const buttons = values.map((value) => h("button", { type: "button" }, text(value)));
    const element = h("div", { class: "ww-segments", role: "group", "aria-label": label }, buttons);
    const show = (chosen: V) => {
      for (const [i, one] of buttons.entries()) one.setAttribute("aria-pressed", String(values[i] === chosen));
    };
    return { element, buttons, values, show };
  };
  const files = segments(t("run.format"), ["gif", "webm"] as const, (file) => t(FILES[file]));
  const modes = segments(t("player.mode"), PLAYER_MODES, (mode) => t(`player.mode.${mode}`));
  for (const [i, button] of files.buttons.entries()) {
    button.addEventListener("click", () => choose({ file: files.values[i] as RunChoice["file"] }));
  }
  for (const [i, button] of modes.buttons.entries()) {
    button.title = t(`player.mode.${PLAYER_MODES[i]}.long`);
    button.addEventListener("click", () => choose({ mode: modes.values[i] as RunChoice["mode"] }));
  }
  const select = (values: readonly string[], text: (value: string) => string, change: (value: string) => void) => {
    const made = h(
      "select",
      { class: "ww-select" },
      values.map((value) => h("option", { value }, text(value))),
    );
    made.addEventListener("change", () => change(made.value));
    return made;
  };
  const step = select(
    PLAYER_STEPS,
    (value) => t(`player.step.${value}`),
    (value) => choose({ step: value as PlayerStep }),
  );
  const speed = select(
    SPEEDS.map(String),
    (value) => number(Number(value)),
    (value) => choose({ fps: Number(value) }),
  );
  const line = (...parts: HTMLElement[]) => h("div", { class: "ww-run-line" }, ...parts);
  const element = h(
    "fieldset",
    { class: "ww-run" },
    line(files.element, modes.element),
    line(h("label", null, t("player.step"), step), h("label", null, t("player.speed"), speed)),
  );
  return {
    element,
    show({ file, mode, fps }, unit) {
      files.show(file);
      modes.show(mode);
      step.value = unit ?? "day";
      showSpeed(speed, fps, words);
    },
  };
}
