import { adoptStyles } from "@whenwhere/view";
import { expect, it } from "vitest";

it("applies no styles where pages know no constructed sheets, as in jsdom, and breaks nothing", () => {
  const page = { nodeType: 9 };
  adoptStyles(page as unknown as Document, "p { color: red }")();
  expect(page).toEqual({ nodeType: 9 });
});
