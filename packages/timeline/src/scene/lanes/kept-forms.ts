import type { LaneRows } from "./sort-rows.ts";

/** Lanes laid out in frames that differ in nothing that a lane could see. */
export interface KeptForms<Layout> {
  /** The lane in a form as it was laid out before, else as `make` lays it out. */
  form(lane: LaneRows, room: number, make: () => Layout): Layout;
  /** `by` names all that forms depend on; where it names anything else than before, all are forgotten. */
  under(by: readonly unknown[]): KeptForms<Layout>;
}

/** Lanes scrolled past, with their marks. */
const MOST_FORMS = 400;

/** Nothing yet. */
export function createKeptForms<Layout>(): KeptForms<Layout> {
  const forms = new Map<number, Layout>();
  let known: readonly unknown[] = [];
  const kept: KeptForms<Layout> = {
    form(lane, room, make) {
      const key = 16 * lane.code + 2 * room + (lane.rows === null ? 1 : 0);
      const before = forms.get(key);
      if (before !== undefined) return before;
      const made = make();
      if (forms.size >= MOST_FORMS) forms.clear();
      forms.set(key, made);
      return made;
    },
    under(by) {
      if (by.length !== known.length || by.some((one, i) => !Object.is(one, known[i]))) forms.clear();
      known = by;
      return kept;
    },
  };
  return kept;
}
