import type { Incident } from "@whenwhere/model";

/** One way in which a place can be known, with the record that shows it. */
export interface PlaceGlyph {
  readonly name: string;
  readonly says: string;
  readonly records: readonly Partial<Incident>[];
}

const abuDhabi = { name: "Abu Dhabi", lon: 54.37, lat: 24.45, country: "AE", admin1: "Abu Dhabi" } as const;
const dubai = { name: "Dubai", lon: 55.3, lat: 25.26, country: "AE", admin1: "Dubai" } as const;
const day = { edtf: "2022-02-02" } as const;

/** Every place glyph of the design. */
export const PLACE_GLYPHS: Readonly<Record<string, PlaceGlyph>> = {
  exactPoint: {
    name: "Exact point",
    says: "A measured point: the solid mark of the category.",
    records: [
      { category: "strike", when: day, where: { ...abuDhabi, precision: "exact", radiusM: 10, basis: "measured" } },
    ],
  },
  town: {
    name: "Town",
    says: "In or near the town. Zoom in: once the doubt is wider than the mark, it becomes a ring without a centre.",
    records: [
      {
        category: "strike",
        when: day,
        where: { ...abuDhabi, precision: "settlement", radiusM: 15_000, basis: "assumed" },
      },
    ],
  },
  radius: {
    name: "Radius",
    says: "Within 120 km, assumed: a dashed ring and a wash, no centre.",
    records: [
      {
        category: "strike",
        when: day,
        where: { ...abuDhabi, precision: "settlement", radiusM: 120_000, basis: "assumed" },
      },
    ],
  },
  province: {
    name: "Province",
    says: "Somewhere in the province: hatching and one square tag, never a dot on its centroid.",
    records: [1, 2, 3].map(() => ({
      category: "attack",
      when: { edtf: "2022-01" },
      where: {
        name: "Cabo Delgado",
        lon: 39.3,
        lat: -12.3,
        precision: "province",
        admin1: "Cabo Delgado",
        country: "MZ",
        radiusM: 260_000,
        basis: "assumed",
      },
    })),
  },
  country: {
    name: "Country",
    says: "Somewhere in the country: wider hatching than a province.",
    records: [
      {
        category: "shootdown",
        when: { edtf: "2022-01-14" },
        where: {
          name: "Yemen",
          lon: 47.6,
          lat: 15.9,
          precision: "country",
          country: "YE",
          radiusM: 600_000,
          basis: "assumed",
        },
      },
    ],
  },
  sea: {
    name: "Sea",
    says: "At sea: level strokes without an outline.",
    records: [
      {
        category: "arrest",
        when: { edtf: "2019-11" },
        where: { name: "Arabian Sea", lon: 62, lat: 15, precision: "sea", radiusM: 900_000, basis: "assumed" },
      },
    ],
  },
  obscured: {
    name: "Blurred by the publisher",
    says: "The publisher withheld the point and states a cell.",
    records: [
      {
        category: "attack",
        when: day,
        where: { ...abuDhabi, precision: "district", radiusM: 60_000, basis: "measured", obscured: true },
      },
    ],
  },
  line: {
    name: "Along a line",
    says: "Somewhere along a road: the tag hangs on the line.",
    records: [
      {
        category: "attack",
        when: day,
        where: {
          name: "Abu Dhabi to Dubai road",
          precision: "line",
          country: "AE",
          geometry: {
            type: "LineString",
            coordinates: [
              [54.4, 24.4],
              [54.6, 24.7],
              [55, 25],
              [55.3, 25.2],
            ],
          },
        },
      },
    ],
  },
  twoPlaces: {
    name: "Two places",
    says: "Launched, it is alleged, from the Iraqi desert; reached Abu Dhabi.",
    records: [
      {
        category: "strike",
        when: day,
        where: { ...abuDhabi, precision: "settlement", radiusM: 15_000, basis: "assumed" },
        from: {
          name: "Iraqi desert",
          lon: 43.5,
          lat: 31.3,
          precision: "region",
          radiusM: 190_000,
          basis: "assumed",
          country: "IQ",
        },
        claims: [{ id: "from", field: "from", value: "Iraqi desert", by: "al-Akhbar" }],
      },
    ],
  },
  rivalPlaces: {
    name: "Rival places",
    says: "In one or in the other: each mark is half, and a thin line joins them.",
    records: [
      {
        category: "strike",
        status: "disputed",
        when: day,
        where: { ...abuDhabi, precision: "settlement", radiusM: 5000, basis: "assumed" },
        claims: [
          {
            id: "a",
            field: "where",
            value: { ...abuDhabi, precision: "settlement", radiusM: 5000, basis: "assumed" },
            by: "one account",
          },
          {
            id: "b",
            field: "where",
            value: { ...dubai, precision: "settlement", radiusM: 5000, basis: "assumed" },
            by: "another",
          },
        ],
      },
    ],
  },
  cluster: {
    name: "Cluster",
    says: "Too close together to stand apart: a count, its categories as a ring, broken where the place is imprecise.",
    records: ["strike", "strike", "strike", "attack", "attack", "arrest"].map((category, index) => ({
      category,
      when: day,
      where: { ...abuDhabi, precision: "settlement", radiusM: index < 4 ? 1000 : 20_000, basis: "assumed" },
    })),
  },
  unknownPlace: {
    name: "Place unknown",
    says: "Not on the map, but listed beside it and counted in every total.",
    records: [
      {
        category: "strike",
        when: day,
        where: { ...abuDhabi, precision: "settlement", radiusM: 15_000, basis: "assumed" },
      },
      { category: "attack", status: "alleged", when: day, where: { name: null, precision: "unknown" } },
    ],
  },
};
