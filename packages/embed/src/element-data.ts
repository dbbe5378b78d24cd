import {
  type Collection,
  type ImportReport,
  type Incident,
  loadIncidents,
  type RedactOptions,
  readIncidents,
  WhenWhereError,
} from "@whenwhere/model";
import { createStore, type Store } from "@whenwhere/store";

/** A store with what a view says about its data. */
export interface ElementData {
  readonly store: Store;
  readonly title: string | null;
  readonly description: string | null;
  readonly report: ImportReport | null;
}

/** Where an element may have its data from, first come first served. */
export interface DataInput {
  readonly store: Store | null;
  readonly collection: Collection | readonly Incident[] | null;
  readonly src: string | null;
  readonly format: string | null;
  /** What must not leave the reader. A ready store is shown as it is. */
  readonly redact: RedactOptions | null;
  /** Text of a `<script type="application/json">` or `text/csv` inside the element. */
  readonly inline: string | null;
}

type ReadResult = ReturnType<typeof readIncidents>;

function dataOf(result: ReadResult): ElementData {
  const { incidents, report, title, description } = result;
  if (incidents.length === 0) {
    const issue = report.issues.find(({ severity }) => severity === "error") ?? report.issues[0];
    throw new WhenWhereError(
      issue?.code ?? "read/no-usable-row",
      issue?.message ?? `${report.rows.read} rows were read and none could be used.`,
      issue?.hint ?? "A row needs at least a title, a date or a place.",
    );
  }
  const store = createStore(result);
  return { store, title: title ?? null, description: description ?? null, report };
}

/** True when the element has data of its own; one without borrows the store of its group. */
export function hasOwnData(input: DataInput): boolean {
  return input.store !== null || input.collection !== null || input.src !== null || input.inline !== null;
}

/**
 * Reads an element's own data.
 * @throws WhenWhereError naming what was found, what was expected, and the remedy.
 */
export async function loadData(input: DataInput, base: string, signal: AbortSignal): Promise<ElementData> {
  if (input.store !== null) return { store: input.store, title: null, description: null, report: null };
  const redact = input.redact === null ? {} : { redact: input.redact };
  const options = { ...redact, ...(input.format === null ? {} : { format: input.format as "auto" }) };
  if (input.collection !== null) return dataOf(readIncidents(JSON.stringify(input.collection), redact));
  if (input.src !== null) return dataOf(await loadIncidents(new URL(input.src, base).href, { ...options, signal }));
  return dataOf(readIncidents(input.inline ?? "", options));
}
