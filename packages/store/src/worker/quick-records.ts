import { finishSteps, inTurns, type RecordSource, type RowNames, type Steps } from "@whenwhere/model";

/** Rows that are looked at between two looks at the clock. */
const STEP_ROWS = 256;
/** Ids that were asked for lately: what a hand points at is named first and looked up then. */
const MOST_RECENT = 512;

/**
 * Records whose ids are indexed in slices behind the back of the page, since their source would do it all at once at the
 * first question: some hundred milliseconds at 200,000 rows. A question that comes earlier is answered by the ids that
 * were asked for lately, else by finishing the index.
 */
export function quickRecords(records: RecordSource): RecordSource {
  return { ...quickIds(records), length: records.length, incident: (row) => records.incident(row) };
}

/** The same of names alone. */
export function quickNames(names: RowNames): RowNames {
  return { ...quickIds(names), length: names.length, title: names.title };
}

type Identified = Pick<RecordSource, "length" | "id" | "rowOf">;

function quickIds(records: Identified): Pick<RecordSource, "id" | "rowOf"> {
  const { length } = records;
  const index = new Int32Array(sizeFor(length));
  const recent = new Map<string, number>();
  let done = 0;
  const steps = (function* (): Steps<void> {
    while (done < length) {
      const end = Math.min(length, done + STEP_ROWS);
      for (; done < end; done++) put(index, hashText(records.id(done)), done);
      yield;
    }
  })();
  const stop = inTurns(steps, () => {});
  return {
    id(row) {
      const id = records.id(row);
      if (recent.size >= MOST_RECENT) recent.clear();
      recent.set(id, row);
      return id;
    },
    rowOf(id) {
      const known = recent.get(id);
      if (known !== undefined) return known;
      if (done < length) {
        stop();
        finishSteps(steps);
      }
      return find(index, id, records);
    },
  };
}

/** At most half full. */
function sizeFor(length: number): number {
  let size = 16;
  while (size < length * 2) size *= 2;
  return size;
}

/** Rows come in rising order, so the first of equal ids is found first. */
function put(index: Int32Array, hash: number, row: number): void {
  const mask = index.length - 1;
  let place = hash & mask;
  while (index[place] !== 0) place = (place + 1) & mask;
  index[place] = row + 1;
}

function find(index: Int32Array, id: string, records: Identified): number {
  const mask = index.length - 1;
  for (let place = hashText(id) & mask; ; place = (place + 1) & mask) {
    const row = (index[place] as number) - 1;
    if (row < 0 || records.id(row) === id) return row;
  }
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
