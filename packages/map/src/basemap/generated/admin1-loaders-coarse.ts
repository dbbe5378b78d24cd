// Written by basemap-build/build.mjs; do not edit.
import type { PackedTopology } from "../packed-topology.ts";
import { type CoarseColumns, readCoarse } from "../read-coarse.ts";

const load = async (iso: string): Promise<PackedTopology> => {
  const columns: CoarseColumns = (await import("./admin1-coarse.json")).default;
  return readCoarse(columns, iso);
};

/** First-level areas by ISO 3166-1 alpha-2, coarse and in one file: for a script that carries everything inside. */
export const admin1Loaders: Readonly<Record<string, () => Promise<PackedTopology>>> = Object.fromEntries(
  "AD AE AF AG AI AL AM AO AR AS AT AU AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MD ME MG MH MK ML MM MN MP MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PM PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TF TG TH TJ TL TM TN TO TR TT TW TZ UA UG UM US UY UZ VC VE VI VN VU WF WS XK YE ZA ZM ZW"
    .split(" ")
    .map((iso) => [iso, () => load(iso)]),
);
