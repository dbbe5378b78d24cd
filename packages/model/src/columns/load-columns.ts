import type { ArrowColumns } from "../formats/arrow/arrow-columns.ts";
import type { ImportReport, Issue } from "../issues.ts";
import { containerOf } from "../read/container-magic.ts";
import { decodeBytes } from "../read/decode-bytes.ts";
import { bodyOptions, inputFacts, type LoadOptions, readLoaded, resolveFormat } from "../read/load-incidents.ts";
import { type LoadInput, type Opened, openInput, throwIfAborted } from "../read/load-open.ts";
import { LOAD_FORM } from "../read/read-forms.ts";
import { inputHead, type ReadOptions, type ReadResult, readerOf } from "../read/read-incidents.ts";
import type { CollectionHead } from "../read/reader.ts";
import { type OptionForm, refuseOptions } from "../refuse-options.ts";
import { createPause } from "../turns/pause.ts";
import type { ColumnPlan } from "./acled/load-acled.ts";
import { type Body, openBody } from "./body.ts";
import { GrowingBlocks } from "./bytes/row-blocks.ts";
import { columnsOf } from "./columns-of.ts";
import type { IncidentColumns } from "./incident-columns.ts";
import { openRecords } from "./open-records.ts";
import type { RecordData } from "./record-data.ts";
import type { RecordSource } from "./record-source.ts";

/** Options of {@link loadColumns}: those of `loadIncidents`, and a listener for the first rows. */
export interface ColumnLoadOptions extends LoadOptions {
  /**
   * Told the rows that are read so far, in the order of the input, before the last ones are read; once or more, or never
   * where the input is small or of a format without a plan. A row may still change: an id that comes again, an order of
   * day and month that only later rows tell.
   */
  onRows?(columnsSoFar: IncidentColumns): void;
}

const FORM: OptionForm<ColumnLoadOptions> = { ...LOAD_FORM, onRows: "any" };

/**
 * What was loaded. `columns`, `report` and `issues` are those that `readIncidents` would have given; records are made
 * when they are asked for.
 */
export interface ColumnLoad {
  readonly columns: IncidentColumns;
  readonly report: ImportReport;
  /** All of them; those of the report. */
  readonly issues: readonly Issue[];
  readonly records: RecordSource;
  /** What `records` reads from, as plain data: give it to `recordsOf` on another thread. */
  readonly recordData: RecordData;
  readonly head: CollectionHead;
}

/**
 * Loads incidents as columns: what `loadIncidents` accepts and does, for many rows. Formats with a plan (ACLED in UTF-8)
 * are read from bytes straight into columns while they arrive, and the file's bytes are kept, from which a record is
 * read again when it is asked for; all others are read record by record. The thread is let go every dozen milliseconds.
 *
 * The plan finds cells itself: a CSV library that makes a text of each of the 31 million cells of a million rows has
 * spent the time before anything is read, and none splits broken quotation marks as `readIncidents` does.
 *
 * @throws WhenWhereError as `loadIncidents` does.
 */
export async function loadColumns(input: LoadInput, options: ColumnLoadOptions = {}): Promise<ColumnLoad> {
  refuseOptions(options, FORM, { code: "load", name: "loadColumns" });
  throwIfAborted(options.signal);
  const opened = await openInput(input, options);
  const body = await openBody(opened, bodyOptions(opened, options));
  const blocks = new GrowingBlocks();
  const planned = await loadPlanned(body, blocks, { opened, options });
  if (planned !== null) return withRecords(planned);
  blocks.expect(opened.total ?? 0);
  for (let chunk = await body.next(); chunk !== null; chunk = await body.next()) blocks.append(chunk);
  const bytes = blocks.joined();
  throwIfAborted(options.signal);
  const own = options.redact === undefined && body.notes.length === 0 ? await ownArrowColumns(bytes) : null;
  if (own !== null) return withRecords(own);
  return loadOfResult(await readLoaded({ bytes, notes: body.notes }, opened, options));
}

/** The columns of an Arrow file that `toArrow` wrote, as they stand in it; null for anything else. */
async function ownArrowColumns(bytes: Uint8Array): Promise<ArrowColumns | null> {
  if (containerOf(bytes) !== "arrow") return null;
  return (await import("../formats/arrow/load-arrow.ts")).loadArrowColumns(bytes);
}

/** What `readIncidents` gave, as columns. */
function loadOfResult({ incidents, sources, report, issues, ...head }: ReadResult): Promise<ColumnLoad> {
  const said = Object.entries(head).filter(([, value]) => value !== null);
  return withRecords({
    columns: columnsOf(incidents, { sources, ...head }),
    report: { ...report, issues },
    recordData: { kind: "incidents", incidents },
    head: Object.fromEntries(said) as CollectionHead,
  });
}

async function withRecords(load: Pick<ColumnLoad, "columns" | "report" | "recordData" | "head">): Promise<ColumnLoad> {
  return { ...load, issues: load.report.issues, records: await openRecords(load.recordData) };
}

interface LoadFacts {
  readonly opened: Opened;
  readonly options: ColumnLoadOptions;
}

/** Bytes by which a format is recognised: more than the 65,536 characters that readers look at can have. */
const HEAD_BYTES = 2 ** 18;
/** Rows after which the first ones are told. */
const FIRST_ROWS = 4_096;

/** Null when there is no plan for what comes, or the plan gives up: what was read by then stands in `blocks`. */
async function loadPlanned(
  body: Body,
  blocks: GrowingBlocks,
  { opened, options }: LoadFacts,
): Promise<Pick<ColumnLoad, "columns" | "report" | "recordData" | "head"> | null> {
  let isLast = await fillHead(body, blocks);
  // A plan goes past the records, where redaction is done; what was read stands in `blocks`.
  if (options.redact !== undefined) return null;
  let isTold = options.onRows === undefined;
  let plan: ColumnPlan | null = null;
  const letGo = createPause();
  const pause = async (): Promise<void> => {
    await letGo();
    throwIfAborted(options.signal);
    if (isTold || plan === null || plan.rows < FIRST_ROWS) return;
    isTold = true;
    options.onRows?.(await plan.preview());
  };
  await pause();
  plan = await choosePlan(blocks, { opened, options }, pause);
  if (plan === null) return null;
  await pause();
  for (;;) {
    if (!(await plan.feed(isLast))) return null;
    throwIfAborted(options.signal);
    if (isLast) break;
    await pause();
    const chunk = await body.next();
    if (chunk === null) isLast = true;
    else blocks.append(chunk);
  }
  isTold = true;
  if (body.notes.length > 0) return null;
  return plan.finish();
}

/** Whether the input has ended with its head. */
async function fillHead(body: Body, blocks: GrowingBlocks): Promise<boolean> {
  if (body.whole !== null) {
    blocks.takeWhole(body.whole);
    return true;
  }
  while (blocks.filled < HEAD_BYTES) {
    const chunk = await body.next();
    if (chunk === null) return true;
    blocks.append(chunk);
  }
  return false;
}

async function choosePlan(
  blocks: GrowingBlocks,
  { opened, options }: LoadFacts,
  pause: () => Promise<void>,
): Promise<ColumnPlan | null> {
  const bytes = blocks.bytes.subarray(0, Math.min(blocks.filled, HEAD_BYTES));
  if (bytes.length === 0 || containerOf(bytes) !== null || bytes.subarray(0, 64).includes(0)) return null;
  const { readers = [], format, ...rest } = options;
  const facts = { ...inputFacts(opened), ...rest };
  const head = inputHead(bytes, facts as ReadOptions);
  const resolved = await resolveFormat(format, readers, head);
  const reader = readerOf(head, { ...(facts as ReadOptions), ...resolved });
  if (/^\s*[[{]/.test(head.text)) return null;
  await pause();
  const { planOf } = await import("./plan-of.ts");
  const { text } = decodeBytes(bytes);
  const plan = planOf(reader);
  return plan?.({ blocks, options, totalBytes: bodyTotal(opened), head: text.slice(0, 65_536), pause }) ?? null;
}

function bodyTotal({ bytes, total }: Opened): number | null {
  return bytes?.length ?? total;
}
