import type { PlacePrecision } from "@whenwhere/model";

/** The few words that stand in the drawing itself. Give another language by `options.texts`. */
export interface MapTexts {
  /** Sub-line under the name of an area: "province only". */
  readonly only: (precision: PlacePrecision) => string;
  /** Sub-line of a ring: "within 15 km (assumed)". `distance` is already worded. */
  readonly within: (distance: string, assumed: boolean) => string;
  /** Added to the sub-line of an area whose extent we assumed. */
  readonly assumed: string;
  readonly possibly: string;
  /** Sub-line of a rival place. */
  readonly oneOf: (n: number) => string;
  /** Sub-line of the origin of an arc when it is alleged or inferred. */
  readonly originHinted: string;
  readonly blurred: string;
  /** Edge tag that stands for the rest: "3 more". */
  readonly more: (n: string) => string;
  /** Edge tag of places without a country: "elsewhere". */
  readonly elsewhere: string;
  readonly cluster: (n: string) => string;
}

const ONLY: Readonly<Record<PlacePrecision, string>> = {
  exact: "",
  settlement: "",
  district: "district only",
  province: "province only",
  country: "country only",
  region: "somewhere here",
  sea: "at sea",
  line: "along this line",
  unknown: "place not given",
};

/** English. */
export const ENGLISH_MAP_TEXTS: MapTexts = {
  only: (precision) => ONLY[precision],
  within: (distance, assumed) => (assumed ? `within ${distance} (assumed)` : `within ${distance}`),
  assumed: "(assumed)",
  possibly: "possibly",
  oneOf: (n) => `one of ${n} places`,
  originHinted: "origin, only hinted",
  blurred: "blurred by the publisher",
  more: (n) => `${n} more`,
  elsewhere: "Elsewhere",
  cluster: (n) => `${n} records`,
};

/** "150 m", "15 km" in the reader's digits and units' names. */
export function distanceText(radiusM: number, locale: string): string {
  const meters = radiusM < 1000;
  const value = meters ? radiusM : radiusM / 1000;
  const digits = value < 10 && !meters ? 1 : 0;
  const options = {
    style: "unit",
    unit: meters ? "meter" : "kilometer",
    unitDisplay: "short",
    maximumFractionDigits: digits,
  } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}
