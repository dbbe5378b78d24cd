import type { Incident, Source } from "@whenwhere/model";

/** Sources of the fixture. */
export const sources: Readonly<Record<string, Source>> = {
  post: {
    title: "A post of thanks",
    publisher: "A spokesman",
    published: "2022-02-03",
    url: "https://www.example.org/post/1",
    language: "ar",
    kind: "post",
    reliability: "E",
    via: { document: "bulletin.txt", heading: "Drones over the city" },
  },
  trap: { title: "A bad link", url: "javascript:alert(1)" },
};

/** Ten records that cover what a date, a place and a status can say. Made up. */
export const incidents: readonly Incident[] = [
  {
    id: "drones",
    title: "Drones launched at the city",
    summary: "Several drones were sent.",
    category: "strike",
    when: { edtf: "2022-02-02", label: "yesterday, Wednesday" },
    where: {
      name: "Abu Dhabi",
      lon: 54.37,
      lat: 24.45,
      precision: "settlement",
      radiusM: 15000,
      basis: "assumed",
      country: "AE",
    },
    from: {
      name: "Iraqi desert",
      lon: 42,
      lat: 31,
      precision: "region",
      radiusM: 190000,
      basis: "assumed",
      inferred: true,
    },
    actors: [
      { name: "True Promise Brigades", role: "claimant" },
      { name: "the city", role: "target" },
    ],
    figures: [
      { measure: "killed", low: null, best: null, high: null, kind: "unknown", by: "a bulletin" },
      { measure: "drones", low: 2, best: null, high: null, kind: "lowest-reported", by: "a bulletin" },
    ],
    claims: [
      {
        id: "c1",
        field: "actors.perpetrator",
        value: "True Promise Brigades",
        by: "A spokesman",
        source: "post",
        grade: "E3",
        at: "2022-02-03",
      },
      { id: "c2", field: "actors.perpetrator", value: "an Iraqi front", by: "A newspaper", grade: "C3" },
      { id: "c3", field: "cause", value: "a quarrel", by: "A newspaper", grade: "C4" },
    ],
    sources: ["post", "trap"],
    relations: [{ type: "follows", to: "three" }],
    note: "The post says yesterday.",
  },
  {
    id: "three",
    title: "Three attacks on two cities",
    category: "strike",
    when: { edtf: "2022-01-19/2022-02-01", span: "series", count: 3 },
    where: { name: "Dubai", lon: 55.3, lat: 25.2, precision: "settlement", country: "AE" },
  },
  {
    id: "villages",
    title: "Attacks on four villages",
    category: "attack",
    status: "disputed",
    when: { edtf: "2022-01-18~/2022-01-31~", span: "series", count: 20, countAtLeast: true },
    where: { name: "Cabo Delgado", precision: "province", admin1: "Cabo Delgado", country: "MZ" },
    claims: [{ id: "v1", field: "when", value: { edtf: "2022-01-21/2022-02-03" }, by: "officials" }],
  },
  {
    id: "unrest",
    title: "Unrest",
    category: "unrest",
    when: { edtf: "2022-01" },
    where: { name: "Kazakhstan", precision: "country", country: "KZ" },
  },
  {
    id: "shot",
    title: "Drone brought down",
    category: "shootdown",
    status: "alleged",
    when: { edtf: "2022-01-14" },
    where: { name: "Yemen", precision: "country", country: "YE" },
  },
  {
    id: "drill",
    title: "Cyber drill",
    category: "exercise",
    status: "cancelled",
    when: { edtf: "2021-12" },
    where: { name: "Xiamen", lon: 118.1, lat: 24.5, precision: "settlement", country: "CN" },
  },
  {
    id: "joint",
    title: "Joint exercise",
    category: "exercise",
    status: "planned",
    when: { edtf: "[2022-01-21..]" },
    where: { name: "Belarus", precision: "country", country: "BY" },
  },
  {
    id: "halted",
    title: "Advance halted",
    category: "attack",
    when: { edtf: "2021" },
    where: { name: "Bangui", lon: 18.5, lat: 4.4, precision: "settlement", country: "CF" },
  },
  {
    id: "leader",
    title: "Arrest of a leader",
    category: "arrest",
    status: "alleged",
    when: { edtf: "[..2022-02-02]" },
  },
  { id: "pipes", title: "Attacks on pipelines", category: "attack", status: "alleged" },
];

/** The records as one document. */
export const collection = { whenwhere: 1, title: "A small collection", sources, incidents } as const;

/** A window in which some of them lie surely and some only possibly. */
export const january = {
  source: "timeline",
  kind: "window",
  startMs: Date.UTC(2022, 0, 1),
  endMs: Date.UTC(2022, 1, 15),
} as const;

const kinds = ["drone", "missile", null];

/** The same records with a kind of their category, two of three, and each with a tag of its own. */
export const taggedCollection = {
  ...collection,
  incidents: incidents.map((one, index) => ({
    ...one,
    ...(kinds[index % 3] ? { kind: kinds[index % 3] as string } : {}),
    tags: [`tag-${index}`],
  })),
} as const;
