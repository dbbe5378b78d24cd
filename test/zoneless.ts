/**
 * Tests that run once: what measures this machine, talks to a worker, counts bytes and numbers or draws ground, and reads no
 * date of its own. Each names a file, or all tests of a folder; that they exist is held by test/architecture/zoneless.test.ts.
 */
export const ZONELESS: readonly string[] = [
  ...["memory", "narrow-columns", "window-tables", "cross-filter", "cells", "indexes", "engine", "live", "pick"].map(
    (name) => `test/store/${name}.test.ts`,
  ),
  ...["packed", "load-store", "worker-engine", "prepare", "prepare-steps", "crossed-rows"].map(
    (name) => `test/store/${name}.test.ts`,
  ),
  ...["basemap", "scene", "layers", "flat"].map((room) => `test/map/${room}/*.test.ts`),
  ...["svg-plain", "golden", "component/*"].map((name) => `test/map/${name}.test.ts`),
  ...["labels", "place-labels", "frame-caches", "crowd", "bands", "lanes", "look-ahead"].map(
    (name) => `test/timeline/${name}.test.ts`,
  ),
  ...["pressed-rows", "tall-rows"].map((name) => `test/timeline/${name}.test.ts`),
  ...["data/documents", "data/places", "model/place/place", "model/turns/in-turns", "view/mark-path"].map(
    (name) => `test/${name}.test.ts`,
  ),
  "test/model/read/inflate.test.ts",
  "test/architecture/*.test.ts",
];
