import { WhenWhereError } from "../errors.ts";
import { afterTurn } from "../turns/turn.ts";
import { MEMBER_CONTEXT, nextHeader, SIZE_BYTES, sizeBefore } from "./gzip-members.ts";
import type { ByteStream, ByteStreamReader } from "./load-types.ts";

/** Limits and listeners of {@link inflated}. */
export interface InflateLimits {
  /** Refuses more inflated bytes than this. Default 1 GiB. */
  readonly maxBytes?: number;
  /** Refuses more inflated bytes for one packed byte than this, once 16 MiB were inflated. Default 400. */
  readonly maxRatio?: number;
  /** How messages call the input. */
  readonly label: string;
  /** Told once when the data end too early or are damaged after something was inflated; the stream then simply ends. */
  onCut?(cut: InflateCut): void;
}

/** Where and why packed data could not be inflated further. */
export interface InflateCut {
  readonly inflatedBytes: number;
  /** The platform's own words. */
  readonly reason: string;
}

/** The part of a DecompressionStream that is used. */
interface Gunzip {
  readonly readable: ByteStream;
  readonly writable: { getWriter(): ByteStreamWriter };
}

interface ByteStreamWriter {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
}

interface Platform {
  readonly DecompressionStream?: new (format: "gzip") => Gunzip;
  setTimeout(callback: () => void, delayMs: number): unknown;
}

/** One member of a gzip file: not every platform goes on to the next by itself. */
interface Member {
  readonly writer: ByteStreamWriter;
  readonly reader: ByteStreamReader;
}

/** What the side that reads and the side that writes share. */
interface Inflation {
  readonly source: ByteStreamReader;
  readonly limits: InflateLimits;
  /** The member that is read, and the one after it as soon as it has begun. */
  readonly members: Member[];
  packedBytes: number;
  inflatedBytes: number;
  /** Inflated bytes before the member that is written. */
  memberStart: number;
  /** The reading side waits: everything that was inflated so far was taken. */
  isWaiting: boolean;
  isOver: boolean;
  /** The source itself failed: its own fault, no damage of the data. */
  sourceFailure: { readonly error: unknown } | null;
}

const DEFAULT_MAX_BYTES = 2 ** 30;
/** Deflate packs at most 1,032 bytes into one; real tables stay under 100. */
const DEFAULT_MAX_RATIO = 400;
const RATIO_FROM_BYTES = 2 ** 24;
/** Turns without a byte after which no more are waited for, once there are as many as are wanted. */
const TURNS_BEHIND = 2;
/** As long as there are not: turns at once first, then half a second of slow ones. */
const QUICK_TURNS = 50;
const SLOW_TURNS = 100;
const SLOW_TURN_MS = 5;

/**
 * The content of a gzip stream as a stream: what the platform's `DecompressionStream` makes of it, members one after the
 * other. Only a few chunks are held at a time. What ends too early, or is damaged, ends there and is told to `onCut`;
 * failures of the packed stream itself pass through.
 *
 * @throws WhenWhereError (reads reject) `load/too-large` beyond a limit; `load/gzip` when nothing can be inflated or the
 * platform has no DecompressionStream.
 */
export function inflated(packed: ByteStream, limits: InflateLimits): ByteStream {
  return { getReader: () => createInflater(packed.getReader(), limits) };
}

function createInflater(source: ByteStreamReader, limits: InflateLimits): ByteStreamReader {
  const state: Inflation = {
    source,
    limits,
    members: [openMember(limits.label)],
    packedBytes: 0,
    inflatedBytes: 0,
    memberStart: 0,
    isWaiting: false,
    isOver: false,
    sourceFailure: null,
  };
  let hasBegun = false;
  return {
    async read() {
      if (state.isOver) return { done: true };
      if (!hasBegun) {
        hasBegun = true;
        // What fails while writing fails the reading side too, where it is told.
        pump(state).catch(ignore);
      }
      try {
        return await nextChunk(state);
      } catch (error) {
        await giveUp(state, error);
        return cutOff(error, state);
      }
    },
    cancel: (reason) => giveUp(state, reason),
  };
}

async function nextChunk(state: Inflation): Promise<{ done: boolean; value?: Uint8Array }> {
  for (;;) {
    state.isWaiting = true;
    const { done, value } = await (state.members[0] as Member).reader.read();
    state.isWaiting = false;
    if (!done && value !== undefined) {
      state.inflatedBytes += value.length;
      checkLimits(state);
      return { done: false, value };
    }
    if (!done) continue;
    if (state.members.length === 1) {
      state.isOver = true;
      return { done: true };
    }
    state.members.shift();
  }
}

/** Feeds the packed bytes to the platform, a new member each time one begins. */
async function pump(state: Inflation): Promise<void> {
  let held: Uint8Array = new Uint8Array(0);
  for (;;) {
    const value = await packedChunk(state);
    if (state.isOver) return;
    if (value === null) break;
    let bytes = concat(held, value);
    for (let at = nextHeader(bytes); at !== -1; at = nextHeader(bytes)) {
      await writeTo(state, bytes.subarray(0, at));
      if (await comesTo(state, sizeBefore(bytes, at))) await nextMember(state);
      // No member is as short as that: the next header lies beyond.
      await writeTo(state, bytes.subarray(at, at + MEMBER_CONTEXT));
      bytes = bytes.subarray(at + MEMBER_CONTEXT);
    }
    const kept = Math.min(bytes.length, MEMBER_CONTEXT);
    await writeTo(state, bytes.subarray(0, bytes.length - kept));
    held = bytes.slice(bytes.length - kept);
  }
  await writeTo(state, held);
  // A fault at the end costs what was inflated and not yet taken.
  if (held.length >= SIZE_BYTES) await comesTo(state, sizeBefore(held, held.length));
  await (state.members.at(-1) as Member).writer.close();
}

async function packedChunk(state: Inflation): Promise<Uint8Array | null> {
  try {
    const { done, value } = await state.source.read();
    if (done) return null;
    state.packedBytes += value?.length ?? 0;
    return value ?? new Uint8Array(0);
  } catch (error) {
    state.sourceFailure = { error };
    (state.members.at(-1) as Member).writer.abort(error).catch(ignore);
    throw error;
  }
}

async function writeTo({ members }: Inflation, bytes: Uint8Array): Promise<void> {
  if (bytes.length > 0) await (members.at(-1) as Member).writer.write(bytes);
}

async function nextMember(state: Inflation): Promise<void> {
  const ended = state.members.at(-1) as Member;
  state.members.push(openMember(state.limits.label));
  state.memberStart = state.inflatedBytes;
  await ended.writer.close();
}

/**
 * Whether what was written comes to so many bytes of the member (modulo 2^32), and to no more. Some platforms unpack on threads
 * of their own, and tell nobody when they are done: on a busy machine that takes many turns.
 */
async function comesTo(state: Inflation, size: number): Promise<boolean> {
  const isThere = () => (state.inflatedBytes - state.memberStart) % 2 ** 32 === size;
  let seen = -1;
  let quiet = 0;
  while (quiet < (isThere() ? TURNS_BEHIND : QUICK_TURNS + SLOW_TURNS) && !state.isOver) {
    await new Promise<void>((resolve) => {
      if (quiet < QUICK_TURNS) afterTurn(resolve);
      else (globalThis as unknown as Platform).setTimeout(resolve, SLOW_TURN_MS);
    });
    quiet = state.isWaiting && state.inflatedBytes === seen ? quiet + 1 : 0;
    seen = state.inflatedBytes;
  }
  return isThere();
}

function checkLimits({ limits, inflatedBytes, packedBytes }: Inflation): void {
  const { label, maxBytes = DEFAULT_MAX_BYTES, maxRatio = DEFAULT_MAX_RATIO } = limits;
  if (inflatedBytes > maxBytes) {
    const message = `${label}: ${packedBytes} packed bytes hold more than ${maxBytes} bytes, the limit.`;
    throw new WhenWhereError("load/too-large", message, "Raise maxBytes, or ask an engine instead of memory.");
  }
  if (inflatedBytes <= RATIO_FROM_BYTES || inflatedBytes <= packedBytes * maxRatio) return;
  const message = `${label}: ${packedBytes} packed bytes grew to more than ${inflatedBytes} bytes; the limit is ${maxRatio} for one.`;
  throw new WhenWhereError("load/too-large", message, "No table packs so well: check where the file comes from.");
}

function cutOff(error: unknown, { limits, inflatedBytes, sourceFailure }: Inflation): { done: boolean } {
  if (sourceFailure !== null) throw sourceFailure.error;
  if (error instanceof WhenWhereError) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  if (inflatedBytes > 0) {
    limits.onCut?.({ inflatedBytes, reason });
    return { done: true };
  }
  const message = `${limits.label}: the gzip data cannot be unpacked (${reason}).`;
  throw new WhenWhereError("load/gzip", message, "Fetch the file again, or unpack it yourself.", { cause: error });
}

async function giveUp(state: Inflation, reason: unknown): Promise<void> {
  state.isOver = true;
  for (const { reader, writer } of state.members) {
    writer.abort(reason).catch(ignore);
    reader.cancel(reason).catch(ignore);
  }
  await state.source.cancel(reason).catch(ignore);
}

function openMember(label: string): Member {
  const { DecompressionStream } = globalThis as unknown as Platform;
  if (DecompressionStream === undefined) {
    throw new WhenWhereError("load/gzip", `${label}: this platform cannot unpack gzip.`, "Unpack the file first.");
  }
  const { readable, writable } = new DecompressionStream("gzip");
  return { reader: readable.getReader(), writer: writable.getWriter() };
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function ignore(): void {
  // A stream that is given up has nothing more to tell.
}
