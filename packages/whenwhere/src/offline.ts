import { openPage } from "@whenwhere/workspace";

/** The page that this script stands in, opened from disk. */
export const page = openPage();
