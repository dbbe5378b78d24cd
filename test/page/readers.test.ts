import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, drawn, openBench, visit, WITHOUT_WEBGL } from "./open-page.ts";

type Widget = HTMLElement & {
  readonly shadowRoot: ShadowRoot;
  readonly store: { count(): unknown };
  readonly handle: { readonly ready: Promise<void> };
};

/** All that a reader is told of time on the page: counts, table, axis sliders, date inputs, card. */
function toldTimes(): unknown {
  const widget = document.querySelector("when-where") as Widget;
  const all = (css: string) => [...widget.shadowRoot.querySelectorAll<HTMLElement>(css)];
  return {
    counts: widget.store.count(),
    sliders: all('[role="slider"]').map((one) => one.getAttribute("aria-valuetext")),
    inputs: all('input[type="date"]').map((one) => (one as HTMLInputElement).value),
    table: all(".ww-table-line").map((one) => one.textContent),
    card: all(".ww-card-body").map((one) => one.textContent),
  };
}

describe("a day is the same day for every reader", () => {
  let bench: Bench;
  let home: unknown;

  const toldIn = async (timezoneId: string): Promise<unknown> => {
    const view = "#v=1&w@timeline=2022-01-01/2022-02-01&sel=ae-abu-dhabi-uav-2022-02-02";
    const url = `${bench.origin}/?dataset=abu-dhabi-uav-strike${view}`;
    const { page, complaints } = await visit(bench.browser, url, { timezoneId });
    await drawn(page);
    await page.evaluate(() => (document.querySelector("when-where") as Widget).handle.ready);
    const asked = () => page.evaluate(() => new Date(2022, 0, 1).getTimezoneOffset());
    expect(await asked()).toBe(
      { UTC: 0, "Pacific/Apia": -780, "America/St_Johns": 210, "Asia/Kathmandu": -345 }[timezoneId],
    );
    // Words and inputs beside a drawing follow behind its frame.
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector("when-where") as Widget;
      return shadowRoot.querySelector<HTMLInputElement>('input[type="date"]')?.value === "2022-01-01";
    });
    const told = await page.evaluate(toldTimes);
    expect(complaints).toEqual([]);
    await page.context().close();
    return told;
  };

  beforeAll(async () => {
    bench = await openBench({ flags: WITHOUT_WEBGL });
    home = await toldIn("UTC");
  });
  afterAll(() => bench.close());

  it("and the page at home says it", () => {
    expect(JSON.stringify(home)).toContain("2 February 2022, hour not given");
    expect(home).toMatchObject({ inputs: ["2022-01-01", "2022-01-31"] });
  });

  it("in the words of the reader's language, the page's own switcher too", async () => {
    const { page } = await visit(bench.browser, `${bench.origin}/?dataset=abu-dhabi-uav-strike`);
    await drawn(page);
    expect(await page.getByRole("combobox", { name: "Dataset" }).count()).toBe(1);
    await page.evaluate(() => document.documentElement.setAttribute("lang", "ar"));
    await page.getByRole("combobox", { name: "مجموعة البيانات" }).waitFor();
    expect(await page.locator(".switch span").innerText()).toBe("مجموعة البيانات");
    await page.context().close();
  });

  it.each(["Pacific/Apia", "America/St_Johns", "Asia/Kathmandu"])("in %s", async (zone) => {
    expect(await toldIn(zone)).toEqual(home);
  });
});
