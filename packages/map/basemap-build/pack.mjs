/**
 * TopoJSON arcs as one printable string: zigzag varints of the quantised deltas, 6 bits a character ("?" = 0, as in the
 * encoded-polyline format). A third of the bytes, and a type-checker that meets the file reads one string
 * instead of a million numbers.
 */
export function packArcs(arcs) {
  const out = [];
  for (const arc of arcs) {
    pushVarint(out, arc.length);
    for (const [dx, dy] of arc) {
      pushVarint(out, zigzag(dx));
      pushVarint(out, zigzag(dy));
    }
  }
  return out.join("");
}

const zigzag = (value) => (value < 0 ? -value * 2 - 1 : value * 2);

function pushVarint(out, value) {
  let rest = value;
  while (rest >= 32) {
    out.push(String.fromCharCode((rest % 32) + 32 + 63));
    rest = Math.floor(rest / 32);
  }
  out.push(String.fromCharCode(rest + 63));
}
