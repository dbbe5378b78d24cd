import { expect } from "vitest";
import { eventually } from "../eventually.ts";

/**
 * Gives a host one width after the other, waits until the view in it says that it has the form of that width, and returns what
 * the page reported meanwhile. A size that a `ResizeObserver` changes while sizes are told is such an error; no code throws it.
 */
export async function errorsThroughForms(
  host: HTMLElement,
  forms: readonly (readonly [widthPx: number, form: string])[],
): Promise<readonly string[]> {
  const errors: string[] = [];
  const listening = new AbortController();
  addEventListener("error", ({ message }) => errors.push(message), listening);
  for (const [widthPx, form] of forms) {
    host.style.width = `${widthPx}px`;
    await eventually(() => expect(host.querySelector(`[data-layout="${form}"]`)).not.toBeNull());
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
  listening.abort();
  return errors;
}
