import type { WhenWhereElement } from "@whenwhere/embed";
import type { Collection, Incident } from "@whenwhere/model";

/** A whole collection out of partial records: ids and titles are filled in. */
export function collectionOf(title: string, records: readonly Partial<Incident>[]): Collection {
  const incidents = records.map((record, index) => ({
    id: `record-${index + 1}`,
    title: `${title} ${index + 1}`,
    ...record,
  }));
  return { whenwhere: 1, title, incidents };
}

/** A custom element showing a collection, as a page would write it. */
export function show(
  tag: string,
  collection: Collection | null,
  attributes: Readonly<Record<string, string>> = {},
): WhenWhereElement {
  const element = document.createElement(tag) as WhenWhereElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (collection !== null) element.collection = collection;
  return element;
}

/** A sheet with a heading, a few words and some elements below. */
export function sheet(heading: string, text: string, code: string, ...content: readonly Node[]): HTMLElement {
  const main = document.createElement("main");
  main.className = "story-sheet";
  // The views begin with a heading of the third level.
  const gallery = document.createElement("h1");
  gallery.className = "story-gallery";
  gallery.textContent = "whenwhere gallery";
  const title = document.createElement("h2");
  title.textContent = heading;
  const words = document.createElement("p");
  words.textContent = text;
  main.append(gallery, title, words);
  if (code !== "") {
    const line = document.createElement("p");
    const source = document.createElement("code");
    source.textContent = code;
    line.append(source);
    main.append(line);
  }
  main.append(...content);
  return main;
}

/** Resolves when the element has drawn its view, rejects with its reason when it cannot. */
export function drawn(element: Element): Promise<void> {
  return new Promise((resolve, reject) => {
    if ((element as WhenWhereElement).handle !== null) return resolve();
    element.addEventListener("ww-ready", () => resolve(), { once: true });
    element.addEventListener("ww-error", (event) => reject((event as CustomEvent<Error>).detail), { once: true });
  });
}
