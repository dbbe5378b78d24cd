/** What is known by a key; made and kept when it is first asked for. */
export function remember<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}
