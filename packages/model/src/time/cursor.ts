import { valueText } from "../value-text.ts";

/** Why a text is not a date, as a plain value: building one costs no stack trace. */
export interface DateRefusal {
  readonly code: "time/syntax";
  /** What was found and what was expected. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
  /** Index of the first character that does not fit. */
  readonly offset: number;
}

/** Character codes of the notation. */
export const CHAR = {
  percent: 37,
  comma: 44,
  hyphen: 45,
  dot: 46,
  slash: 47,
  zero: 48,
  colon: 58,
  question: 63,
  E: 69,
  S: 83,
  T: 84,
  X: 88,
  Y: 89,
  Z: 90,
  plus: 43,
  openBracket: 91,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
  tilde: 126,
} as const;

/**
 * A place in a text that is being read.
 *
 * Every reader takes a cursor and returns what it read, or null after a call of {@link Cursor.refuse}; the first
 * refusal is the one that is kept.
 */
export class Cursor {
  readonly text: string;
  at = 0;
  /** Inside a set a comma ends a member, so that it cannot be a decimal sign. */
  commaSeparates = false;
  refusal: DateRefusal | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** Code of the next character; NaN at the end. */
  peek(): number {
    return this.text.charCodeAt(this.at);
  }

  /** Steps over one character if it is the given one. */
  skip(code: number): boolean {
    if (this.peek() !== code) return false;
    this.at += 1;
    return true;
  }

  /** Steps over `..` if it stands here. */
  skipDots(): boolean {
    if (this.peek() !== CHAR.dot || this.text.charCodeAt(this.at + 1) !== CHAR.dot) return false;
    this.at += 2;
    return true;
  }

  /** Steps over a dot or comma that a digit follows. */
  skipDecimalSign(): boolean {
    const code = this.peek();
    const isSign = code === CHAR.dot || (code === CHAR.comma && !this.commaSeparates);
    if (!isSign || !isDigit(this.text.charCodeAt(this.at + 1))) return false;
    this.at += 1;
    return true;
  }

  /** The next `count` characters if all are digits; else null, and the cursor stands at the one that is not. */
  digits(count: number): number | null {
    let value = 0;
    for (let i = 0; i < count; i++) {
      const digit = this.peek() - CHAR.zero;
      if (!(digit >= 0 && digit <= 9)) return null;
      value = value * 10 + digit;
      this.at += 1;
    }
    return value;
  }

  /** The next `count` characters if each is a digit or X; else null, and the cursor stands at the one that is not. */
  mask(count: number): string | null {
    const from = this.at;
    while (this.at < from + count) {
      const code = this.peek();
      if (!isDigit(code) && code !== CHAR.X) return null;
      this.at += 1;
    }
    return this.text.slice(from, this.at);
  }

  /** All digits from here on; empty when there is none. Stops after `limit`. */
  digitRun(limit: number): string {
    const from = this.at;
    while (this.at < from + limit && isDigit(this.peek())) this.at += 1;
    return this.text.slice(from, this.at);
  }

  /** Notes why the text is no date and returns null. `says` follows the quoted text: "is not a date: ...". */
  refuse(says: string, hint: string, offset: number = this.at): null {
    this.refusal ??= { code: "time/syntax", message: `${valueText(this.text)} is not a date: ${says}`, hint, offset };
    return null;
  }
}

/** Whether a character code is that of 0-9. */
export function isDigit(code: number): boolean {
  return code >= CHAR.zero && code <= CHAR.zero + 9;
}
