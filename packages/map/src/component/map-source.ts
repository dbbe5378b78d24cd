/** Source of the map's own clause; the map itself skips it, so that the records outside stay in sight. */
export const MAP_SOURCE = "map";
