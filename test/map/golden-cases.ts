import type { Incident, Where } from "@whenwhere/model";
import type { Camera, Clause } from "@whenwhere/store";

/** A few records seen by one camera, in one projection and one theme. */
export interface GoldenMap {
  /** Name of its files. */
  readonly name: string;
  readonly records: readonly Incident[];
  readonly camera: Camera;
  readonly projection: "mercator" | "equal-earth" | "natural-earth";
  readonly theme: "light" | "dark";
  readonly worldview?: "de-facto" | "undisputed" | "none";
  readonly locale?: "en" | "ar" | "fa";
  readonly clause?: Clause;
  readonly selected?: string;
  readonly size?: readonly [widthPx: number, heightPx: number];
  /** Countries whose first-level areas are drawn. */
  readonly countries?: readonly string[];
}

type More = Partial<Incident>;
let made = 0;

/** A record at a place; ids are given in the order of this file. */
function at(where: Where | undefined, more: More = {}): Incident {
  made++;
  const base = { id: `r${made}`, title: `Record ${made}`, category: "attack", when: { edtf: "2022-02-02" } };
  return { ...base, ...(where === undefined ? {} : { where }), ...more };
}

const point = (name: string, lon: number, lat: number, more: Partial<Where> = {}): Where => ({
  ...{ name, lon, lat, precision: "exact" as const },
  ...more,
});
const around = (radiusM: number, basis: NonNullable<Where["basis"]>): Partial<Where> => ({
  ...{ precision: "settlement" as const, radiusM, basis },
});
const aden = point("Aden", 45.03, 12.8, { country: "YE" });
const province: Where = { name: "Shabwah", precision: "province", country: "YE", admin1: "Shabwah" };
const GULF: Camera = { lon: 48, lat: 14.5, zoom: 4 };

/** A way in which a place can be known, or in which it is told. */
const GLYPHS: readonly (readonly [name: string, records: readonly Incident[], more?: Partial<GoldenMap>])[] = [
  ["exact", [at(aden)]],
  ["town", [at({ ...aden, ...around(5000, "codebook") })]],
  ["ring-measured", [at({ ...aden, ...around(120_000, "measured") })]],
  ["ring-codebook", [at({ ...aden, ...around(200_000, "codebook") })]],
  ["ring-assumed", [at({ ...aden, ...around(200_000, "assumed") })]],
  ["obscured", [at({ ...aden, ...around(150_000, "measured"), obscured: true })]],
  ["district", [at({ name: "Marib", precision: "district", country: "YE", admin1: "Ma'rib", lon: 45.3, lat: 15.5 })]],
  ["province", [at(province), at(province), at(province, { category: "strike" })]],
  ["province-without-outline", [at({ ...province, admin1: "Nowhere", lon: 47, lat: 15 })]],
  ["country", [at({ name: "Yemen", precision: "country", country: "YE" })]],
  ["country-and-province", [at({ name: "Yemen", precision: "country", country: "YE" }), at(province)]],
  ["region", [at({ name: "Empty Quarter", precision: "region", lon: 49, lat: 19, radiusM: 400_000 })]],
  ["sea", [at({ name: "Gulf of Aden", precision: "sea", lon: 48, lat: 12.3 })]],
  [
    "line",
    [
      at({
        ...{ name: "Road", precision: "line" },
        geometry: {
          type: "LineString",
          coordinates: [
            [44.2, 15.4],
            [45.3, 15.5],
            [48.5, 16.5],
          ],
        },
      }),
    ],
  ],
  ["second-place", [at(aden, { from: point("Sana'a", 44.2, 15.35) })]],
  [
    "second-place-vague",
    [at(aden, { from: { name: "Desert", precision: "region", lon: 51, lat: 19, radiusM: 300_000 } })],
  ],
  [
    "rivals",
    [
      at(aden, {
        claims: [{ id: "c", field: "where", value: point("Mukalla", 49.1, 14.5), stance: "asserts", by: "B" }],
      }),
    ],
  ],
  ["alleged", [at(aden, { status: "alleged" }), at(point("Mukalla", 49.1, 14.5), { category: "strike" })]],
  ["planned-and-cancelled", [at(aden, { status: "planned" }), at(point("B", 49, 15), { status: "cancelled" })]],
  ["retracted-and-disputed", [at(aden, { status: "retracted" }), at(point("B", 49, 15), { status: "disputed" })]],
  [
    "possible-in-window",
    [at(aden, { when: { edtf: "2022" } }), at(point("B", 49, 15), { when: { edtf: "2022-02-02" } })],
    { clause: { source: "x", kind: "window", startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 5, 1) } },
  ],
  ["selected", [at(aden, { id: "chosen" }), at(point("B", 49, 15))], { selected: "chosen" }],
  [
    "cluster",
    Array.from({ length: 12 }, (_, i) =>
      at(point("Sana'a", 44.2 + i * 0.01, 15.35), { category: ["attack", "strike", "arrest"][i % 3] as string }),
    ),
  ],
  [
    "cluster-of-doubt",
    Array.from({ length: 9 }, (_, i) =>
      at({ ...point("Sana'a", 44.2, 15.35), ...around(90_000 + i * 9000, "assumed") }),
    ),
  ],
  [
    "beyond-the-view",
    [at(aden), at(point("Lagos", 3.4, 6.5)), at(point("Tokyo", 139.7, 35.7)), at(point("Oslo", 10.7, 59.9))],
  ],
  ["without-a-place", [at(aden), at(undefined), at({ name: "somewhere", precision: "unknown" })]],
];

/** Many kinds at once, all over the world. */
const WORLD: readonly Incident[] = [
  at(point("Lagos", 3.4, 6.5), { category: "strike" }),
  at(point("Lima", -77, -12), { status: "alleged" }),
  at(point("Auckland", 174.8, -36.9), { category: "exercise" }),
  at({ ...point("Kazan", 49.1, 55.8), ...around(700_000, "assumed") }, { category: "arrest" }),
  at({ name: "Brazil", precision: "country", country: "BR" }),
  at({ name: "Arabian Sea", precision: "sea", lon: 62, lat: 15 }),
  at(point("Nuuk", -51.7, 64.2), { from: point("London", -0.1, 51.5), category: "shootdown" }),
  at(undefined),
];

const FIJI: readonly Incident[] = [
  at(point("Nadi", 177.4, -17.8)),
  at(point("Taveuni", -179.95, -16.85), { category: "strike" }),
  at({ name: "Fiji", precision: "country", country: "FJ" }, { category: "arrest" }),
];
const BERING: readonly Incident[] = [
  at(point("Anadyr", 177.5, 64.7)),
  at(point("Nome", -165.4, 64.5), { from: point("Provideniya", -173.2, 64.4) }),
  at({ ...point("Diomede", -168.95, 65.76), ...around(300_000, "measured") }, { category: "strike" }),
];
const RUSSIA: readonly Incident[] = [
  at({ name: "Russia", precision: "country", country: "RU" }),
  at(point("Uelen", -169.8, 66.2), { category: "strike" }),
  at(point("Pskov", 28.3, 57.8), { category: "strike" }),
];
const ANTARCTICA: readonly Incident[] = [
  at({ name: "Antarctica", precision: "country", country: "AQ" }),
  at(point("McMurdo", 166.7, -77.85), { category: "arrest" }),
  at(point("South Pole", 0, -90), { category: "exercise" }),
];
const NORTH: readonly Incident[] = [
  at(point("North Pole", 0, 90), { category: "exercise" }),
  at({ ...point("Alert", -62.3, 82.5), ...around(400_000, "assumed") }),
  at(point("Longyearbyen", 15.6, 78.2), { category: "arrest" }),
];
const KASHMIR: readonly Incident[] = [at(point("Srinagar", 74.8, 34.1))];

const PROJECTIONS = ["mercator", "equal-earth", "natural-earth"] as const;
const SHORT = { mercator: "mercator", "equal-earth": "equal", "natural-earth": "natural" } as const;

/** Where the world is cut, wraps or ends. */
const EDGES: readonly (readonly [name: string, records: readonly Incident[], camera: Camera])[] = [
  ["fiji", FIJI, { lon: 179, lat: -17.5, zoom: 4 }],
  ["bering", BERING, { lon: -176, lat: 64, zoom: 3 }],
  ["russia", RUSSIA, { lon: 100, lat: 62, zoom: 0.6 }],
  ["antarctica", ANTARCTICA, { lon: 0, lat: -75, zoom: 0 }],
  ["north-pole", NORTH, { lon: 0, lat: 80, zoom: 1 }],
];

const glyphCases = GLYPHS.map(
  ([name, records, more]): GoldenMap => ({
    ...{ name: `glyph-${name}`, records, camera: GULF, projection: "mercator", theme: "light", countries: ["YE"] },
    ...more,
  }),
);
const worldCases = PROJECTIONS.flatMap((projection) =>
  (["light", "dark"] as const).flatMap((theme) =>
    [-0.7, 1.4].map(
      (zoom): GoldenMap => ({
        ...{
          name: `world-${SHORT[projection]}-${zoom < 0 ? "far" : "near"}-${theme}`,
          records: WORLD,
          projection,
          theme,
        },
        camera: { lon: 20, lat: 20, zoom },
      }),
    ),
  ),
);
const edgeCases = EDGES.flatMap(([name, records, camera]) =>
  PROJECTIONS.map(
    (projection): GoldenMap => ({
      ...{ name: `${name}-${SHORT[projection]}`, records, camera, projection },
      theme: projection === "natural-earth" ? "dark" : "light",
    }),
  ),
);
const viewCases = (["de-facto", "undisputed", "none"] as const).map(
  (worldview): GoldenMap => ({
    ...{ name: `worldview-${worldview}`, records: KASHMIR, projection: "mercator", theme: "light", worldview },
    camera: { lon: 76, lat: 33, zoom: 3.5 },
  }),
);
const zoomCases = [1, 3, 5, 7, 9].map(
  (zoom): GoldenMap => ({
    name: `town-at-zoom-${zoom}`,
    records: [
      at({ ...aden, ...around(15_000, "assumed") }),
      at({ ...point("Lahij", 44.88, 13.06), ...around(4000, "measured") }, { category: "strike" }),
    ],
    camera: { lon: 44.98, lat: 12.9, zoom },
    ...{ projection: "mercator", theme: zoom % 4 === 1 ? "light" : "dark" },
  }),
);
const languageCases = (["ar", "fa"] as const).map(
  (locale): GoldenMap => ({
    ...{ name: `language-${locale}`, records: [at({ name: "Yemen", precision: "country", country: "YE" }), at(aden)] },
    ...{ camera: { lon: 48, lat: 19, zoom: 3 }, projection: "mercator", theme: "light", locale },
  }),
);
/** Parts of large countries, whose label points lie out of view. */
const nameCases = (
  [
    ["mozambique", "light", "en", { lon: 38.6, lat: -11.8, zoom: 5.4 }, point("Palma", 40.5, -10.8)],
    ["xinjiang", "dark", "ar", { lon: 82, lat: 42, zoom: 3.8 }, point("Kashgar", 76, 39.5)],
    ["brazil", "light", "en", { lon: -68, lat: -8, zoom: 4.3 }, point("Rio Branco", -67.8, -10)],
  ] as const
).map(
  ([name, theme, locale, camera, where]): GoldenMap => ({
    ...{ name: `name-${name}`, records: [at(where)], camera, projection: "mercator", theme, locale },
  }),
);
const small = { records: WORLD, projection: "equal-earth", theme: "light" } as const;
const sizeCases: readonly GoldenMap[] = [
  { ...small, name: "phone", camera: { lon: 20, lat: 10, zoom: -0.4 }, size: [180, 240] },
  { ...small, name: "thumbnail", camera: { lon: 20, lat: 10, zoom: -1.4 }, size: [120, 80] },
];

/** All cases: glyphs by projection, zoom, theme, language, worldview and size, and the edges of the world. */
export const GOLDEN_MAPS: readonly GoldenMap[] = [
  ...glyphCases,
  ...worldCases,
  ...edgeCases,
  ...viewCases,
  ...zoomCases,
  ...languageCases,
  ...nameCases,
  ...sizeCases,
];
