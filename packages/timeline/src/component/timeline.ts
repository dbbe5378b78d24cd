import {
  canvasTextMetrics,
  createEmitter,
  createFrameScheduler,
  createLiveRegion,
  createTooltip,
  createViewRoot,
  h,
  readTheme,
  replaceChildren,
  resolveTarget,
  setStyle,
  svgToPng,
  type Theme,
  watchTheme,
} from "@whenwhere/view";
import { drawScene } from "../draw/draw-scene.ts";
import { sceneToSVG } from "../draw/scene-to-svg.ts";
import { describeScene } from "../scene/describe.ts";
import type { Box, TimelineScene, TimeSpan } from "../scene/types.ts";
import { createBrushSliders } from "./brush-sliders.ts";
import { readDates, showDates } from "./date-inputs.ts";
import { attachHands } from "./hands.ts";
import { attachKeys } from "./keys.ts";
import type { TimelineEvents, TimelineHandle, TimelineOptions } from "./options.ts";
import { CLAUSE_SOURCE, createPicture, DEFAULT_HEIGHT_PX } from "./picture.ts";
import { createRecordList } from "./record-list.ts";
import { createShell, showLanes } from "./shell.ts";
import { timelineCss } from "./timeline-css.ts";
import { panSpan, zoomSpan } from "./view-span.ts";

/**
 * Puts a timeline of a store into an element. It follows the store's clauses, selection, hover and view, and sets the
 * clause `timeline` when the reader brushes. Cost of a frame: O(rows that pass), without a DOM node a record.
 * @throws WhenWhereError `view/target-missing` when there is no such element.
 */
export function timeline(target: string | Element, options: TimelineOptions): TimelineHandle {
  const picture = createPicture(options, canvasTextMetrics());
  const root = createViewRoot(resolveTarget(target), {
    className: "ww-timeline",
    css: timelineCss,
    words: picture.words,
    ...(options.theme === undefined ? {} : { theme: options.theme }),
  });
  const id = `ww-tl-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`;
  const emitter = createEmitter<TimelineEvents>();
  const frames = createFrameScheduler();
  const paths = new Map<string, Path2D>();
  let theme: Theme = readTheme(root.element);
  let scene: TimelineScene | null = null;
  let mode = options.mode ?? "pan";
  let focusRow = -1;
  let destroyed = false;

  const store = (): TimelineOptions["store"] => picture.options.store;
  const request = (): void => frames.request(render);
  const setView = (span: TimeSpan): void => store().setView(span);
  const setWindow = (span: TimeSpan, follow: boolean): void => {
    store().set({ source: CLAUSE_SOURCE, kind: "window", ...span });
    if (follow) setView(span);
  };
  const zoomAt = (factor: number, anchorMs: number): void => {
    setView(zoomSpan(picture.view, factor, { anchorMs, full: picture.full }));
  };
  const zoomMiddle = (factor: number): void => zoomAt(factor, (picture.view.startMs + picture.view.endMs) / 2);
  const fit = (span?: TimeSpan): void => store().setView(span ?? picture.full);

  const shell = createShell(root.element, {
    texts: picture.texts,
    id,
    actions: {
      mode(next) {
        mode = next;
        request();
      },
      zoom: zoomMiddle,
      fit: () => fit(),
      lane: (field) => update({ lane: field }),
      dates() {
        const span = readDates(shell);
        if (span !== null) setWindow(span, true);
      },
      clear: () => store().clear(CLAUSE_SOURCE),
    },
  });
  const tooltip = createTooltip(shell.stage);
  const live = createLiveRegion(root.element);
  const sliders = createBrushSliders({
    labels: [picture.texts.windowStart, picture.texts.windowEnd],
    rtl: () => current().dir === "rtl",
    text: (ms) => dateText(picture.words.locale, ms),
    set: (span) => setWindow(span, true),
    undo: () => store().clear(CLAUSE_SOURCE),
  });
  shell.stage.append(...sliders.elements);
  const list = createRecordList(shell.surface, {
    prefix: id,
    name: (row) => picture.words.incident(store().incident(row)),
    selectedRow: () => rowOfId(store().state.selectedId),
  });
  const rowOfId = (recordId: string | null): number => (recordId === null ? -1 : store().rowOf(recordId));

  const size = (): { widthPx: number; focusRow: number; drawHeaders: boolean } => ({
    widthPx: Math.max(shell.stage.clientWidth, 120),
    focusRow: shell.surface.matches(":focus-visible") ? focusRow : -1,
    drawHeaders: false,
  });
  const current = (): TimelineScene => {
    scene ??= picture.scene(size());
    return scene;
  };

  function render(): void {
    if (destroyed) return;
    scene = picture.scene(size());
    paint(scene);
    showChrome(scene);
    emitter.emit("draw", scene.counts);
  }

  function paint(next: TimelineScene): void {
    const scale = Math.min(globalThis.devicePixelRatio || 1, 3);
    const { canvas } = shell;
    const pixels = [Math.round(next.widthPx * scale), Math.round(next.heightPx * scale)] as const;
    if (canvas.width !== pixels[0] || canvas.height !== pixels[1]) {
      canvas.width = pixels[0];
      canvas.height = pixels[1];
      setStyle(canvas, { width: `${next.widthPx}px`, height: `${next.heightPx}px` });
    }
    const context = canvas.getContext("2d");
    if (context === null) return;
    drawScene(context, next, {
      theme,
      scale,
      path(data) {
        const known = paths.get(data) ?? new Path2D(data);
        paths.set(data, known);
        return known;
      },
    });
  }

  function showChrome(next: TimelineScene): void {
    setStyle(shell.stage, { height: `${next.heightPx}px` });
    setStyle(shell.surface, { height: `${next.axis.yPx + 36}px` });
    shell.surface.dataset.mode = mode;
    shell.panButton.setAttribute("aria-pressed", String(mode === "pan"));
    shell.selectButton.setAttribute("aria-pressed", String(mode === "select"));
    shell.head.hidden = picture.options.header === false;
    shell.foot.hidden = picture.options.footer === false;
    showLaneChooser();
    showLanes(shell, next, { words: picture.words, texts: picture.texts });
    showOverview(next);
    list.show(focusRow, picture.walk);
    const said = describeScene(next, { store: store(), words: picture.words, texts: picture.texts });
    shell.summary.textContent = `${said.summary} ${said.lanes.join("; ")}. ${picture.texts.keys}`;
    const { folded, outside } = next.counts;
    const parts = [picture.words.counts(store().count())];
    if (folded > 0) parts.push(picture.texts.folded(picture.words.number(folded)));
    if (outside > 0) parts.push(picture.texts.outside(picture.words.number(outside)));
    shell.counts.textContent = parts.join(picture.words.dir === "rtl" ? "، " : ", ");
  }

  function showOverview(next: TimelineScene): void {
    const { overview } = next;
    shell.strip.hidden = overview === null;
    for (const element of sliders.elements) element.hidden = overview === null;
    showDates(shell, picture.brush ?? picture.view, picture.brush !== null);
    if (overview === null) return;
    setStyle(shell.strip, { top: `${overview.yPx}px`, height: `${overview.heightPx}px` });
    sliders.show(overview, overview.yPx + 12, next.widthPx);
  }

  function showLaneChooser(): void {
    const fields = picture.options.lanes ?? [];
    shell.laneLabel.hidden = fields.length < 2;
    if (fields.length < 2) return;
    const chosen = picture.options.lane ?? "category";
    const signature = fields.join("\n");
    if (shell.laneSelect.dataset.fields !== signature) {
      shell.laneSelect.dataset.fields = signature;
      replaceChildren(
        shell.laneSelect,
        fields.map((field) => h("option", { value: field }, field)),
      );
    }
    if (typeof chosen === "string") shell.laneSelect.value = chosen;
  }

  function showTip(row: number, anchor: Box): void {
    const incident = store().incident(row);
    const content =
      picture.options.tooltip?.(incident, row) ??
      h(
        "div",
        null,
        h("b", null, incident.title),
        h("div", { class: "ww-tl-tip-when" }, picture.words.whenOf(incident)),
        h("div", { class: "ww-tl-tip-when" }, picture.words.where(incident.where)),
      );
    const x = Math.max(anchor.xPx, 0);
    const widthPx = Math.min(anchor.xPx + anchor.widthPx, current().widthPx) - x;
    tooltip.show(content, { x, y: anchor.yPx, widthPx, heightPx: anchor.heightPx });
  }

  /** Moves the focus to a record; the view follows only when the record is out of sight. */
  function focus(row: number): void {
    if (row < 0) return;
    focusRow = row;
    const span = outOfSight(row);
    if (span !== null) setView(span);
    store().hover(store().id(row));
    render();
    const mark = current().marks.find((candidate) => candidate.row === row);
    if (mark === undefined) tooltip.hide(true);
    else showTip(row, mark);
  }

  function outOfSight(row: number): TimeSpan | null {
    const { columns } = store();
    const startMs = columns.outerStartMs[row] as number;
    const endMs = columns.outerEndMs[row] as number;
    const { view } = picture;
    if (Number.isNaN(startMs) || (startMs < view.endMs && endMs > view.startMs)) return null;
    const middle = Number.isFinite(endMs - startMs)
      ? (startMs + endMs) / 2
      : Number.isFinite(startMs)
        ? startMs
        : endMs;
    return panSpan(view, middle - (view.startMs + view.endMs) / 2, picture.full);
  }

  const tools = {
    shell,
    store,
    scene: current,
    view: () => picture.view,
    full: () => picture.full,
    mode: () => mode,
    setView,
    setWindow,
    zoomAt,
    showTip,
    tooltip,
    texts: () => picture.texts,
    words: () => picture.words,
    select(row: number) {
      focusRow = row;
      store().select(store().id(row));
    },
  };
  const undo = [
    attachHands(tools),
    attachKeys({
      ...tools,
      walk: () => picture.walk,
      focusRow: () => focusRow,
      focus,
      fit: () => fit(),
      zoom: zoomMiddle,
      search: () => emitter.emit("search", null),
      refresh: request,
    }),
    watchTheme(root.element, (next) => {
      theme = next;
      request();
    }),
  ];
  const resize = new ResizeObserver(request);
  resize.observe(shell.stage);

  let undoStore = listen();
  function listen(): () => void {
    const s = store();
    const undoAll = [
      s.on("filter", () => {
        picture.forget("filter");
        live.say(picture.words.counts(s.count()));
        request();
      }),
      s.on("selection", () => {
        const row = rowOfId(s.state.selectedId);
        if (row >= 0) focusRow = row;
        request();
      }),
      s.on("hover", request),
      s.on("view", request),
      s.on("data", () => {
        picture.forget("data");
        focusRow = -1;
        request();
      }),
    ];
    return () => {
      for (const one of undoAll) one();
    };
  }

  function update(next: Partial<TimelineOptions>): void {
    const before = picture.options;
    picture.options = { ...before, ...next };
    if (next.mode !== undefined) mode = next.mode;
    const other = picture.options.store !== before.store;
    if (other) {
      undoStore();
      undoStore = listen();
    }
    picture.forget(other ? "data" : "lanes");
    root.element.setAttribute("lang", picture.words.locale);
    root.element.setAttribute("dir", picture.words.dir);
    if (next.theme !== undefined) root.element.dataset.theme = next.theme;
    theme = readTheme(root.element);
    request();
  }

  const picturePieces = (): { text: string; scene: TimelineScene } => {
    const drawn = picture.scene({ ...size(), focusRow: -1, drawHeaders: true });
    const said = describeScene(drawn, { store: store(), words: picture.words, texts: picture.texts });
    return { scene: drawn, text: sceneToSVG(drawn, theme, { title: picture.texts.title, description: said.summary }) };
  };

  render();
  return {
    element: root.element,
    get scene() {
      return current();
    },
    get state() {
      const { lane } = picture.options;
      return {
        lane: typeof lane === "function" ? null : (lane ?? "category"),
        height: picture.options.height ?? DEFAULT_HEIGHT_PX,
        overview: picture.options.overview !== false,
        mode,
        view: picture.view,
        window: picture.brush,
      };
    },
    update,
    on: emitter.on,
    fit,
    goTo(recordId) {
      const row = rowOfId(recordId);
      const span = row < 0 ? null : outOfSight(row);
      if (span !== null) setView(span);
    },
    describe() {
      const said = describeScene(current(), { store: store(), words: picture.words, texts: picture.texts });
      return [said.summary, ...said.lanes, ...said.marks.map((mark) => mark.text), ...said.columns].join("\n");
    },
    toSVG: () => picturePieces().text,
    toPNG(size) {
      const { text, scene: drawn } = picturePieces();
      return svgToPng(text, { widthPx: drawn.widthPx, heightPx: drawn.heightPx, ...size });
    },
    destroy() {
      if (destroyed) return;
      destroyed = true;
      frames.destroy();
      resize.disconnect();
      undoStore();
      for (const one of undo) one();
      tooltip.destroy();
      live.destroy();
      emitter.clear();
      paths.clear();
      root.destroy();
    },
  };
}

/** "3 February 2022", with the era where it is needed. */
function dateText(locale: string, ms: number): string {
  if (Math.abs(ms) >= 8.64e15) return String(ms);
  const era = ms < -62_135_596_800_000 ? { era: "short" as const } : {};
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
    ...era,
  }).format(ms);
}
