/**
 * Land borders that at least one of the two sides, or the United Nations, does not take as settled. Names are Natural
 * Earth's, as in world-atlas. `within` limits the entry to a box [west, south, east, north] in degrees, where only a part
 * of a border is disputed. The list is for drawing (dashed instead of plain) and takes no side. It cannot show a
 * dispute over land that the file gives wholly to one country without a line inside it (South Ossetia, Transnistria,
 * Essequibo's western limit as drawn is one; the Paracel and Spratly islands and the Kurils have no land line at all).
 */
export const DISPUTED_BORDERS = [
  { between: ["Kosovo", "Serbia"], about: "Kosovo" },
  { between: ["Somaliland", "Somalia"], about: "Somaliland" },
  { between: ["N. Cyprus", "Cyprus"], about: "Northern Cyprus" },
  { between: ["W. Sahara", "Morocco"], about: "Western Sahara" },
  { between: ["W. Sahara", "Mauritania"], about: "Western Sahara" },
  { between: ["W. Sahara", "Algeria"], about: "Western Sahara" },
  { between: ["Israel", "Palestine"], about: "Palestine" },
  { between: ["Israel", "Syria"], about: "Golan" },
  { between: ["Lebanon", "Syria"], within: [35.4, 33.1, 36.1, 33.45], about: "Shebaa" },
  { between: ["Lebanon", "Israel"], about: "Blue Line" },
  { between: ["India", "Pakistan"], within: [73, 32.3, 78.5, 37], about: "Kashmir, Line of Control" },
  { between: ["Siachen Glacier", "India"], about: "Siachen" },
  { between: ["Siachen Glacier", "Pakistan"], about: "Siachen" },
  { between: ["Siachen Glacier", "China"], about: "Siachen" },
  { between: ["China", "Pakistan"], within: [74, 35, 78.5, 37.2], about: "Shaksgam" },
  { between: ["China", "India"], within: [76, 30.2, 80.5, 36.5], about: "Aksai Chin and the line of actual control" },
  { between: ["China", "India"], within: [91.4, 26.5, 97.8, 30], about: "Arunachal Pradesh" },
  { between: ["China", "Bhutan"], about: "Bhutan" },
  { between: ["Sudan", "S. Sudan"], within: [27.5, 9.2, 29.3, 10.3], about: "Abyei" },
  { between: ["Egypt", "Sudan"], within: [33, 21.7, 37.3, 23.3], about: "Halaib" },
  { between: ["Kenya", "S. Sudan"], about: "Ilemi" },
  { between: ["Ethiopia", "Somalia"], within: [44.9, 7.9, 48.1, 11.1], about: "Somaliland" },
  { between: ["Ethiopia", "Somaliland"], about: "Somaliland" },
  { between: ["Djibouti", "Somaliland"], about: "Somaliland" },
  { between: ["Ethiopia", "Eritrea"], within: [36.4, 14, 38.6, 15.1], about: "Badme" },
  { between: ["Russia", "Ukraine"], within: [32.3, 45.7, 35.6, 46.4], about: "Crimea" },
  { between: ["North Korea", "South Korea"], about: "armistice line" },
  { between: ["Guyana", "Venezuela"], about: "Essequibo" },
  { between: ["Guyana", "Suriname"], within: [-58.3, 1.7, -56.3, 3.6], about: "New River Triangle" },
  { between: ["Kyrgyzstan", "Tajikistan"], about: "Ferghana valley, signed in 2025" },
  { between: ["Thailand", "Cambodia"], within: [102.9, 14.1, 105.3, 14.6], about: "Preah Vihear" },
  { between: ["Belize", "Guatemala"], about: "Belize" },
];

/**
 * First-level areas whose own outline is a line of control inside a country of world-atlas; taken from Natural Earth's
 * admin-1 file and drawn dashed.
 */
export const DISPUTED_AREAS = [{ iso: "GE", name: "Abkhazia", about: "Abkhazia" }];
