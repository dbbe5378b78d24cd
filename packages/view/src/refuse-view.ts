import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, type OptionKind, type OptionTaker, refuseOptions } from "@whenwhere/model/refuse-options";
import type { Store } from "@whenwhere/store";
import type { Words } from "./pure/index.ts";

/** What a view says: options of this kind are made by `createWords`. */
export const WORDS: OptionKind = {
  says: 'createWords("fr", …)',
  takes: (value) => typeof (value as Words | null)?.t === "function",
};

/** What a view shows. */
export const STORE: OptionKind = {
  says: "createStore(incidents)",
  takes: (value) => typeof (value as Store | null)?.passing === "function",
};

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
  if (!STORE.takes(store)) {
    throw new WhenWhereError(
      `${taker.code}/store-missing`,
      `${taker.name} needs a store and found ${Array.isArray(store) ? "a list" : String(store)}.`,
      "Pass { store: createStore(incidents) }.",
    );
  }
  refuseOptions(options, form, taker);
}
