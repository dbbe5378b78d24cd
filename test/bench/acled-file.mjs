/** A seeded file in the layout of an ACLED export: invented, shaped like real ones (notes, lists, accents, quoted commas). */
import { closeSync, openSync, writeSync } from "node:fs";
import { seeded } from "../seeded.mjs";

export const COLUMNS =
  "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";

/** The kinds of actors as numbers, as files until 2024 have them. */
const TYPES = [
  ["Political violence", "Battles", "Armed clash", 1, 2],
  ["Political violence", "Explosions/Remote violence", "Grenade", 1, 7],
  ["Political violence", "Explosions/Remote violence", "Air/drone strike", 8, 2],
  ["Political violence", "Violence against civilians", "Attack", 3, 7],
  ["Demonstrations", "Protests", "Peaceful protest", 6, 0],
  ["Demonstrations", "Riots", "Mob violence", 5, 0],
];
const COUNTRIES = [
  "Mali",
  "Burkina Faso",
  "Yemen",
  "Myanmar",
  "Somalia",
  "Colombia",
  "Ukraine",
  "Sudan",
  "Iraq",
  "Nigeria",
];
const SYLLABLES = [
  "ka",
  "dou",
  "bé",
  "ti",
  "mar",
  "gao",
  "sé",
  "nou",
  "ra",
  "ba",
  "lin",
  "kor",
  "ye",
  "dji",
  "ma",
  "wad",
];
const PHRASES = [
  "soldiers, rebels clashed at dusk",
  "residents, teachers marched",
  "shells hit houses and a school",
  "gunmen looted livestock",
  'men "in uniform" fired at a bus',
];
const TAILS = ["No fatalities.", "Casualties unknown.", "Later denied, the mayor said."];

/** Partly quoted, as real files are: only what needs it, and notes. */
const quoted = (text) => (/[",;(]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A maker of rows, one line each without its break. */
export function rowMaker(seed = 1) {
  const next = seeded(seed);
  const pick = (list, skew = 1) => list[Math.floor(next() ** skew * list.length)];
  const name = () => {
    const word = Array.from({ length: 2 + Math.floor(next() ** 3 * 2) }, () => pick(SYLLABLES)).join("");
    return word[0].toUpperCase() + word.slice(1);
  };
  const towns = Array.from({ length: 6_000 }, () => {
    const admin1 = name();
    return { name: name(), admin1, lat: next() * 40 - 10, lon: next() * 80 - 20, country: pick(COUNTRIES, 1.5) };
  });
  const groups = Array.from({ length: 900 }, (_, i) =>
    i % 4 === 0 ? `Forces of ${name()} (${1990 + (i % 30)}-)` : `${name()} Front`,
  );
  const media = Array.from({ length: 700 }, () => `${name()} ${pick(["Post", "Radio", "Times", "Info", "Observer"])}`);
  const day = (i) => new Date(Date.UTC(2015, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
  return (i) => {
    const town = pick(towns, 2);
    const [disorder, type, sub, inter1, inter2] = pick(TYPES, 1.3);
    const date = day(Math.floor(next() * 3_650));
    const precision = next() < 0.94 ? 1 : next() < 0.7 ? 2 : 3;
    const window =
      precision > 1 && next() < 0.12 ? " (week of)" : precision === 1 && next() < 0.035 ? " (as reported)" : "";
    const start = `${precision === 1 ? "On" : "Around"} ${date}${window}, `;
    const size = type === "Protests" && next() < 0.6 ? " [size=no report]" : "";
    const dead = next() < 0.7 ? 0 : Math.floor(next() ** 3 * 40);
    const sources = Array.from({ length: 1 + Math.floor(next() ** 6 * 3) }, () => pick(media, 2)).join("; ");
    const cells = [
      `${town.country.slice(0, 3).toUpperCase()}${i + 1}`,
      date,
      date.slice(0, 4),
      precision,
      disorder,
      type,
      sub,
      quoted(inter2 === 0 ? `${inter1 === 6 ? "Protesters" : "Rioters"} (${town.country})` : pick(groups, 2)),
      quoted(next() < 0.06 ? `${pick(groups, 2)}; ${pick(groups, 2)}` : ""),
      inter1,
      quoted(inter2 === 0 ? "" : pick(groups, 2)),
      "",
      inter2,
      inter2 === 0 ? inter1 * 10 : Math.min(inter1, inter2) * 10 + Math.max(inter1, inter2),
      "",
      1,
      "",
      town.country,
      town.admin1,
      "",
      "",
      town.name,
      town.lat.toFixed(4),
      town.lon.toFixed(4),
      next() < 0.7 ? 1 : next() < 0.8 ? 2 : 3,
      quoted(sources),
      "",
      quoted(`${start}${pick(PHRASES)}. ${next() < 0.05 ? pick(TAILS) : ""}${size}`),
      dead,
      size !== "" && next() < 0.5 ? quoted("crowd size=no report") : "",
      1_600_000_000 + Math.floor(next() * 1e8),
    ];
    return cells.join(",");
  };
}

/** Writes such a file; answers its bytes. */
export function writeAcledFile(path, rows, seed = 1) {
  const make = rowMaker(seed);
  const file = openSync(path, "w");
  let bytes = writeSync(file, `${COLUMNS}\n`);
  for (let from = 0; from < rows; from += 5_000) {
    const lines = [];
    for (let i = from; i < Math.min(rows, from + 5_000); i++) lines.push(make(i));
    bytes += writeSync(file, `${lines.join("\n")}\n`);
  }
  closeSync(file);
  return bytes;
}
