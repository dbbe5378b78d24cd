import type { Collection, Incident, RedactOptions } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import type { DataInput } from "../data/element-data.ts";
import { COMMON_ATTRIBUTES, DATA_ATTRIBUTES } from "./attribute-names.ts";
import type { ElementKind } from "./element-kind.ts";
import { type ElementLife, startLife } from "./element-life.ts";
import { spokenWords } from "./element-words.ts";
import { strayAttributes } from "./stray-attributes.ts";

/**
 * What pages may set and read on every element of ours, beside its attributes. `document.querySelector("ww-map")` knows the
 * handle of its view.
 */
export interface WhenWhereElement<Handle = unknown> extends HTMLElement {
  /**
   * A ready store, shared with other elements or made by the page. Wins over `collection` and `src`. What is read here is the
   * store of the records that are shown, to be listened to; null while they load.
   */
  store: Store | null;
  /** Records as objects. Wins over `src`. */
  collection: Collection | readonly Incident[] | null;
  /** The handle of the mounted view; null while it loads. */
  readonly handle: Handle | null;
}

/** What the attributes ask to be hidden; null = nothing. A number that is none is refused by the reader, never ignored. */
function redactOf(element: HTMLElement): RedactOptions | null {
  const [radius, fields, below] = ["redact-radius", "redact-fields", "aggregate-below"].map((name) =>
    element.getAttribute(name),
  );
  if (radius == null && fields == null && below == null) return null;
  return {
    ...(radius == null ? {} : { radiusM: Number.parseFloat(radius) }),
    ...(fields == null ? {} : { fields: fields.split(/[\s,]+/).filter((field) => field !== "") }),
    ...(below == null ? {} : { aggregateBelow: Number.parseFloat(below) }),
  };
}

/** Records inside the element, as text. */
const INLINE = 'script[type="application/json"],script[type="text/csv"]';

/** In Node there is no HTMLElement, and importing must not throw there. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/**
 * The class of a custom element. It owns a shadow root and at most one life at a time: connecting starts it, a change of
 * data loads within it, leaving the page ends it. Who moves the element within a page takes it out and puts it back at once:
 * then it lives on, with all that a reader has chosen.
 */
export function elementClass(kind: ElementKind): { new (): WhenWhereElement } {
  const attributes: readonly string[] = [...COMMON_ATTRIBUTES, ...kind.attributes];
  return class extends Base implements WhenWhereElement {
    static readonly observedAttributes: readonly string[] = attributes;
    readonly #shadow = this.attachShadow({ mode: "open" });
    readonly #strays = strayAttributes(this, attributes);
    readonly #language = new MutationObserver(() => this.#life?.relabel(spokenWords(this)));
    #life: ElementLife | null = null;
    /** What it lives in: there it is known to the elements of its group. */
    #home: Node | null = null;
    #store: Store | null = null;
    #collection: Collection | readonly Incident[] | null = null;
    #files: readonly File[] = [];

    get store(): Store | null {
      return this.#store ?? this.#life?.data?.store ?? null;
    }

    set store(store: Store | null) {
      this.#store = store;
      this.#reload();
    }

    get collection(): Collection | readonly Incident[] | null {
      return this.#collection;
    }

    set collection(collection: Collection | readonly Incident[] | null) {
      this.#collection = collection;
      this.#reload();
    }

    get handle(): unknown {
      return this.#life?.handle ?? null;
    }

    connectedCallback(): void {
      this.#strays.watch();
      this.#language.observe(this.ownerDocument.documentElement, {
        attributes: true,
        attributeFilter: ["lang"],
      });
      if (this.#life !== null && this.#home === this.getRootNode()) this.#life.relabel(spokenWords(this));
      else this.#restart();
      // A program that runs before the page is read to its end meets an element whose records come after its start tag.
      const { ownerDocument: page } = this;
      const complete = (): void => {
        if (this.#store === null && this.#collection === null && this.querySelector(INLINE) !== null) this.#reload();
      };
      if (page.readyState === "loading" && !this.hasAttribute("src"))
        page.addEventListener("DOMContentLoaded", complete, { once: true });
    }

    disconnectedCallback(): void {
      this.#strays.stop();
      this.#language.disconnect();
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#life?.end();
        this.#life = null;
      });
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      // The theme is a matter of style sheets alone.
      if (before === after || name === "theme" || this.#life === null) return;
      if (name === "lang") this.#life.relabel(spokenWords(this));
      else if (DATA_ATTRIBUTES.some((one) => one === name)) this.#reload();
      else if (name === "group" || name === "files") this.#restart();
      else this.#life.change();
    }

    #input(): DataInput {
      const script = this.querySelector(INLINE);
      const stall = Number.parseFloat(this.getAttribute("stall-seconds") ?? "");
      return {
        files: this.#files,
        store: this.#store,
        collection: this.#collection,
        src: this.getAttribute("src"),
        format: this.getAttribute("format"),
        redact: redactOf(this),
        categoryField: this.getAttribute("category-field") || null,
        inline:
          script === null ? null : { text: script.textContent ?? "", mediaType: script.getAttribute("type") ?? "" },
        workerUrl: this.getAttribute("worker-url"),
        stallMs: Number.isNaN(stall) ? null : Math.max(0, stall * 1000),
      };
    }

    /** New data of the page win over files that a reader opened before. */
    #reload(): void {
      this.#files = [];
      if (this.isConnected) this.#life?.load(this.#input());
    }

    #restart(): void {
      if (!this.isConnected) return;
      this.#life?.end();
      const onFiles = (files: readonly File[]): void => {
        this.#files = files;
        this.#life?.load(this.#input());
      };
      const stay = { host: this, shadow: this.#shadow, kind, spoken: spokenWords(this), onFiles };
      this.#home = this.getRootNode();
      this.#life = startLife(stay, this.#input());
    }
  };
}
