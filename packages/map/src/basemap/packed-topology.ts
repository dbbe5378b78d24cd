import type { Arc, GeometryCollection, Objects, Topology } from "topojson-specification";

/** TopoJSON whose arcs are one printable string: zigzag varints of quantised deltas, 6 bits a character from "?". */
export interface PackedTopology {
  readonly type: string;
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
  readonly objects: Readonly<Record<string, unknown>>;
  readonly arcs: string;
}

/** Standard TopoJSON again. Linear in the length of the text; 50m takes some ten milliseconds. */
export function unpackTopology<P extends object>(packed: PackedTopology): Topology<Objects<P>> {
  return {
    type: "Topology",
    transform: packed.transform as Topology["transform"] & object,
    objects: packed.objects as Record<string, GeometryCollection<P>>,
    arcs: unpackArcs(packed.arcs),
  };
}

/** Lists of differences of steps. */
export function unpackArcs(text: string): Arc[] {
  const arcs: Arc[] = [];
  const read = varints(text);
  const signed = (): number => {
    const value = read.next();
    return value & 1 ? -((value + 1) / 2) : value / 2;
  };
  while (!read.isAtEnd()) {
    const length = read.next();
    const arc: Arc = [];
    for (let i = 0; i < length; i++) arc.push([signed(), signed()]);
    arcs.push(arc);
  }
  return arcs;
}

function varints(text: string): { readonly isAtEnd: () => boolean; readonly next: () => number } {
  const { length } = text;
  let at = 0;
  return {
    isAtEnd: () => at >= length,
    next: () => {
      let value = 0;
      let weight = 1;
      for (;;) {
        const digit = text.charCodeAt(at++) - 63;
        if (digit < 32) return value + digit * weight;
        value += (digit - 32) * weight;
        weight *= 32;
      }
    },
  };
}
