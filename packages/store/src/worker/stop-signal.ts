import type { AbortSignalLike } from "@whenwhere/model";

/** A signal and its switch, where the platform's own is not at hand. */
export interface Stop {
  readonly signal: AbortSignalLike;
  abort(): void;
}

export function createStop(): Stop {
  const { AbortController } = globalThis as unknown as {
    AbortController: new () => { readonly signal: AbortSignalLike; abort(): void };
  };
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
