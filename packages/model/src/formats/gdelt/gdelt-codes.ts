import type { PlacePrecision } from "../../incident.ts";

const ACTOR =
  "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split(
    " ",
  );
const FACTS =
  "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone".split(
    " ",
  );

function geoColumns(who: string, hasAdm2: boolean): readonly string[] {
  const parts = [
    "Type",
    "FullName",
    "CountryCode",
    "ADM1Code",
    ...(hasAdm2 ? ["ADM2Code"] : []),
    "Lat",
    "Long",
    "FeatureID",
  ];
  return parts.map((part) => `${who}Geo_${part}`);
}

function eventColumns(hasAdm2: boolean): readonly string[] {
  return [
    ...["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
    ...ACTOR.map((part) => `Actor1${part}`),
    ...ACTOR.map((part) => `Actor2${part}`),
    ...FACTS,
    ...geoColumns("Actor1", hasAdm2),
    ...geoColumns("Actor2", hasAdm2),
    ...geoColumns("Action", hasAdm2),
    ...["DATEADDED", "SOURCEURL"],
  ];
}

/** Columns of GDELT 1.0; the backfiles before April 2013 end before `SOURCEURL`. */
export const COLUMNS_1: readonly string[] = /* @__PURE__ */ eventColumns(false);

/** Columns of GDELT 2.0. */
export const COLUMNS_2: readonly string[] = /* @__PURE__ */ eventColumns(true);

/** `ActionGeo_Type`. 1, 2 and 5 are centroids; 0 is no place. */
export const GEO_TYPE: Readonly<Record<string, PlacePrecision | "none">> = {
  "0": "none",
  "1": "country",
  "2": "province",
  "3": "settlement",
  "4": "settlement",
  "5": "province",
};

/** CAMEO root codes, two digits as text. */
export const CAMEO_ROOT: Readonly<Record<string, string>> = {
  "01": "public statement",
  "02": "appeal",
  "03": "intent to cooperate",
  "04": "consultation",
  "05": "diplomatic cooperation",
  "06": "material cooperation",
  "07": "aid",
  "08": "yielding",
  "09": "investigation",
  "10": "demand",
  "11": "disapproval",
  "12": "rejection",
  "13": "threat",
  "14": "protest",
  "15": "show of force",
  "16": "reduced relations",
  "17": "coercion",
  "18": "assault",
  "19": "fight",
  "20": "mass violence",
};

/**
 * FIPS 10-4 country codes as ISO 3166-1 alpha-2. GDELT writes FIPS, in which `AU` is Austria and `CH` is China, so the
 * codes never pass for ISO by themselves.
 */
const FIPS =
  "AA:AW AC:AG AE:AE AF:AF AG:DZ AJ:AZ AL:AL AM:AM AN:AD AO:AO AQ:AS AR:AR AS:AU AU:AT AV:AI AX:GB AY:AQ BA:BH BB:BB " +
  "BC:BW BD:BM BE:BE BF:BS BG:BD BH:BZ BK:BA BL:BO BM:MM BN:BJ BO:BY BP:SB BR:BR BT:BT BU:BG BV:BV BX:BN BY:BI CA:CA " +
  "CB:KH CD:TD CE:LK CF:CG CG:CD CH:CN CI:CL CJ:KY CK:CC CM:CM CN:KM CO:CO CQ:MP CS:CR CT:CF CU:CU CV:CV CW:CK CY:CY " +
  "DA:DK DJ:DJ DO:DM DR:DO DX:GB EC:EC EG:EG EI:IE EK:GQ EN:EE ER:ER ES:SV ET:ET EZ:CZ FG:GF FI:FI FJ:FJ FK:FK FM:FM " +
  "FO:FO FP:PF FR:FR FS:TF GA:GM GB:GA GG:GE GH:GH GI:GI GJ:GD GK:GG GL:GL GM:DE GP:GP GQ:GU GR:GR GT:GT GV:GN GY:GY " +
  "GZ:PS HA:HT HK:HK HM:HM HO:HN HR:HR HU:HU IC:IS ID:ID IM:IM IN:IN IO:IO IR:IR IS:IL IT:IT IV:CI IZ:IQ JA:JP JE:JE " +
  "JM:JM JN:SJ JO:JO KE:KE KG:KG KN:KP KR:KI KS:KR KT:CX KU:KW KV:XK KZ:KZ LA:LA LE:LB LG:LV LH:LT LI:LR LO:SK LS:LI " +
  "LT:LS LU:LU LY:LY MA:MG MB:MQ MC:MO MD:MD MF:YT MG:MN MH:MS MI:MW MJ:ME MK:MK ML:ML MN:MC MO:MA MP:MU MR:MR MT:MT " +
  "MU:OM MV:MV MX:MX MY:MY MZ:MZ NC:NC NE:NU NF:NF NG:NE NH:VU NI:NG NL:NL NN:SX NO:NO NP:NP NR:NR NS:SR NU:NI NZ:NZ " +
  "OD:SS PA:PY PC:PN PE:PE PK:PK PL:PL PM:PA PO:PT PP:PG PS:PW PU:GW QA:QA RB:RS RE:RE RI:RS RM:MH RN:MF RO:RO RP:PH " +
  "RQ:PR RS:RU RW:RW SA:SA SB:PM SC:KN SE:SC SF:ZA SG:SN SH:SH SI:SI SL:SL SM:SM SN:SG SO:SO SP:ES ST:LC SU:SD SV:SJ " +
  "SW:SE SX:GS SY:SY SZ:CH TB:BL TD:TT TH:TH TI:TJ TK:TC TL:TK TN:TO TO:TG TP:ST TS:TN TT:TL TU:TR TV:TV TW:TW TX:TM " +
  "TZ:TZ UC:CW UG:UG UK:GB UP:UA US:US UV:BF UY:UY UZ:UZ VC:VC VE:VE VI:VG VM:VN VQ:VI VT:VA WA:NA WE:PS WF:WF WI:EH " +
  "WS:WS WZ:SZ YM:YE ZA:ZM ZI:ZW";

/** ISO code by FIPS code. */
export const ISO_OF_FIPS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  FIPS.split(" ").map((pair) => pair.split(":") as [string, string]),
);

/** Days by which a text that says "last month", "last year" or "a decade ago" is dated back from its publication. */
export const RELATIVE_LAGS: ReadonlyMap<number, "month" | "year"> = /* @__PURE__ */ new Map([
  [30, "month"],
  [365, "year"],
  [3650, "year"],
]);
