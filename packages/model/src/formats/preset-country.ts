import { nameKey } from "../place/area-key.ts";
import { createCountryCodes } from "../place/country-code.ts";

/** ISO 3166-1 alpha-2 by a publisher's name of a country; the name itself when it is not known. */
export type PresetCountry = (name: string | undefined) => string | undefined;

/** Names of conflict and event databases that differ from those of the platform, by {@link nameKey}. */
const OTHER: Readonly<Record<string, string>> = {
  "bosnia-herzegovina": "BA",
  "bosnia-and-herzegovina": "BA",
  "trinidad-and-tobago": "TT",
  "antigua-and-barbuda": "AG",
  "saint-kitts-and-nevis": "KN",
  "saint-vincent-and-the-grenadines": "VC",
  "saint-lucia": "LC",
  "sao-tome-and-principe": "ST",
  "democratic-republic-of-the-congo": "CD",
  "congo-democratic-republic-of-the": "CD",
  "republic-of-the-congo": "CG",
  congo: "CG",
  zaire: "CD",
  "congo-kinshasa": "CD",
  "cote-d-ivoire": "CI",
  "east-timor": "TL",
  "hong-kong": "HK",
  macau: "MO",
  macao: "MO",
  macedonia: "MK",
  "macedonia-fyr": "MK",
  "soviet-union": "RU",
  yugoslavia: "RS",
  czechia: "CZ",
  "slovak-republic": "SK",
  "great-britain": "GB",
  "vatican-city": "VA",
  "west-bank-and-gaza-strip": "PS",
  "west-bank": "PS",
  "gaza-strip": "PS",
  "state-of-palestine": "PS",
  "syrian-arab-republic": "SY",
  "iran-islamic-republic-of": "IR",
  "south-vietnam": "VN",
  "west-germany-frg": "DE",
  "east-germany-gdr": "DE",
  "falkland-islands": "FK",
  micronesia: "FM",
  "the-gambia": "GM",
  "gambia-the": "GM",
  "the-bahamas": "BS",
  "bahamas-the": "BS",
  "korea-south": "KR",
  "korea-north": "KP",
  "republic-of-korea": "KR",
  "viet-nam": "VN",
  "lao-pdr": "LA",
  "brunei-darussalam": "BN",
  "turks-and-caicos-islands": "TC",
  "wallis-and-futuna": "WF",
};

/** A look-up that remembers: the platform is asked once for each name. */
export function createPresetCountry(): PresetCountry {
  const codeOf = createCountryCodes();
  const known = new Map<string, string>();
  return (name) => {
    if (name === undefined) return undefined;
    let code = known.get(name);
    if (code === undefined) {
      code = candidates(name)
        .map((candidate) => OTHER[nameKey(candidate)] ?? codeOf(candidate))
        .find((found) => found !== null);
      code ??= name;
      known.set(name, code);
    }
    return code;
  };
}

/** "Yemen (North Yemen)", "Kingdom of eSwatini (Swaziland)": the whole, without the brackets, what stands in them. */
function candidates(name: string): readonly string[] {
  const inside = /\(([^)]+)\)/.exec(name)?.[1];
  const outside = name.replace(/\s*\([^)]*\)\s*/g, " ").trim();
  return inside === undefined ? [name] : [name, outside, inside];
}
