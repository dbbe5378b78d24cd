const KINDS =
  /\b(province|provincia|governorate|muhafazat|state|region|oblast|krai|prefecture|district|department|county|emirate|autonomous|republic|municipality|city|territory|division|union|vilayet|wilaya|wilayat|of|the)\b/g;

/**
 * The key by which names of areas are compared: without case, marks, apostrophes, articles and words for the kind of
 * area. "Al-Ḥudaydah Governorate" and "Al Hudaydah" give the same key. Falls back to the bare name when nothing is left.
 */
export function normalizeAreaName(name: string): string {
  const bare = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’ʻʼ`´‘]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const core = bare
    .replace(KINDS, " ")
    .replace(/^\s*(al|ar|as|ash|ad|an|at|az)\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
  return core === "" ? bare : core;
}
