import type { WhenWhereElement } from "@whenwhere/embed";
import type { Collection, Incident } from "@whenwhere/model";

/** A whole collection out of partial records: ids and titles are filled in. */
export function collectionOf(title: string, records: readonly Partial<Incident>[]): Collection {
  const incidents = records.map((record, index) => ({
    id: `record-${index + 1}`,
    title: records.length === 1 ? title : `${title} ${index + 1}`,
    ...record,
  }));
  return { whenwhere: 1, title, incidents };
}

const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  attack: ["Convoy ambushed", "Village raided at night", "Checkpoint attacked", "Market shelled", "Depot set on fire"],
  strike: ["Drones at the oil port", "Missile hits a warehouse", "Drone strike on a camp", "Airfield struck"],
  arrest: ["Editor arrested", "Cargo of rifles seized", "Four held after a protest", "Cell uncovered in the capital"],
  exercise: ["Naval drill", "Joint exercise at the border", "Cyber drill", "Parachute exercise"],
};

/** A title for a record that is made up, as a desk would write it; numbered only where there are thousands. */
export function madeUpTitle(category: string, index: number): string {
  const titles = SAYINGS[category] ?? ["Incident"];
  return titles[Math.floor(index / 4) % titles.length] as string;
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

/** A record as JSON that may break between its parts. */
export function spaced(record: Partial<Incident>): string {
  return JSON.stringify(record, null, 1).replace(/\n\s*/g, " ");
}

/** Resolves when the element has drawn its view, rejects with its reason when it cannot. */
export function drawn(element: Element): Promise<void> {
  return new Promise((resolve, reject) => {
    if ((element as WhenWhereElement).handle !== null) return resolve();
    element.addEventListener("ww-ready", () => resolve(), { once: true });
    element.addEventListener("ww-error", (event) => reject((event as CustomEvent<Error>).detail), { once: true });
  });
}
