import { type AbortSignalLike, WhenWhereError } from "@whenwhere/model";
import type { AskOptions } from "./engine.ts";

/** How one question is answered, and how the one who answers hears that nobody waits any more. */
export interface Asked<T> {
  answer(): T | Promise<T>;
  giveUp?(): void;
}

interface Waiting {
  readonly reject: (error: WhenWhereError) => void;
}

/**
 * The waiting questions of one engine: cancelled by their signal, superseded by a newer one of the same key, rejected
 * together when the engine ends. A question is answered a moment after it is asked, so that one that is superseded in the
 * same breath costs nothing.
 */
export class Questions {
  readonly #waiting = new Set<Waiting>();
  readonly #byKey = new Map<string, Waiting>();
  #isDestroyed = false;

  ask<T>(method: string, { signal, key }: AskOptions, asked: Asked<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const early = this.#refusal(signal);
      if (early !== null) {
        reject(early);
        return;
      }
      const slot = key === undefined ? null : `${method} ${key}`;
      const onAbort = (): void => entry.reject(aborted(signal));
      const close = (): void => {
        this.#waiting.delete(entry);
        if (slot !== null && this.#byKey.get(slot) === entry) this.#byKey.delete(slot);
        signal?.removeEventListener("abort", onAbort);
      };
      const entry: Waiting = {
        reject: (error) => {
          close();
          asked.giveUp?.();
          reject(error);
        },
      };
      if (slot !== null) {
        this.#byKey.get(slot)?.reject(superseded(method, key as string));
        this.#byKey.set(slot, entry);
      }
      this.#waiting.add(entry);
      signal?.addEventListener("abort", onAbort);
      this.#answer(entry, asked).then(
        (answer) => {
          close();
          resolve(answer);
        },
        (error: unknown) => {
          close();
          reject(error);
        },
      );
    });
  }

  /** Rejects all that waits, and all that is asked from now on. */
  destroy(): void {
    this.#isDestroyed = true;
    for (const entry of [...this.#waiting]) entry.reject(destroyed());
  }

  async #answer<T>(entry: Waiting, asked: Asked<T>): Promise<T> {
    await null;
    // Given up meanwhile: nobody hears what this would say.
    return this.#waiting.has(entry) ? asked.answer() : new Promise<T>(() => {});
  }

  #refusal(signal: AbortSignalLike | undefined): WhenWhereError | null {
    if (this.#isDestroyed) return destroyed();
    return signal?.aborted === true ? aborted(signal) : null;
  }
}

function aborted(signal: AbortSignalLike | undefined): WhenWhereError {
  return new WhenWhereError("engine/aborted", "The question was cancelled.", "Nothing to do.", {
    cause: signal?.reason,
  });
}

function superseded(method: string, key: string): WhenWhereError {
  return new WhenWhereError(
    "engine/superseded",
    `A newer ${method} question of "${key}" took the place of this one.`,
    "Nothing to do: use the answer of the newer one.",
  );
}

function destroyed(): WhenWhereError {
  return new WhenWhereError("engine/destroyed", "The engine has ended.", "Make a new one to ask more.");
}

/** For everything about a question that the store itself does not check. */
export function queryError(what: string, remedy: string): WhenWhereError {
  return new WhenWhereError("engine/query", what, remedy);
}
