/** Calls listeners by event. `on` returns its own undo; `emit` reaches every listener even when one of them throws. */
export interface Emitter<Events> {
  on<K extends keyof Events>(event: K, listener: Listener<Events[K]>): () => void;
  /** Tells several events of one change, in the order given. */
  emit<K extends keyof Events>(events: readonly K[], value: Events[K], previous: Events[K]): void;
  clear(): void;
}

export type Listener<Value> = (value: Value, previous: Value) => void;

/**
 * Errors of listeners go to `onError`; without it, the first is thrown (several as one AggregateError) after all have run.
 * A listener added while an event is told hears the next one; one removed meanwhile is not called any more.
 */
export function createEmitter<Events>(onError?: (error: unknown) => void): Emitter<Events> {
  const listeners = new Map<keyof Events, Set<{ readonly call: (value: never, previous: never) => void }>>();
  return {
    on(event, listener) {
      const entry = { call: listener as (value: never, previous: never) => void };
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(entry));
      return () => {
        set.delete(entry);
      };
    },
    emit(events, value, previous) {
      const errors: unknown[] = [];
      for (const event of events) {
        const set = listeners.get(event);
        for (const entry of [...(set ?? [])]) {
          if (set?.has(entry) !== true) continue;
          try {
            entry.call(value as never, previous as never);
          } catch (error) {
            errors.push(error);
          }
        }
      }
      report(errors, onError);
    },
    clear() {
      for (const set of listeners.values()) set.clear();
    },
  };
}

function report(errors: readonly unknown[], onError: ((error: unknown) => void) | undefined): void {
  if (onError !== undefined) for (const error of errors) onError(error);
  else if (errors.length === 1) throw errors[0];
  else if (errors.length > 1) throw new AggregateError(errors, `${errors.length} listeners of a store event failed.`);
}
