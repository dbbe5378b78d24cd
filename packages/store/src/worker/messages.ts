import type { CollectionHead, ImportReport, Incident, LoadProgress, NameTexts, RecordData } from "@whenwhere/model";
import { WhenWhereError } from "@whenwhere/model";
import type { PackedRowTexts } from "../search/packed-texts.ts";
import type { ColumnInput } from "../types.ts";
import type { ReadyRows } from "./ready-rows.ts";

/** Columns that travel: plain data, with what the records are read from in place of the records. */
export interface SentColumns extends Omit<ColumnInput, "records"> {
  readonly recordData?: RecordData;
}

/** What a worker makes its engine of. */
export type SentData =
  | { readonly columns: SentColumns; readonly categoryField?: string }
  | { readonly packed: ArrayBuffer }
  /** Each record's category as code and name, where a function of the page gave it. */
  | {
      readonly incidents: readonly Incident[];
      readonly categoryField?: string;
      readonly category?: { readonly codes: Uint16Array; readonly values: readonly string[] };
    };

/** What a response or a file says of itself beside its bytes. */
export type StreamFacts =
  | { readonly kind: "file"; readonly size: number; readonly type: string; readonly name?: string }
  | {
      readonly kind: "response";
      readonly ok: boolean;
      readonly status: number;
      readonly statusText?: string;
      readonly url?: string;
      readonly headers: Readonly<Record<string, string | null>>;
    };

/** What a worker is asked to load. The bytes of a stream follow as `chunk`. */
export type SentInput =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "stream"; readonly facts: StreamFacts | null };

/** Options of loading that are plain data. */
export type SentOptions = Readonly<Record<string, unknown>>;

export type ToWorker =
  | { readonly type: "data"; readonly data: SentData }
  | { readonly type: "ask"; readonly id: number; readonly method: string; readonly query: unknown }
  | {
      readonly type: "load";
      readonly id: number;
      readonly input: SentInput;
      readonly options: SentOptions;
      /** Somebody wants to see the first rows. */
      readonly isTelling: boolean;
    }
  /** Null ends the stream. */
  | { readonly type: "chunk"; readonly id: number; readonly bytes: Uint8Array | null }
  | { readonly type: "cancel"; readonly id: number };

/** Rows that are ready to be a store's. */
export interface SentRows {
  readonly rows: ReadyRows;
  /** Absent while loading goes on: records are then made of the columns. */
  readonly recordData?: RecordData;
  /** Of rows without records of their own: records are made of the columns under these names. */
  readonly names?: NameTexts;
  /** What is searched; absent where the records stay in the bytes of their file. */
  readonly texts?: PackedRowTexts;
}

/** All that was loaded. */
export interface SentLoad extends SentRows {
  readonly report: ImportReport;
  readonly head: CollectionHead;
}

export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "answer"; readonly id: number; readonly value: unknown }
  | { readonly type: "error"; readonly id: number; readonly error: SentError }
  | { readonly type: "progress"; readonly id: number; readonly progress: LoadProgress }
  | { readonly type: "rows"; readonly id: number; readonly rows: SentRows };

/** An error in transit: code and hint outlive the crossing. */
export interface SentError {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export function sentError(error: unknown): SentError {
  if (error instanceof WhenWhereError) {
    const { code, hint, message } = error;
    return { code, hint, message: message.endsWith(` ${hint}`) ? message.slice(0, -hint.length - 1) : message };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: "worker/failed", message, hint: "This is a fault of the library: please report it." };
}

export function receivedError({ code, message, hint }: SentError): WhenWhereError {
  return new WhenWhereError(code, message, hint);
}
