import { vi } from "vitest";

/** How long a map waits for a lost context, by which its timer is known. */
const GRACE_MS = 4000;

/**
 * Takes the wait for a lost context into the hands of the test, until all mocks are restored: it never ends by itself,
 * however long the browser takes, and ends at once by what is returned.
 */
export function holdGrace(): () => void {
  const held: (() => void)[] = [];
  const original = globalThis.setTimeout;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((callback: () => void, ms?: number, ...rest: unknown[]) => {
    if (ms !== GRACE_MS) return original(callback, ms, ...rest);
    held.push(callback);
    return 0;
  }) as never);
  return () => {
    for (const end of held.splice(0)) end();
  };
}

/** Takes the context of a map over WebGL away; what is returned brings it back. Each resolves when the map has been told. */
export async function loseContext(map: HTMLElement): Promise<() => Promise<void>> {
  const canvas = map.querySelector(".maplibregl-canvas") as HTMLCanvasElement;
  const extension = canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context");
  if (extension == null) throw new Error("This browser has no WEBGL_lose_context.");
  const event = (name: string) => new Promise((resolve) => canvas.addEventListener(name, resolve, { once: true }));
  const lost = event("webglcontextlost");
  extension.loseContext();
  await lost;
  // A context can come back only after the event of its loss has run its course, which it has by the next task.
  await new Promise((resolve) => setTimeout(resolve));
  return async () => {
    const restored = event("webglcontextrestored");
    extension.restoreContext();
    await restored;
  };
}
