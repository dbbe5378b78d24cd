import {
  type Collection,
  type ImportReport,
  type Incident,
  type Issue,
  type LoadInput,
  type LoadOptions,
  type LoadProgress,
  loadIncidents,
  type ReadResult,
  type RedactOptions,
  readIncidents,
  WhenWhereError,
} from "@whenwhere/model";
import { createStore, type LoadedStore, type Store, type StoreOptions } from "@whenwhere/store";
import { type JoinedPart, joinResults, type NamedResult } from "./join-results.ts";
import { loadIfLarge } from "./load-large.ts";

/** One of several inputs that could not be read; the others could. */
export interface LoadFailure {
  readonly name: string;
  readonly error: unknown;
}

/** A store with what a view says about its data. */
export interface ElementData {
  readonly store: Store;
  readonly title: string | null;
  readonly description: string | null;
  readonly report: ImportReport | null;
  /** Inputs beside these that could not be read. */
  readonly failures: readonly LoadFailure[];
  /** What came from which of several inputs. */
  readonly parts?: readonly JoinedPart[];
}

/** Text of a `<script type="application/json">` or `text/csv` inside the element. */
export interface InlineData {
  readonly text: string;
  readonly mediaType: string;
}

/** As a category: the name of the input that a record came from, where there are several. */
const DATASET = "dataset";

/** Where an element may have its data from, first come first served. */
export interface DataInput {
  /** Files that the reader of the page opened; none as a rule. */
  readonly files: readonly File[];
  readonly store: Store | null;
  readonly collection: Collection | readonly Incident[] | null;
  /** One address or several, parted by blanks. */
  readonly src: string | null;
  readonly format: string | null;
  /** What must not leave the reader. A ready store is shown as it is. */
  readonly redact: RedactOptions | null;
  readonly inline: InlineData | null;
  /** Gives up when no byte arrives for so long; null = 30 s. */
  readonly stallMs: number | null;
  /** Field that gives hue and shape in place of the category; {@link DATASET} is which of several inputs. Null = the category. */
  readonly categoryField: string | null;
  /** Address of the worker's program; null = the one that the library carries. */
  readonly workerUrl: string | null;
}

/** How far one of the inputs has come. */
export interface DataProgress extends LoadProgress {
  readonly name: string;
}

/** What a load listens to and tells. */
export interface LoadHooks {
  /** Address against which relative ones are resolved. */
  readonly base: string;
  readonly signal: AbortSignal;
  onProgress?(progress: DataProgress): void;
  /** Told when the first rows of a large input are there; its store becomes that of all rows. */
  onPartial?(data: ElementData): void;
}

/** True when the element has data of its own; one without borrows the store of its group. */
export function hasOwnData(input: DataInput): boolean {
  return namesOf(input).length > 0 || input.store !== null || input.collection !== null || input.inline !== null;
}

/** Names of what will be fetched or opened, for messages. */
export function namesOf({ files, src }: DataInput): readonly string[] {
  return files.length > 0 ? files.map(({ name }) => name) : addressesOf(src);
}

/**
 * Reads an element's own data: the one seam between elements and readers. Of several inputs those that can be read are
 * joined, and the others are told as failures.
 *
 * @throws WhenWhereError naming what was found, what was expected, and the remedy, when no input can be shown.
 */
export async function loadData(input: DataInput, hooks: LoadHooks): Promise<ElementData> {
  const redact = input.redact === null ? {} : { redact: input.redact };
  if (input.files.length > 0) return loadAll(input.files, { ...input, format: null }, hooks);
  if (input.store !== null) return { store: input.store, title: null, description: null, report: null, failures: [] };
  if (input.collection !== null)
    return dataOf(readIncidents(JSON.stringify(input.collection), redact), [], input.categoryField);
  if (input.src !== null) return loadAll(addressesOf(input.src), input, hooks);
  const { text = "", mediaType = "" } = input.inline ?? {};
  return loadAll([new File([text], "", { type: mediaType })], input, hooks);
}

function addressesOf(src: string | null): readonly string[] {
  return src?.split(/\s+/).filter((address) => address !== "") ?? [];
}

async function loadAll(
  inputs: readonly (string | File)[],
  { format, redact, stallMs, workerUrl, categoryField }: DataInput,
  hooks: LoadHooks,
): Promise<ElementData> {
  const { base, signal, onProgress, onPartial } = hooks;
  const options = {
    signal,
    ...(redact === null ? {} : { redact }),
    ...(format === null ? {} : { format }),
    ...(stallMs === null ? {} : { stallMs }),
  };
  const loadOne = async (one: string | File): Promise<NamedResult | ElementData> => {
    const name = typeof one === "string" ? one : one.name;
    const target = typeof one === "string" ? addressOf(one, base) : one;
    const told = onProgress && ((progress: LoadProgress) => onProgress({ ...progress, name }));
    const listening = { ...options, ...(told === undefined ? {} : { onProgress: told }) };
    if (inputs.length > 1) return { name, result: await loadUsable(target, listening) };
    const first = (store: Store): void =>
      onPartial?.({ store, title: store.title, description: null, report: null, failures: [] });
    const worker = workerUrl === null ? {} : { workerUrl: addressOf(workerUrl, base) };
    const named = categoryField === null || categoryField === DATASET ? {} : { categoryField };
    const looked = await loadIfLarge(target, { ...listening, ...worker, ...named, onPartial: first });
    if (looked.loaded !== null) return dataOfStore(looked.loaded);
    return { name, result: await loadUsable(looked.input, { ...listening, ...looked.fetch }) };
  };
  const outcomes = await Promise.allSettled(inputs.map(loadOne));
  const results = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const failures = outcomes.flatMap((outcome, i): LoadFailure[] => {
    const one = inputs[i] as string | File;
    return outcome.status === "fulfilled"
      ? []
      : [{ name: typeof one === "string" ? one : one.name, error: outcome.reason }];
  });
  const [first] = results;
  if (first === undefined) throw failures[0]?.error;
  if ("store" in first) return first;
  const joined = joinResults(results.filter((one) => "result" in one));
  const data = dataOf(joined, failures, categoryField);
  return joined.parts.length > 1 ? { ...data, parts: joined.parts } : data;
}

async function loadUsable(input: LoadInput, options: LoadOptions): Promise<ReadResult> {
  const result = await loadIncidents(input, options);
  if (result.incidents.length === 0) throw nothingUsable(result);
  return result;
}

/** A large input, alone: it needs no joining. */
function dataOfStore({ store, report, head }: LoadedStore): ElementData {
  if (store.columns.length === 0) throw nothingUsable({ report });
  return { store, title: store.title, description: head.description ?? null, report, failures: [] };
}

/** @throws WhenWhereError when it is no address. */
function addressOf(text: string, base: string): string {
  try {
    return new URL(text, base).href;
  } catch (cause) {
    const message = `"${text}" is no address.`;
    throw new WhenWhereError("load/url", message, "Write one such as data/incidents.csv or https://...", { cause });
  }
}

function dataOf(
  result: ReadResult & { readonly parts?: readonly JoinedPart[] },
  failures: readonly LoadFailure[],
  field: string | null,
): ElementData {
  if (result.incidents.length === 0) throw nothingUsable(result);
  const { report, title, description, parts = [] } = result;
  const categoryField = field === DATASET ? datasetOf(parts) : (field ?? "category");
  const store = createStore(result, { categoryField });
  return { store, title: title ?? null, description: description ?? null, report, failures };
}

/** A record that stands in two inputs is of the first. */
function datasetOf(parts: readonly JoinedPart[]): NonNullable<StoreOptions["categoryField"]> {
  if (parts.length < 2) return "category";
  const titles = new Map<string, string>();
  for (const { title, incidents } of parts) for (const { id } of incidents) titles.set(id, titles.get(id) ?? title);
  return ({ id }) => titles.get(id);
}

/** Why nothing could be used: what is said of the whole and, where that is its records, of the first of them. */
function nothingUsable({ report: { issues } }: Pick<ReadResult, "report">): WhenWhereError {
  // Readers never leave an empty result without an issue.
  const { code, message, hint } = (issues.find(({ severity }) => severity === "error") ?? issues[0]) as Issue;
  const first = code === "input/no-usable-row" ? issues.find(({ row }) => row !== null) : undefined;
  if (first === undefined) return new WhenWhereError(code, message, hint);
  return new WhenWhereError(code, `${message} Row ${first.row}: ${first.message}`, first.hint);
}
