import { afterAll } from "vitest";

// Files share a page: the next one begins with an empty one, at the address that it had.
const { href } = location;

afterAll(() => {
  document.body.replaceChildren();
  history.replaceState(null, "", href);
});
