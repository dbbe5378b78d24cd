/** Where rows lie on the sphere and on the curve: a door for views that keep rows by place as the store does. */
export { mortonHalf, mortonKey } from "./cells/morton.ts";
export { circleBounds, HALF_ROUND_M, METERS_PER_DEGREE } from "./filter/place-circle.ts";
