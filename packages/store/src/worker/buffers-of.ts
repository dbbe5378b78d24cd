const DEPTH = 5;

/**
 * The buffers of plain data, each once: a transfer list, which moves them to another thread without a copy. Only for data
 * whose arrays nobody else reads. Lists of other things than arrays are not looked into.
 */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  collect(value, buffers, 0);
  return [...buffers];
}

function collect(value: unknown, buffers: Set<ArrayBuffer>, depth: number): void {
  if (typeof value !== "object" || value === null || depth > DEPTH) return;
  if (value instanceof ArrayBuffer) buffers.add(value);
  else if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  } else if (Array.isArray(value)) {
    if (ArrayBuffer.isView(value[0])) for (const part of value) collect(part, buffers, depth + 1);
  } else if (!(value instanceof Map)) for (const part of Object.values(value)) collect(part, buffers, depth + 1);
}

/** The same plain data with arrays of their own, so that they can be moved away. */
export function ownArrays<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (ArrayBuffer.isView(value)) return (value as unknown as { slice(): T }).slice();
  if (Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, ownArrays(part)])) as T;
}
