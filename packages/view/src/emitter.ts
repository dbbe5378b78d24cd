import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";

/** Typed listeners of one view or widget. Owned by what emits. */
export interface Emitter<Events> {
  /** Returns its own undo. @throws WhenWhereError `NAME/event-unknown` for an event that there is not. */
  on<K extends keyof Events>(event: K, listener: (detail: Events[K]) => void): () => void;
  /** A listener that throws is reported to the page and does not stop the others. */
  emit<K extends keyof Events>(event: K, detail: Events[K]): void;
  /** Removes all listeners. */
  clear(): void;
}

/** Makes an {@link Emitter} of these events; `name` is whose they are. */
export function createEmitter<Events>(
  name: string,
  events: OptionForm<Record<keyof Events, unknown>>,
): Emitter<Events> {
  const listeners = new Map<keyof Events, Set<(detail: never) => void>>();
  return {
    on(event, listener) {
      refuseOptions({ [event]: null } as Partial<Record<keyof Events, unknown>>, events, {
        code: name,
        name,
        what: "event",
      });
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set);
      set.add(listener as (detail: never) => void);
      return () => set.delete(listener as (detail: never) => void);
    },
    emit(event, detail) {
      for (const listener of [...(listeners.get(event) ?? [])]) {
        try {
          (listener as (detail: unknown) => void)(detail);
        } catch (error) {
          reportError(error);
        }
      }
    },
    clear() {
      listeners.clear();
    },
  };
}
