import { nameKey } from "./area-key.ts";

/** Seas, gulfs, straits and oceans that the offline world has a name for (Natural Earth), as {@link nameKey} writes them. */
const SEAS = new Set(
  `
  north-atlantic-ocean south-atlantic-ocean indian-ocean north-pacific-ocean south-pacific-ocean arctic-ocean
  southern-ocean mediterranean-sea black-sea sea-of-azov caspian-sea red-sea gulf-of-aden gulf-of-oman
  arabian-sea bay-of-bengal andaman-sea south-china-sea east-china-sea yellow-sea sea-of-okhotsk bering-sea
  philippine-sea java-sea celebes-sea banda-sea arafura-sea timor-sea coral-sea tasman-sea
  great-australian-bight mozambique-channel gulf-of-guinea bay-of-biscay north-sea baltic-sea norwegian-sea
  barents-sea kara-sea laptev-sea east-siberian-sea beaufort-sea greenland-sea labrador-sea hudson-bay
  gulf-of-mexico caribbean-sea gulf-of-alaska adriatic-sea aegean-sea ionian-sea tyrrhenian-sea sea-of-marmara
  weddell-sea ross-sea gulf-of-thailand gulf-of-tonkin taiwan-strait strait-of-malacca strait-of-hormuz
  bab-el-mandeb laccadive-sea scotia-sea drake-passage
  `
    .trim()
    .split(/\s+/),
);

/** Key of a sea that can be found by its English name alone: `red-sea` of "the Red Sea". Null for every other name. */
export function seaKey(name: string): string | null {
  const key = nameKey(name).replace(/^the-/, "");
  return SEAS.has(key) ? key : null;
}
