/** JSON parsed, or where and why it is not JSON. `line` and `column` count from 1. */
export type JsonParse =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly found: string };

/**
 * Parses JSON; never throws. Engines word their errors differently and some give no position,
 * so the place of the error is found here.
 */
export function parseJson(text: string): JsonParse {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    const offset = jsonErrorOffset(text);
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    const column = offset - (before.lastIndexOf("\n") + 1) + 1;
    return { ok: false, line, column, found: describeAt(text, offset) };
  }
}

function describeAt(text: string, offset: number): string {
  if (offset >= text.length) return "the end of the text";
  return JSON.stringify(text.slice(offset, offset + 12));
}

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings may not hold control characters.
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

type Expect = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end";

/** Index of the first character at which the text stops being JSON. Walks with a stack of its own: depth costs no calls. */
function jsonErrorOffset(text: string): number {
  const token = new RegExp(TOKEN.source, "y");
  const stack: ("{" | "[")[] = [];
  let expect: Expect = "value";
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text);
    const place = skipBlanks(text, at);
    if (found === null) return place;
    const [, mark, string] = found;
    const next = step(expect, mark ?? (string === undefined ? "scalar" : "string"), stack);
    if (next === null) return place;
    at = token.lastIndex;
    if (next === "done") return skipBlanks(text, at);
    expect = next;
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\n\r".includes(text[at] as string)) at++;
  return at;
}

/** The state after a token, `done` after the outermost value, null when the token does not fit. */
function step(expect: Expect, token: string, stack: ("{" | "[")[]): Expect | "done" | null {
  if (expect === "colon") return token === ":" ? "value" : null;
  if (token === "}" || token === "]") return closed(expect, token, stack);
  if (expect === "key" || expect === "key-or-end") return token === "string" ? "colon" : null;
  if (expect === "comma-or-end") return token === "," ? (stack.at(-1) === "{" ? "key" : "value") : null;
  return token === "string" || token === "scalar" ? afterValue(stack) : opened(token, stack);
}

function opened(token: string, stack: ("{" | "[")[]): Expect | null {
  if (token !== "{" && token !== "[") return null;
  stack.push(token);
  return token === "{" ? "key-or-end" : "value-or-end";
}

function closed(expect: Expect, token: "}" | "]", stack: ("{" | "[")[]): Expect | "done" | null {
  if (expect === "value" || expect === "key") return null;
  return stack.pop() === (token === "}" ? "{" : "[") ? afterValue(stack) : null;
}

function afterValue(stack: readonly string[]): Expect | "done" {
  return stack.length === 0 ? "done" : "comma-or-end";
}
