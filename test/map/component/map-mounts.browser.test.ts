import { type IncidentMapHandle, type IncidentMapOptions, incidentMap } from "@whenwhere/map";
import { createStore } from "@whenwhere/store";
import { afterEach, expect, it, vi } from "vitest";
import { WAIT_MS } from "../../patience.mjs";
import { INCIDENTS } from "./map-fixture.ts";

/** As many as fit into a test. */
const FLAT = 60;
/** Few, as each must have given back what it took before the next begins: a page is never near the 16 that Chromium allows. */
const WEBGL = 5;

const page = document.createElement("main");

afterEach(() => {
  vi.restoreAllMocks();
  page.replaceChildren();
  page.remove();
});

/** Listeners that are added to anything and not yet removed, by their abort signals or by hand. */
function countListeners(): () => number {
  const live = new Map<EventTarget, Set<string>>();
  const numbers = new WeakMap<object, number>();
  let last = 0;
  const keyOf = (type: string, listener: object, options: unknown) => {
    if (!numbers.has(listener)) numbers.set(listener, ++last);
    const capture = options === true || (typeof options === "object" && (options as AddEventListenerOptions)?.capture);
    return `${type}/${numbers.get(listener)}/${capture === true}`;
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const drop = (target: EventTarget, key: string) => {
    live.get(target)?.delete(key);
    if (live.get(target)?.size === 0) live.delete(target);
  };
  vi.spyOn(EventTarget.prototype, "addEventListener").mockImplementation(function (
    this: EventTarget,
    ...[type, listener, options]: Parameters<typeof addEventListener>
  ) {
    const target = this ?? globalThis;
    addEventListener.call(target, type, listener, options);
    // What hangs on an element of the map goes with the element.
    if (listener === null || target instanceof Node || target instanceof AbortSignal) return;
    const key = keyOf(type, listener, options);
    live.set(target, (live.get(target) ?? new Set()).add(key));
    if (typeof options !== "object") return;
    if (options.once) addEventListener.call(target, type, () => drop(target, key), { once: true });
    if (options.signal) addEventListener.call(options.signal, "abort", () => drop(target, key), { once: true });
  });
  vi.spyOn(EventTarget.prototype, "removeEventListener").mockImplementation(function (
    this: EventTarget,
    ...[type, listener, options]: Parameters<typeof removeEventListener>
  ) {
    const target = this ?? globalThis;
    removeEventListener.call(target, type, listener, options);
    if (listener !== null) drop(target, keyOf(type, listener, options));
  });
  return () => {
    const ours = [...live].filter(([target]) => target === globalThis || target instanceof MediaQueryList);
    return ours.reduce((sum, [, keys]) => sum + keys.size, 0);
  };
}

function contexts(): WebGL2RenderingContext[] {
  const made: WebGL2RenderingContext[] = [];
  const { getContext } = HTMLCanvasElement.prototype;
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(function (
    this: HTMLCanvasElement,
    ...given: unknown[]
  ) {
    const context = (getContext as (...args: unknown[]) => RenderingContext | null).apply(this, given);
    if (context instanceof WebGL2RenderingContext && !made.includes(context)) made.push(context);
    return context;
  } as never);
  return made;
}

async function live(options: Partial<IncidentMapOptions>, isDone: (map: IncidentMapHandle) => boolean): Promise<void> {
  const host = document.createElement("div");
  host.style.cssText = "width:200px;height:160px";
  page.replaceChildren(host);
  const store = createStore(INCIDENTS);
  const settings = { locale: "en", header: "none", detail: "110m", points: "all" } as const;
  const map = incidentMap(host, { store, ...settings, ...options });
  await vi.waitFor(() => expect(isDone(map)).toBe(true), { timeout: WAIT_MS, interval: 2 });
  map.destroy();
  store.destroy();
  expect(host.childElementCount).toBe(0);
}

it(`leaves no node, no listener and no context of ${FLAT} flat maps with points`, async () => {
  document.body.append(page);
  const isDrawn = ({ state }: IncidentMapHandle) => state.counts.points !== undefined;
  await live({ projection: "flat" }, isDrawn);
  const [nodes, listeners] = [document.querySelectorAll("*").length, countListeners()];
  const made = contexts();
  for (let i = 0; i < FLAT; i++) await live({ projection: "flat" }, isDrawn);
  expect(document.querySelectorAll("*").length).toBe(nodes);
  expect(listeners()).toBe(0);
  expect(made).toHaveLength(0);
});

it(`gives back the contexts of ${WEBGL} maps with points on WebGL, one after the other`, async () => {
  document.body.append(page);
  const warned = vi.spyOn(console, "warn");
  const listeners = countListeners();
  const made = contexts();
  for (let i = 0; i < WEBGL; i++) {
    await live({}, ({ state }) => state.ground === "webgl" && state.counts.points !== undefined);
    expect(made.filter((context) => !context.isContextLost())).toHaveLength(0);
  }
  expect(made.length).toBeGreaterThanOrEqual(WEBGL);
  expect(listeners()).toBe(0);
  expect(warned.mock.calls).toEqual([]);
});
