import type { GoldenCase } from "./golden-case.ts";
import { DAY_CASES } from "./golden-days.ts";
import { INTERVAL_CASES } from "./golden-intervals.ts";
import { MONTH_CASES } from "./golden-months.ts";
import { SET_CASES } from "./golden-sets.ts";

/** All ways in which a date can be known that have golden files. */
export const GOLDEN_CASES: readonly GoldenCase[] = [...DAY_CASES, ...MONTH_CASES, ...INTERVAL_CASES, ...SET_CASES];
