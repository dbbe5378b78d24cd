import fc from "fast-check";

/**
 * Every `npm test` draws the same random cases, so that a red one belongs to the change at hand and comes again.
 * `npm run test:all` draws others each time; it names the seed of what fails.
 */
const SEED = 20_220_202;

if (process.env.WW_RUNS !== "all") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
