import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import type { StoreEvents } from "../types.ts";

const FORM: OptionForm<Record<keyof StoreEvents, unknown>> = {
  filter: "any",
  selection: "any",
  hover: "any",
  view: "any",
  camera: "any",
  data: "any",
};

/** @throws WhenWhereError `store/event-unknown`. */
export function refuseStoreEvent(event: string): void {
  refuseOptions({ [event]: null }, FORM, { code: "store", name: "store", what: "event" });
}
