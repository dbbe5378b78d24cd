// The room of adapters that answer the store's questions from an existing engine (DuckDB, ClickHouse) instead of memory.
// It stays empty until the `Engine` interface is drawn in the store.
export {};
