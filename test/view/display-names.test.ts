import { createDisplayNames, createWords } from "@whenwhere/view/pure";
import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => vi.restoreAllMocks());

describe("names of countries and languages", () => {
  it("are those of the reader's language", () => {
    expect(createWords("fr").names.country("DE")).toBe("Allemagne");
    expect(createWords("en").names.language("ar")).toBe("Arabic");
    expect(createDisplayNames("ru").country("MZ")).toBe("Мозамбик");
  });

  it("leave what is no code as it is", () => {
    const names = createDisplayNames("en");
    expect([names.country("Mozambique, north"), names.country("QQ"), names.language("no tag")]).toEqual([
      "Mozambique, north",
      "QQ",
      "no tag",
    ]);
  });

  it("come from one table a kind, however often they are asked for", () => {
    const made = vi.spyOn(Intl, "DisplayNames");
    const { names } = createWords("es");
    for (let i = 0; i < 200; i++) names.country(i % 2 === 0 ? "YE" : "AE");
    names.country("YE", "short");
    names.language("ar");
    expect(made).toHaveBeenCalledTimes(3);
  });
});
