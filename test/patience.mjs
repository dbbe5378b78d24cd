/**
 * How long tests wait before they give up. Neither is a speed: a machine of a quarter of ours, with another suite beside, stays
 * far below both; they end what hangs.
 */

/** For one thing that is meant to come: a check that is to hold, a press, a page, a browser. Names what never came. */
export const WAIT_MS = 120_000;

/** For a whole test, and for what is set up before it. */
export const TEST_MS = 600_000;
