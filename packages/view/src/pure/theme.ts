/** Resolved colours of one theme, by token name without the `--ww-` prefix. A scene never reads them; renderers do. */
export type Theme = Readonly<Record<string, string>>;

const CATEGORY_LIGHT = {
  attack: "#d55e00",
  "attack-line": "#a34400",
  strike: "#0072b2",
  "strike-line": "#00517f",
  shootdown: "#e69f00",
  "shootdown-line": "#8a5a00",
  arrest: "#56b4e9",
  "arrest-line": "#1a6fa3",
  exercise: "#009e73",
  "exercise-line": "#006b4e",
  unrest: "#cc79a7",
  "unrest-line": "#95406f",
  deployment: "#5b5a57",
  "deployment-line": "#2f2e2c",
  politics: "#f0e442",
  "politics-line": "#6b6200",
  other: "#b3aea5",
  "other-line": "#6e6a63",
};

const CATEGORY_DARK = {
  attack: "#d55e00",
  "attack-line": "#ff9c57",
  strike: "#2386c4",
  "strike-line": "#74bdea",
  shootdown: "#e69f00",
  "shootdown-line": "#ffc95c",
  arrest: "#56b4e9",
  "arrest-line": "#a5d8f6",
  exercise: "#009e73",
  "exercise-line": "#4fd0a9",
  unrest: "#cc79a7",
  "unrest-line": "#efb3d2",
  deployment: "#9b9993",
  "deployment-line": "#d2d0c9",
  politics: "#c9be2a",
  "politics-line": "#f4ea6a",
  other: "#77736b",
  "other-line": "#b9b5ac",
};

/** Light theme, value for value as the tokens document of the design has it. */
export const LIGHT: Theme = {
  page: "#fcfbf9",
  panel: "#ffffff",
  tint: "#f3f1ec",
  ink: "#1c1b19",
  ink2: "#55524c",
  ink3: "#6e6a63",
  rule: "#1c1b19",
  hair: "#8c8880",
  grid: "#e6e2da",
  water: "#e9eeef",
  land: "#fbfaf6",
  border: "#c4beb2",
  coast: "#aab3b4",
  maplabel: "#6b675f",
  sealabel: "#5f6d72",
  casing: "#ffffff",
  halo: "#1c1b19",
  ...CATEGORY_LIGHT,
};

/** Dark theme. */
export const DARK: Theme = {
  page: "#151514",
  panel: "#1b1b1a",
  tint: "#262523",
  ink: "#f1eee8",
  ink2: "#b9b5ac",
  ink3: "#9c988f",
  rule: "#f1eee8",
  hair: "#75716a",
  grid: "#2f2d2a",
  water: "#121617",
  land: "#262624",
  border: "#4b4943",
  coast: "#4d5557",
  maplabel: "#a19d94",
  sealabel: "#8b989c",
  casing: "#0d0d0c",
  halo: "#f1eee8",
  ...CATEGORY_DARK,
};

/** What readers who ask for more contrast get on top of the light theme: text of 7:1, lines of 4.5:1. */
export const LIGHT_CONTRAST: Theme = {
  page: "#ffffff",
  ink: "#000000",
  ink2: "#262521",
  ink3: "#3d3a35",
  rule: "#000000",
  hair: "#4a4741",
  grid: "#b5aea1",
  water: "#dfe7ea",
  land: "#ffffff",
  border: "#6b655a",
  coast: "#4d5b60",
  maplabel: "#33312c",
  sealabel: "#263a42",
  halo: "#000000",
};

/** The same on top of the dark theme. */
export const DARK_CONTRAST: Theme = {
  page: "#000000",
  ink: "#ffffff",
  ink2: "#e4e1da",
  ink3: "#d0ccc3",
  rule: "#ffffff",
  hair: "#b3aea4",
  grid: "#55514a",
  water: "#05090b",
  land: "#1f1f1d",
  border: "#979185",
  coast: "#93a3a8",
  maplabel: "#dedad2",
  sealabel: "#c3d2d8",
  halo: "#ffffff",
};

/** The type family of all views. */
export const FONT_FAMILY =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Inter, Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif';
