import axe from "axe-core";
import { afterEach, expect, it, vi } from "vitest";
import { january } from "./fixture.ts";
import { decodedGif, savedFiles } from "./run-fixture.ts";
import { testPage } from "./test-page.ts";

const { host, mount } = testPage(1280);

afterEach(() => vi.restoreAllMocks());

const button = (text: string, within: ParentNode = host) =>
  [...within.querySelectorAll("button")].find(({ textContent }) => textContent === text) as HTMLButtonElement;
const panel = () => host.querySelector(".ww-tool") as HTMLElement;
const status = () => host.querySelector(".ww-ws-status")?.textContent;

async function openRun() {
  const handle = await mount({ projection: "flat" });
  const ground = () => host.querySelector(".ww-map-layer:not(.ww-map-coming) canvas");
  host.querySelector(".ww-map")?.scrollIntoView();
  await expect.poll(ground).not.toBeNull();
  button("Export").click();
  button("Run of the map (GIF, film)").click();
  expect(panel().hidden).toBe(false);
  // Its program is loaded when it is first asked for.
  await expect.poll(() => panel().querySelector("select")).not.toBeNull();
  return handle;
}

const choose = (index: number, value: string) => {
  const select = panel().querySelectorAll("select")[index] as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event("change"));
};

it("saves a run of what the brush holds as a GIF with as many pictures as it said, and leaves the brush as it was", async () => {
  const files = savedFiles();
  const { store } = await openRun();
  store?.set(january);
  choose(0, "week");
  choose(1, "16");
  const said = panel().querySelector("p")?.textContent ?? "";
  const clauses = store?.state.clauses;
  button("Make the file", panel()).click();
  await expect.poll(() => files.length).toBe(1);
  expect(files[0]?.name).toBe("a-small-collection.gif");
  const { frames, widthPx, heightPx } = await decodedGif(files[0]?.blob as Promise<Blob>);
  expect(said).toContain(`Pictures: ${frames} · `);
  expect(said).toContain(`${widthPx} × ${heightPx} pixels`);
  await expect.poll(status).toBe("The run is saved as a-small-collection.gif");
  expect(store?.state.clauses).toEqual(clauses);
});

it("is ended by its button, and by Esc, without a file, and the brush stands again", async () => {
  const files = savedFiles();
  const { store } = await openRun();
  for (const end of [
    () => button("Cancel", panel()).click(),
    () => panel().dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })),
  ]) {
    button("Make the file", panel()).click();
    expect(document.activeElement?.textContent).toBe("Cancel");
    const taken = () => panel().querySelector("[role=progressbar]")?.getAttribute("aria-valuenow");
    await expect.poll(taken).not.toBe("0");
    end();
    await expect.poll(status).toBe("Stopped. No file was made.");
    await expect.poll(() => store?.state.clauses).toEqual({});
  }
  expect(panel().hidden).toBe(true);
  expect(files).toEqual([]);
});

it("has no fault that axe finds, and says what it would make in the reader's language", async () => {
  await openRun();
  const found = await axe.run({ include: panel() } as never, { rules: { "target-size": { enabled: true } } });
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  const modes = panel().querySelector(".ww-segments[aria-label='What is shown']") as HTMLElement;
  button("Adding up", modes).click();
  expect(button("Adding up", modes).getAttribute("aria-pressed")).toBe("true");
  expect(button("Window", modes).getAttribute("aria-pressed")).toBe("false");
});
