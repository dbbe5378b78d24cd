/** Texts on the title page of a collection, in the order in which they are written. */
export const HEAD_TEXTS = ["title", "description", "language", "license", "attribution"] as const;
