import type { Incident } from "@whenwhere/model";

/** What a record says under a name: its own field, else what came with it beside the fields that we know. */
export function recordValue(incident: Incident, name: string): unknown {
  return (Object.hasOwn(incident, name) ? incident[name as keyof Incident] : undefined) ?? incident.extra?.[name];
}
