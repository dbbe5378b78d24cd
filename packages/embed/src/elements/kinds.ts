import { OWN_ATTRIBUTES } from "./attribute-names.ts";
import type { ElementKind } from "./element-kind.ts";

/** A page that unsets everything (`*{all:unset}`) makes the element inline: then its content has the least height. */
const block = (minBlockSizePx: number): string =>
  `:host{display:block;position:relative;min-block-size:${minBlockSizePx}px}:host([hidden]){display:none}.ww-host{block-size:100%}.ww-host-inline{min-block-size:${minBlockSizePx}px;display:grid}`;

/** Lists and texts keep from the edge what drawings use to it. */
const PADDED = ".ww-host{padding-inline:16px}";

/**
 * A height that the page gives is the least of a workspace: on a phone its parts stand below one another, and would lie over what
 * comes after it. Browsers that know no least height by content keep to the page's.
 */
const GROWING =
  ":host{min-block-size:min-content}.ww-host:not(.ww-host-inline){block-size:auto;min-block-size:max(100%,480px)}:host .ww-files~.ww-host{block-size:auto;min-block-size:max(100% - 46px,434px)}:host .ww-load:not([data-over]){min-block-size:480px}@media (pointer:coarse){:host .ww-files~.ww-host{min-block-size:max(100% - 62px,418px)}}";

/** In a wide place the facets stand beside each other: a bar as long as a page could not be compared with the next one. */
const FACETS_ABREAST =
  ".ww-facets{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,220px),1fr));column-gap:24px;align-items:start}.ww-facets>:not(.ww-section){grid-column:1/-1}.ww-facets>:is(.ww-search,.ww-filter-bar){max-inline-size:460px}";

/**
 * The elements. `when-where` is the linked whole; the others are its parts, which share the store of their group
 * when they have no data of their own. What draws one is loaded with the first of its kind.
 */
export const ELEMENT_KINDS: readonly ElementKind[] = [
  {
    tag: "when-where",
    attributes: OWN_ATTRIBUTES["when-where"],
    css: `${block(480)}${GROWING}`,
    opensFiles: true,
    load: () => import("./workspace-element.ts"),
  },
  {
    tag: "ww-timeline",
    attributes: OWN_ATTRIBUTES["ww-timeline"],
    css: `${block(160)}:host([size=sparkline]){min-block-size:0}`,
    load: () => import("./timeline-element.ts"),
  },
  {
    tag: "ww-map",
    attributes: OWN_ATTRIBUTES["ww-map"],
    css: block(320),
    load: () => import("./map-element.ts"),
  },
  {
    tag: "ww-player",
    attributes: OWN_ATTRIBUTES["ww-player"],
    css: block(44),
    load: () => import("./player-element.ts"),
  },
  {
    tag: "ww-table",
    attributes: OWN_ATTRIBUTES["ww-table"],
    css: `${block(240)}${PADDED}`,
    load: () => import("./table-element.ts"),
  },
  {
    tag: "ww-filters",
    attributes: OWN_ATTRIBUTES["ww-filters"],
    css: `${block(240)}${PADDED}${FACETS_ABREAST}`,
    load: () => import("./filters-element.ts"),
  },
  {
    tag: "ww-record",
    attributes: OWN_ATTRIBUTES["ww-record"],
    css: `${block(120)}${PADDED}`,
    load: () => import("./record-element.ts"),
  },
  {
    tag: "ww-story",
    attributes: OWN_ATTRIBUTES["ww-story"],
    css: `:host{display:block;position:relative}:host([hidden]){display:none}`,
    load: () => import("./story-element.ts"),
  },
];
