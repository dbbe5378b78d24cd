/**
 * A mistake of the calling program (problems in data are {@link Issue} values instead).
 * The message names the value, the expectation and the remedy; `code` is stable.
 */
export class WhenWhereError extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint: string, options?: { readonly cause?: unknown }) {
    super(`${message} ${hint}`, options);
    this.name = "WhenWhereError";
    this.code = code;
    this.hint = hint;
  }
}

/** Text that is not EDTF. `offset` is the index of the first character that does not fit. */
export class DateSyntaxError extends WhenWhereError {
  readonly offset: number;

  constructor(message: string, hint: string, offset: number) {
    super("time/syntax", message, hint);
    this.name = "DateSyntaxError";
    this.offset = offset;
  }
}
