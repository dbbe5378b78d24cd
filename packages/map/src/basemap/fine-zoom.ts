/** From this zoom on the land is drawn finely: closer up the 50m world has edges where coasts have bays. */
export const FINE_ZOOM = 6.5;
