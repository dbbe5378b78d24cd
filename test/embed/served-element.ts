import type { WhenWhereElement } from "@whenwhere/embed";
import { expect, vi } from "vitest";
import { eventually } from "../eventually.ts";

/** What an address answers. */
export type Answer = (signal: AbortSignal) => Response | Promise<Response>;

/** A network of this test: what each address answers. */
export function serve(answers: Readonly<Record<string, Answer>>): ReturnType<typeof vi.fn> {
  const asked = vi.fn();
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const name = new URL(String(input)).pathname.slice(1);
    asked(name);
    const answer = answers[name];
    return Promise.resolve(answer?.(init?.signal as AbortSignal) ?? new Response("", { status: 404 }));
  });
  return asked;
}

export const text = (body: string, type = "text/csv"): Answer => {
  return () => new Response(body, { headers: { "content-type": type, "content-length": String(body.length) } });
};

/** Gives a chunk each time that it is read, then does what `end` says: nothing more comes, or the line breaks. */
export function slowly(chunks: readonly string[], end: "stall" | "break", totalBytes?: number): Answer {
  return () => {
    const left = [...chunks];
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> | undefined => {
      const chunk = left.shift();
      if (chunk !== undefined) controller.enqueue(new TextEncoder().encode(chunk));
      else if (end === "break") controller.error(new TypeError("connection lost"));
      else return new Promise(() => {});
      return undefined;
    };
    // Nothing is read ahead: a line that breaks takes along what nobody has read yet.
    const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
    const length = totalBytes === undefined ? {} : { "content-length": String(totalBytes) };
    return new Response(body, { headers: { "content-type": "text/csv", ...length } });
  };
}

export function redirected(answer: Answer, url: string): Answer {
  return async (signal) => Object.defineProperty(await answer(signal), "url", { value: url });
}

export function mount(tag: string, change: (element: WhenWhereElement) => void = () => {}): WhenWhereElement {
  const element = document.createElement(tag) as WhenWhereElement;
  element.style.blockSize = "600px";
  change(element);
  document.body.append(element);
  return element;
}

export const within = (element: WhenWhereElement, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
export const notice = (element: WhenWhereElement): HTMLElement => within(element, ".ww-load") as HTMLElement;
export const button = (element: WhenWhereElement, label: string): HTMLButtonElement | undefined =>
  [...(element.shadowRoot?.querySelectorAll<HTMLButtonElement>(".ww-load button, .ww-files button") ?? [])].find(
    (one) => one.textContent === label,
  );

export const drawn = (element: WhenWhereElement): Promise<void> =>
  eventually(() => expect(element.handle).not.toBeNull());
export const alertOf = (element: WhenWhereElement): Promise<string> =>
  eventually(() => {
    const said = within(element, '[role="alert"]')?.textContent ?? "";
    expect(said).not.toBe("");
    return said;
  });

export async function shown(tag = "ww-table"): Promise<WhenWhereElement> {
  const element = mount(tag, (one) => one.setAttribute("src", "/first.csv"));
  await drawn(element);
  return element;
}
