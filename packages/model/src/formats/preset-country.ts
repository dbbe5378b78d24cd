import { nameKey } from "../place/area-key.ts";

/** ISO 3166-1 alpha-2 by a publisher's name of a country; the name itself when it is not known. */
export type PresetCountry = (name: string | undefined) => string | undefined;

/**
 * English names of countries, with those of conflict and event databases and former ones, by {@link nameKey}.
 * A table and not the platform's own names, so that a file is read alike everywhere and at no cost at the start.
 */
const NAMES =
  "AD:andorra AE:united-arab-emirates,uae AF:afghanistan AG:antigua-barbuda,antigua-and-barbuda AI:anguilla " +
  "AL:albania AM:armenia AO:angola AQ:antarctica AR:argentina AS:american-samoa AT:austria AU:australia AW:aruba " +
  "AX:aland-islands AZ:azerbaijan BA:bosnia-herzegovina,bosnia-and-herzegovina BB:barbados BD:bangladesh BE:belgium " +
  "BF:burkina-faso BG:bulgaria BH:bahrain BI:burundi BJ:benin BL:st-barthelemy BM:bermuda " +
  "BN:brunei,brunei-darussalam BO:bolivia,bolivia-plurinational-state-of BQ:caribbean-netherlands BR:brazil " +
  "BS:bahamas,the-bahamas,bahamas-the BT:bhutan BV:bouvet-island BW:botswana BY:belarus BZ:belize CA:canada " +
  "CC:cocos-keeling-islands " +
  "CD:congo-kinshasa,democratic-republic-of-congo,dr-congo-zaire,democratic-republic-of-the-congo,congo-democratic-republic-of-the,zaire " +
  "CF:central-african-republic CG:congo-brazzaville,republic-of-congo,republic-of-the-congo,congo CH:switzerland " +
  "CI:cote-d-ivoire,ivory-coast CK:cook-islands CL:chile CM:cameroon CN:china CO:colombia CR:costa-rica CU:cuba " +
  "CV:cape-verde,cabo-verde CW:curacao CX:christmas-island CY:cyprus CZ:czechia,czech-republic " +
  "DE:germany,west-germany-frg,east-germany-gdr DJ:djibouti DK:denmark DM:dominica DO:dominican-republic DZ:algeria " +
  "EC:ecuador EE:estonia EG:egypt EH:western-sahara ER:eritrea ES:spain ET:ethiopia FI:finland FJ:fiji " +
  "FK:falkland-islands FM:micronesia FO:faroe-islands FR:france GA:gabon " +
  "GB:united-kingdom,uk,great-britain,northern-ireland GD:grenada GE:georgia GF:french-guiana GG:guernsey GH:ghana " +
  "GI:gibraltar GL:greenland GM:gambia,the-gambia,gambia-the GN:guinea GP:guadeloupe GQ:equatorial-guinea GR:greece " +
  "GS:south-georgia-south-sandwich-islands GT:guatemala GU:guam GW:guinea-bissau GY:guyana " +
  "HK:hong-kong-sar-china,hong-kong HM:heard-mcdonald-islands HN:honduras HR:croatia HT:haiti HU:hungary " +
  "ID:indonesia IE:ireland IL:israel IM:isle-of-man IN:india IO:british-indian-ocean-territory IQ:iraq " +
  "IR:iran,iran-islamic-republic-of IS:iceland IT:italy JE:jersey JM:jamaica JO:jordan JP:japan KE:kenya " +
  "KG:kyrgyzstan KH:cambodia,kampuchea KI:kiribati KM:comoros KN:st-kitts-nevis,saint-kitts-and-nevis " +
  "KP:north-korea,korea-north,korea-democratic-people-s-republic-of " +
  "KR:south-korea,korea-south,republic-of-korea,korea-republic-of KW:kuwait KY:cayman-islands KZ:kazakhstan " +
  "LA:laos,lao-pdr,lao-people-s-democratic-republic LB:lebanon LC:st-lucia,saint-lucia LI:liechtenstein " +
  "LK:sri-lanka LR:liberia LS:lesotho LT:lithuania LU:luxembourg LV:latvia LY:libya,libyan-arab-jamahiriya " +
  "MA:morocco MC:monaco MD:moldova,moldova-republic-of,republic-of-moldova ME:montenegro MF:st-martin MG:madagascar " +
  "MH:marshall-islands MK:north-macedonia,macedonia,macedonia-fyr ML:mali MM:myanmar-burma,burma,myanmar " +
  "MN:mongolia MO:macao-sar-china,macau,macao MP:northern-mariana-islands MQ:martinique MR:mauritania MS:montserrat " +
  "MT:malta MU:mauritius MV:maldives MW:malawi MX:mexico MY:malaysia MZ:mozambique NA:namibia NC:new-caledonia " +
  "NE:niger NF:norfolk-island NG:nigeria NI:nicaragua NL:netherlands NO:norway NP:nepal NR:nauru NU:niue " +
  "NZ:new-zealand OM:oman PA:panama PE:peru PF:french-polynesia PG:papua-new-guinea PH:philippines PK:pakistan " +
  "PL:poland PM:st-pierre-miquelon PN:pitcairn-islands PR:puerto-rico " +
  "PS:palestinian-territories,palestine,west-bank-and-gaza-strip,west-bank,gaza-strip,state-of-palestine,palestinian-territory,occupied-palestinian-territory,palestinian-territory-occupied " +
  "PT:portugal PW:palau PY:paraguay QA:qatar RE:reunion RO:romania " +
  "RS:serbia,yugoslavia,serbia-montenegro,serbia-and-montenegro,serbia-yugoslavia " +
  "RU:russia,russian-federation,soviet-union RW:rwanda SA:saudi-arabia SB:solomon-islands SC:seychelles SD:sudan " +
  "SE:sweden SG:singapore SH:st-helena SI:slovenia SJ:svalbard-jan-mayen SK:slovakia,slovak-republic " +
  "SL:sierra-leone SM:san-marino SN:senegal SO:somalia SR:suriname SS:south-sudan " +
  "ST:sao-tome-principe,sao-tome-and-principe SV:el-salvador SX:sint-maarten SY:syria,syrian-arab-republic " +
  "SZ:eswatini,swaziland,kingdom-of-eswatini TC:turks-caicos-islands,turks-and-caicos-islands TD:chad " +
  "TF:french-southern-territories TG:togo TH:thailand TJ:tajikistan TK:tokelau TL:timor-leste,east-timor " +
  "TM:turkmenistan TN:tunisia TO:tonga TR:turkiye,turkey TT:trinidad-tobago,trinidad-and-tobago TV:tuvalu " +
  "TW:taiwan,taiwan-province-of-china TZ:tanzania,united-republic-of-tanzania,tanzania-united-republic-of " +
  "UA:ukraine UG:uganda UM:u-s-outlying-islands US:united-states,united-states-of-america,usa UY:uruguay " +
  "UZ:uzbekistan VA:vatican-city,holy-see VC:st-vincent-grenadines,saint-vincent-and-the-grenadines " +
  "VE:venezuela,venezuela-bolivarian-republic-of VG:british-virgin-islands " +
  "VI:u-s-virgin-islands,virgin-islands-u-s,virgin-islands-us VN:vietnam,south-vietnam,viet-nam VU:vanuatu " +
  "WF:wallis-futuna,wallis-and-futuna WS:samoa XK:kosovo YE:yemen,yemen-north-yemen YT:mayotte ZA:south-africa " +
  "ZM:zambia ZW:zimbabwe,rhodesia";

const CODES: ReadonlyMap<string, string> = /* @__PURE__ */ codesByName(NAMES);

function codesByName(table: string): ReadonlyMap<string, string> {
  const entries = table.split(" ").flatMap((entry) => {
    const [code = "", names = ""] = entry.split(":");
    return [code.toLowerCase(), ...names.split(",")].map((name): [string, string] => [name, code]);
  });
  return new Map(entries);
}

/** A look-up of codes by name or code, which remembers. */
export function createPresetCountry(): PresetCountry {
  const known = new Map<string, string>();
  return (name) => {
    if (name === undefined) return undefined;
    let code = known.get(name);
    if (code === undefined) {
      code = candidates(name)
        .map((candidate) => CODES.get(nameKey(candidate)))
        .find((found) => found !== undefined);
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
