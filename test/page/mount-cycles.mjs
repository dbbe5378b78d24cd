/** Tags of all elements of ours. */
export const TAGS = [
  "when-where",
  "ww-timeline",
  "ww-map",
  "ww-player",
  "ww-table",
  "ww-filters",
  "ww-record",
  "ww-story",
];

/**
 * Runs in the page: `count` elements of a tag, with more attributes or none, come, are drawn and go. Every second one goes as soon as it tells that it is
 * ready, while a map of it may still be on its way; the others, and the last one, stay until all of it is drawn: what is on its
 * way is held until it comes.
 */
export async function mountCycles({ tag, count, attributes = {} }) {
  const records = Array.from({ length: 12 }, (_, i) => ({
    id: `r${i}`,
    title: `Record ${i}`,
    category: i % 2 === 0 ? "attack" : "exercise",
    when: { edtf: `2022-${String(i + 1).padStart(2, "0")}` },
    where: { lon: 40 + i, lat: 10 + i, precision: "settlement" },
  }));
  for (let i = 0; i < count; i++) {
    const element = document.createElement(tag);
    element.setAttribute("projection", "flat");
    element.setAttribute("style", "display:block;height:600px");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const story = document.createElement("script");
    story.type = "text/markdown";
    story.textContent = "# A story\n\n## A step\n\nText.\n";
    element.append(story);
    element.collection = records;
    const ready = new Promise((resolve) => element.addEventListener("ww-ready", resolve, { once: true }));
    document.body.append(element);
    await ready;
    if (i % 2 === 0 || i === count - 1) await element.handle.ready;
    element.remove();
  }
}

/**
 * What the page holds after its garbage was collected: `{bytes, nodes, listeners}`. It draws itself once more before: until then
 * the browser keeps the boxes, and so the nodes, of what was taken out last.
 */
export async function heldBy(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  const of = (name) => metrics.find((one) => one.name === name).value;
  return { bytes: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
}
