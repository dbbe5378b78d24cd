/** World-atlas names that are abbreviated, as a newspaper map would print them. */
export const COUNTRY_NAMES = {
  "Dem. Rep. Congo": "D.R. Congo",
  "Central African Rep.": "Central African Republic",
  "S. Sudan": "South Sudan",
  "W. Sahara": "Western Sahara",
  "Eq. Guinea": "Equatorial Guinea",
  eSwatini: "Eswatini",
  "Bosnia and Herz.": "Bosnia and Herzegovina",
  Macedonia: "North Macedonia",
  "Solomon Is.": "Solomon Islands",
  "Dominican Rep.": "Dominican Republic",
  "United States of America": "United States",
  Czechia: "Czechia",
  Turkey: "Türkiye",
  "Falkland Is.": "Falkland Islands",
  "Fr. S. Antarctic Lands": "French Southern Lands",
  "N. Cyprus": "Northern Cyprus",
  "Cayman Is.": "Cayman Islands",
  "Cook Is.": "Cook Islands",
  "Marshall Is.": "Marshall Islands",
  "N. Mariana Is.": "Northern Mariana Islands",
  "Fr. Polynesia": "French Polynesia",
  "Faeroe Is.": "Faroe Islands",
  "Antigua and Barb.": "Antigua and Barbuda",
  "St. Vin. and Gren.": "St Vincent and the Grenadines",
  "St. Kitts and Nevis": "St Kitts and Nevis",
  "São Tomé and Principe": "São Tomé and Príncipe",
  "Br. Indian Ocean Ter.": "British Indian Ocean Territory",
};

/** Parts of world-atlas without an ISO code, and the country inside whose internationally recognised area they lie. */
export const WITHIN = { Somaliland: "SO", "N. Cyprus": "CY" };

/** ISO codes that a look-up by place cannot find or finds wrongly. */
export const ISO_BY_NAME = {
  Kosovo: "XK",
  Vatican: "VA",
  Brunei: "BN",
  Åland: "AX",
  Macao: "MO",
  "Sint Maarten": "SX",
  "W. Sahara": "EH",
  Antarctica: "AQ",
  Palestine: "PS",
  Somaliland: null,
  "N. Cyprus": null,
  "Siachen Glacier": null,
  "Indian Ocean Ter.": null,
  "Ashmore and Cartier Is.": null,
};

/** Other spellings of first-level areas, as records write them: ISO code, Natural Earth name, aliases. */
export const ADMIN1_ALIASES = {
  YE: {
    "Al Hudaydah": ["Hodeidah", "Hudaydah", "Hodeida"],
    Shabwah: ["Shabwa"],
    "Ma'rib": ["Marib"],
    "Amanat Al Asimah": ["Sanaa City", "Capital"],
    "`Adan": ["Aden"],
    "Ta`izz": ["Taiz"],
    "Sa`dah": ["Saada", "Sadah"],
  },
  AE: {
    Dubay: ["Dubai"],
    Fujayrah: ["Fujairah"],
    "Ras Al Khaymah": ["Ras al-Khaimah"],
    "Abu Dhabi": ["Abu Zaby", "Abu Zabi"],
  },
  SA: {
    "Ash Sharqiyah": ["Eastern Province", "Eastern"],
    "Ar Riyad": ["Riyadh"],
    Makkah: ["Mecca"],
    "Al Madinah": ["Medina"],
    Jizan: ["Jazan"],
  },
  CN: {
    Xizang: ["Tibet"],
    "Inner Mongol": ["Inner Mongolia", "Nei Mongol"],
    Xinjiang: ["Xinjiang Uyghur Autonomous Region", "Sinkiang"],
  },
  IQ: {
    "Al-Basrah": ["Basra"],
    Ninawa: ["Nineveh"],
    "At-Ta'mim": ["Kirkuk"],
    "Sala ad-Din": ["Saladin", "Salah al-Din"],
    "Dhi-Qar": ["Dhi Qar"],
  },
  SY: {
    "Hasaka (Al Haksa)": ["Hasakah", "Hasaka"],
    "Homs (Hims)": ["Homs"],
    "Dayr Az Zawr": ["Deir ez-Zor", "Deir al-Zour"],
    Aleppo: ["Halab"],
  },
  KZ: { Almaty: ["Almaty Region"], "Almaty City": ["Almaty"], Astana: ["Nur-Sultan"] },
};
