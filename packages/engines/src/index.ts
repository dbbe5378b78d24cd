// The room of adapters that answer the questions of `Engine` from an existing engine (DuckDB, ClickHouse) instead of memory.
// Every adapter is held to test/store/engine-conformance.ts.
export type { Engine } from "@whenwhere/store";
