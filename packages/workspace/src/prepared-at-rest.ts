import { inTurns } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { createAtRest } from "@whenwhere/view";

/** The page has drawn what it has and is not being loaded any more. */
const IDLE_MS = 500;

/** Makes the tables of a moving window before a hand asks for them, a turn at a time, for the data of now and of later. */
export function preparedAtRest(store: Store): () => void {
  let stop = (): void => {};
  const rest = createAtRest(() => {
    stop = inTurns(store.prepare(), () => {});
  }, IDLE_MS);
  const begin = (): void => {
    stop();
    rest.later();
  };
  begin();
  const undo = store.on("data", begin);
  return () => {
    undo();
    stop();
    rest.cancel();
  };
}
