import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, type OptionTaker, refuseOptions } from "@whenwhere/model/refuse-options";
import type { Store } from "@whenwhere/store";

/**
 * Refuses options that a view of a store cannot be made with.
 * @throws WhenWhereError `CODE/store-missing`, `CODE/option-unknown`.
 */
export function refuseView<Options extends { readonly store: Store }>(
  options: Options,
  form: OptionForm<Options>,
  taker: OptionTaker,
): void {
  const store: unknown = options?.store;
  if (typeof (store as Store | undefined)?.passing !== "function") {
    throw new WhenWhereError(
      `${taker.code}/store-missing`,
      `${taker.name} needs a store and found ${Array.isArray(store) ? "a list" : String(store)}.`,
      "Pass { store: createStore(incidents) }.",
    );
  }
  refuseOptions(options, form, taker);
}
