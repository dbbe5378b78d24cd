import { loadIncidents, readIncidents } from "@whenwhere/model";
import { nearestName } from "@whenwhere/model/nearest-name";
import { createStore, loadStore } from "@whenwhere/store";
import { describe, expect, it } from "vitest";

const CSV = "title,date,lat,lon\nA drill,05-03-2024,40.1,80.2\n";

describe("an option that there is not", () => {
  it("is refused by the reader, which names the one that was meant", () => {
    expect(() => readIncidents(CSV, { dayfirst: true } as object)).toThrow(
      expect.objectContaining({
        code: "read/option-unknown",
        message: 'readIncidents has no option "dayfirst". Did you mean "dayFirst"?',
      }),
    );
  });

  it("is refused with all that there are, where none is near", () => {
    expect(() => readIncidents(CSV, { european: true } as object)).toThrow(
      "Its options are format, readers, mapping, dayFirst, language, name, mediaType, redact.",
    );
  });

  it("is refused by whatever loads", async () => {
    await expect(loadIncidents(new Blob([CSV]), { onProgres: () => {} } as object)).rejects.toMatchObject({
      code: "load/option-unknown",
      hint: 'Did you mean "onProgress"?',
    });
    await expect(loadStore(new Blob([CSV]), { categoryfield: "kind" } as object)).rejects.toMatchObject({
      code: "load/option-unknown",
      hint: 'Did you mean "categoryField"?',
    });
  });

  it("is refused by the store", () => {
    expect(() => createStore([], { attributon: "ACLED" } as object)).toThrow(
      expect.objectContaining({ code: "store/option-unknown", hint: 'Did you mean "attribution"?' }),
    );
  });

  it("says nothing where its value is undefined, and a name of every object is none", () => {
    expect(readIncidents(CSV, { european: undefined } as object).incidents).toHaveLength(1);
    expect(() => readIncidents(CSV, { toString: 1 } as object)).toThrow('no option "toString"');
  });
});

describe("the name that was meant", () => {
  const names = ["projection", "lane", "lanes", "src"];

  it.each([
    ["projecton", "projection"],
    ["porjektion", "projection"],
    ["Projection", "projection"],
    ["lnae", "lane"],
    ["lanees", "lanes"],
    ["scr", "src"],
  ])("of %s is %s", (written, meant) => {
    expect(nearestName(written, names)).toBe(meant);
  });

  it.each(["project", "name", "url", ""])("of %s is none", (written) => {
    expect(nearestName(written, names)).toBeNull();
  });
});
