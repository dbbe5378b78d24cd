export type { CategoryField } from "./columns/build-columns.ts";
export { CLASS_RADIUS_M } from "./columns/place-radius.ts";
export { columnOf, numbersOf, type PlainArray } from "./columns/plain-columns.ts";
export { isDateUncertain } from "./columns/uncertain-date.ts";
export { createStore, type StoreCollection, type StoreInput } from "./create-store.ts";
export { type BrushedCube, brushCube, CUBE_BITS } from "./engine/brush-cube.ts";
export type * from "./engine/engine.ts";
export { type MemoryEngineOptions, memoryEngine } from "./engine/memory-engine.ts";
export { DATE_WIDTHS } from "./filter/derived-fields.ts";
export {
  createLaneIndex,
  type IndexSpan,
  type LaneBins,
  type LaneIndex,
  type LaneTimes,
} from "./indexes/lane-index.ts";
export type { LaneRowsInput } from "./indexes/lane-rows.ts";
export type { KeepRule } from "./live/rolling.ts";
export type { StoreOptions } from "./memory-store.ts";
export { packStore } from "./packed/pack-store.ts";
export { distanceM, type Place } from "./pick/distance.ts";
export { type NearOptions, type NearRow, type PlaceIndex, placeIndexOf } from "./pick/place-index.ts";
export { foldText } from "./search/fold-text.ts";
export type { PackedRowTexts } from "./search/packed-texts.ts";
export { searchMarks, type TextRange } from "./search/search-marks.ts";
export { type Action, INITIAL_STATE, reduce } from "./state/reduce.ts";
export * from "./types.ts";
export { type DecodedState, decodeState } from "./url/decode-state.ts";
export { encodeState } from "./url/encode-state.ts";
export { type LoadedStore, type LoadStoreOptions, loadStore } from "./worker/load-store.ts";
export type { WorkerOptions } from "./worker/open-worker.ts";
export { type WorkerEngineOptions, workerEngine } from "./worker/worker-engine.ts";
