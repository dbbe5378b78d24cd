import type { readIncidents, spansOfWhen } from "@whenwhere/model";

export interface SilentEntry {
  readonly id: string;
  readonly kind: string;
  readonly input: string | readonly string[];
  readonly truth: unknown;
  readonly ours: string;
  readonly says?: string;
}

export function judgeOurs(
  entry: SilentEntry,
  library: { readonly readIncidents: typeof readIncidents; readonly spansOfWhen: typeof spansOfWhen },
): { readonly verdict: string; readonly codes: readonly string[]; readonly answer: unknown };
