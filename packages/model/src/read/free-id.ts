/** The id that is wanted, or with the first suffix from 2 on that nobody has. `nextSuffix` keeps many bearers of one id from being counted through anew. */
export function freeId(wanted: string, isTaken: (id: string) => boolean, nextSuffix: Map<string, number>): string {
  if (!isTaken(wanted)) return wanted;
  let suffix = nextSuffix.get(wanted) ?? 2;
  while (isTaken(`${wanted}-${suffix}`)) suffix++;
  nextSuffix.set(wanted, suffix + 1);
  return `${wanted}-${suffix}`;
}
