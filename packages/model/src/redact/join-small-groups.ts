import type { Incident, Where } from "../incident.ts";
import { hasPosition } from "../place/place-precision.ts";
import { civilDateOf, DAY_MS } from "../time/calendar.ts";
import { monthText, yearText } from "../time/day-text.ts";
import { spansOfWhen } from "../time/spans-of-when.ts";
import { createZoneClocks } from "../time/zone.ts";

/** Records in groups that are large enough. Law: kept + joined + withheld = records given. */
export interface JoinedGroups {
  /** Records whose group is large enough, then one series record for each joined group. */
  readonly incidents: readonly Incident[];
  readonly joined: number;
  readonly into: number;
  readonly withheld: number;
}

interface Placed {
  readonly incident: Incident;
  readonly cell: string;
  /** Finest of month and year that surely holds it; "" = more than a year, null = no date. */
  readonly month: string | null;
  readonly year: string | null;
  readonly years: readonly [first: number, last: number] | null;
}

/** What members of a group share, step by step less; status is always shared, for an allegation joins no fact. */
const STEPS: readonly ((placed: Placed) => readonly unknown[])[] = [
  ({ incident, cell, month }) => [incident.category, cell, month],
  ({ incident, cell, year }) => [incident.category, cell, year],
  ({ incident, year }) => [incident.category, incident.where?.country, year],
  ({ incident, years }) => [incident.category, incident.where?.country, years === null],
  ({ incident, years }) => [incident.category, years === null],
  () => [],
];

/**
 * Joins records whose group (place, category, status, month) has fewer than `least` records, over ever wider groups,
 * into series records with their counts. A group that is too small even without place, category and date is withheld:
 * no count below `least` is ever in the answer.
 */
export function joinSmallGroups(incidents: readonly Incident[], least: number): JoinedGroups {
  const place = createPlacer();
  let rest = incidents.map(place);
  const kept = new Set<Incident>();
  const made: Incident[] = [];
  let joined = 0;
  STEPS.forEach((share, step) => {
    const small: Placed[] = [];
    for (const group of grouped(rest, share)) {
      if (group.length < least) small.push(...group);
      else if (step === 0) for (const { incident } of group) kept.add(incident);
      else {
        made.push(seriesOf(group, step, made.length + 1));
        joined += group.length;
      }
    }
    rest = small;
  });
  const single = incidents.filter((incident) => kept.has(incident));
  return { incidents: [...single, ...made], joined, into: made.length, withheld: rest.length };
}

function createPlacer(): (incident: Incident) => Placed {
  const clocks = createZoneClocks();
  return (incident) => {
    const { outerStartMs, outerEndMs } = spansOfWhen(incident.when, clocks).spans;
    const cell = cellOf(incident.where);
    if (!Number.isFinite(outerStartMs) || !Number.isFinite(outerEndMs)) {
      return { incident, cell, month: null, year: null, years: null };
    }
    const first = civilDateOf(Math.floor(outerStartMs / DAY_MS));
    const last = civilDateOf(Math.floor((outerEndMs - 1) / DAY_MS));
    const years = [first.year, last.year] as const;
    const year = first.year === last.year ? yearText(first.year) : "";
    const isMonth = year !== "" && first.month === last.month;
    return { incident, cell, month: isMonth ? monthText(first.year, first.month) : year, year, years };
  };
}

function cellOf(where: Where | undefined): string {
  if (where === undefined) return "";
  if (hasPosition(where)) return `${where.lon},${where.lat}`;
  return JSON.stringify([where.country ?? null, where.admin1 ?? null, where.name ?? null]);
}

function grouped(placed: readonly Placed[], share: (one: Placed) => readonly unknown[]): readonly Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const key = JSON.stringify([one.incident.status ?? "happened", ...share(one)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function seriesOf(group: readonly Placed[], step: number, number: number): Incident {
  const { incident, year } = group[0] as Placed;
  const { category, status } = incident;
  const counts = group.map(({ incident: { when } }) => (when?.span === "series" ? (when.count ?? null) : 1));
  const count = counts.reduce<number>((sum, one) => sum + (one ?? 1), 0);
  const isLeast = group.some(({ incident: { when } }, i) => counts[i] === null || when?.countAtLeast === true);
  const edtf = step <= 2 && year !== "" ? year : yearsText(group);
  const hasCategory = category !== undefined && step <= 4;
  const where = step === 1 ? cellWhere(group) : step <= 3 ? countryWhere(incident.where) : undefined;
  return {
    id: `joined-${number}`,
    title: `${isLeast ? "At least " : ""}${count} incidents${hasCategory ? `, ${category}` : ""}`,
    ...(hasCategory ? { category } : {}),
    ...(status === undefined ? {} : { status }),
    when: { ...(edtf === null ? {} : { edtf }), span: "series", count, ...(isLeast ? { countAtLeast: true } : {}) },
    ...(where === undefined ? {} : { where }),
  };
}

/** The place that all members share, with the widest radius and only the names that all bear. */
function cellWhere(group: readonly Placed[]): Where | undefined {
  const places = group.map(({ incident }) => incident.where);
  const [first] = places;
  if (first === undefined) return undefined;
  const { geometry: _, inferred: _inferred, ...where } = first;
  const shared = Object.entries(where).filter(([key, value]) =>
    places.every((place) => place?.[key as keyof Where] === value),
  );
  const radii = places.map((place) => place?.radiusM ?? 0);
  const radiusM = Math.max(...radii);
  return { ...(Object.fromEntries(shared) as Where), ...(radiusM > 0 ? { radiusM } : {}) };
}

function countryWhere(where: Where | undefined): Where | undefined {
  return where?.country ? { country: where.country, precision: "country" } : undefined;
}

function yearsText(group: readonly Placed[]): string | null {
  const years = group.flatMap((one) => one.years ?? []);
  if (years.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (first < 0 || last > 9999) return null;
  return first === last ? yearText(first) : `${yearText(first)}/${yearText(last)}`;
}
