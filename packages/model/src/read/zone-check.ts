/** Whether a text names a time zone. */
export type ZoneCheck = (zone: string) => boolean;

/** A check that asks the platform once for each name. */
export function createZoneCheck(): ZoneCheck {
  const known = new Map<string, boolean>();
  return (zone) => {
    let answer = known.get(zone);
    if (answer === undefined) {
      answer = isZone(zone);
      known.set(zone, answer);
    }
    return answer;
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
