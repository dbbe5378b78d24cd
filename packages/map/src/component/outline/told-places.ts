import type { Incident, Where } from "@whenwhere/model";

type Place = readonly [lon: number, lat: number];

/** A place of a record with its doubt. */
export interface ToldPlace {
  readonly lon: number;
  readonly lat: number;
  readonly radiusM: number;
}

/** The places that a record is drawn at beside its own: where it came from, where others say it was, and the ends of its outline. */
export function toldPlaces({ where, from, claims = [] }: Incident): readonly ToldPlace[] {
  const said = claims.flatMap(({ field, value, stance = "asserts" }) =>
    stance === "asserts" && (field === "where" || field === "from") && typeof value === "object" && value !== null
      ? [value as Where]
      : [],
  );
  const spots = [...(from === undefined ? [] : [from]), ...said].flatMap(({ lon, lat, radiusM }) =>
    Number.isFinite(lon) && Number.isFinite(lat)
      ? [{ lon: lon as number, lat: lat as number, radiusM: radiusM ?? 0 }]
      : [],
  );
  return [...spots, ...endsOf(where?.geometry?.coordinates).map(([lon, lat]) => ({ lon, lat, radiusM: 0 }))];
}

/** The westernmost, easternmost, southernmost and northernmost of positions, however deep they stand; none of none. */
export function endsOf(coordinates: unknown): readonly Place[] {
  const all: Place[] = [];
  const gather = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (Number.isFinite(part[0]) && Number.isFinite(part[1])) all.push([part[0], part[1]]);
    else part.forEach(gather);
  };
  gather(coordinates);
  const first = all[0];
  if (first === undefined) return [];
  const end = (isFurther: (a: Place, b: Place) => boolean): Place =>
    all.reduce((best, one) => (isFurther(one, best) ? one : best), first);
  return [
    end((a, b) => a[0] < b[0]),
    end((a, b) => a[0] > b[0]),
    end((a, b) => a[1] < b[1]),
    end((a, b) => a[1] > b[1]),
  ];
}
