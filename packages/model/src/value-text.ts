/** Characters of a value that a message shows. */
const MOST = 80;

/**
 * What a field of unknown kind holds, for messages: a text in quotation marks, lists and objects as JSON, cut where a message
 * would become unreadable. Never throws, whatever it is: `{"toString": false}` is JSON too.
 */
export function valueText(value: unknown): string {
  const text = written(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

function written(value: unknown): string {
  try {
    return typeof value === "object" || typeof value === "string" ? JSON.stringify(value) : String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
