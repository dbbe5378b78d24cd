import { WhenWhereError } from "@whenwhere/model";

/** Gives each new text the next code. Codes fit in 16 bits. */
export interface Dictionary {
  readonly values: readonly string[];
  /** Throws {@link WhenWhereError} `store/too-many-categories` at the 65,537th value. */
  code(value: string): number;
}

const MOST_VALUES = 65_536;

export function createDictionary(): Dictionary {
  const values: string[] = [];
  const codes = new Map<string, number>();
  return {
    values,
    code(value) {
      const known = codes.get(value);
      if (known !== undefined) return known;
      if (values.length === MOST_VALUES) {
        throw new WhenWhereError(
          "store/too-many-categories",
          `The records have more than ${MOST_VALUES} categories; the one after them is "${value}".`,
          "Name a coarser field in `categoryField`.",
        );
      }
      codes.set(value, values.length);
      values.push(value);
      return values.length - 1;
    },
  };
}
