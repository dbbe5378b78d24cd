/** Text made safe for a part of a link; halves of surrogate pairs become U+FFFD, because no link can hold them. */
export function linkText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}

/** Null when the text is not what a link can hold. */
export function textOfLink(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A list of texts by commas; `~` stands for the empty text. The empty list is the empty text. */
export function linkList(values: readonly string[]): string {
  return values.map((value) => (value === "" ? "~" : linkText(value).replaceAll("~", "%7E"))).join(",");
}

/** Null when one of the texts cannot be read. */
export function listOfLink(text: string): readonly string[] | null {
  if (text === "") return [];
  const values = text.split(",").map((part) => (part === "~" ? "" : textOfLink(part)));
  return values.includes(null) ? null : (values as string[]);
}
