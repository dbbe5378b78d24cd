import { nameKey } from "./area-key.ts";

const CODE = /^[A-Z]{2}$/;

/** The code of a country by its code or name; null when it is neither. */
export type CountryCodes = (name: string) => string | null;

/**
 * A look-up of ISO 3166-1 alpha-2 codes by code or by English name as the platform knows it ("Myanmar (Burma)",
 * "Mozambique"). The table of names is made on first need, once a look-up: about 2 ms.
 */
export function createCountryCodes(): CountryCodes {
  let display: Intl.DisplayNames | null = null;
  let byName: ReadonlyMap<string, string> | null = null;
  return (name) => {
    display ??= new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
    const upper = name.trim().toUpperCase();
    if (CODE.test(upper)) return display.of(upper) === undefined ? (OTHER_NAMES[upper.toLowerCase()] ?? null) : upper;
    byName ??= codesByName(display);
    return byName.get(nameKey(name)) ?? null;
  };
}

/** Other names under which files list countries. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "united-states-of-america": "US",
  usa: "US",
  uk: "GB",
  russia: "RU",
  "russian-federation": "RU",
  burma: "MM",
  myanmar: "MM",
  "democratic-republic-of-congo": "CD",
  "dr-congo-zaire": "CD",
  "republic-of-congo": "CG",
  "ivory-coast": "CI",
  swaziland: "SZ",
  turkey: "TR",
  "czech-republic": "CZ",
  palestine: "PS",
  "yemen-north-yemen": "YE",
  uae: "AE",
};

function codesByName(display: Intl.DisplayNames): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (let i = 0; i < 676; i++) {
    const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26));
    const name = display.of(code);
    // A code that was given up, such as BU, still has its name; its locale already bears the new one.
    if (name !== undefined && new Intl.Locale(`und-${code}`).region === code) codes.set(nameKey(name), code);
  }
  for (const [name, code] of Object.entries(OTHER_NAMES)) codes.set(name, code);
  return codes;
}
