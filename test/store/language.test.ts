import { columnsOf, readIncidents } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { describe, expect, it } from "vitest";

const incidents = [{ id: "a", title: "Взрыв на рынке", when: { edtf: "2022-01-10" } }];

describe("the language of the records' own texts", () => {
  it("is the one that the collection names, from records and from columns alike", () => {
    const file = JSON.stringify({ whenwhere: 1, language: "ru", incidents });
    expect(createStore(readIncidents(file)).language).toBe("ru");
    expect(createStore({ columns: columnsOf(incidents, { language: "ru" }) }).language).toBe("ru");
    expect(createStore(incidents, { language: "ru-Cyrl" }).language).toBe("ru-Cyrl");
  });

  it("gives way to what the caller says", () => {
    expect(createStore({ incidents, language: "ru" }, { language: "uk" }).language).toBe("uk");
  });

  it.each([undefined, "", "Russian, mostly", '"><b>', "r"])(
    "is nobody's word where it is said to be %j",
    (language) => {
      expect(createStore({ incidents, ...(language === undefined ? {} : { language }) }).language).toBeNull();
    },
  );
});
