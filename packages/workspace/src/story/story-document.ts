import { WhenWhereError } from "@whenwhere/model";

/** One step of a story: what is told, and what the views show meanwhile. */
export interface StoryStep {
  readonly title: string;
  /** Markdown: paragraphs, `###` headings, lists, quotes, emphasis, strong, links. */
  readonly text: string;
  /**
   * What the views show, as the fragment of a link: `v=1&w=2022-01-18/2022-02-04&sel=an-id&view=…&cam=lon,lat,zoom`.
   * Absent: all records, nothing selected.
   */
  readonly view?: string;
}

/** A story as one JSON file. {@link parseStory} reads the same as one Markdown file. */
export interface StoryDocument {
  /** Format version. */
  readonly story: 1;
  readonly title: string;
  /** BCP 47. */
  readonly language?: string;
  /** Markdown under the title. */
  readonly intro?: string;
  readonly steps: readonly StoryStep[];
}

const VIEW = /<!--\s*view:?\s+(\S+?)\s*-->/;
const LANGUAGE = /<!--\s*language:?\s+([A-Za-z\d-]+)\s*-->/;

function stepOf(title: string, lines: readonly string[]): StoryStep {
  const text = lines.join("\n");
  const view = VIEW.exec(text)?.[1]?.replace(/^#/, "");
  return { title, text: text.replace(VIEW, "").trim(), ...(view === undefined ? {} : { view }) };
}

/** A heading of Markdown without its escapes. */
function headingText(line: string): string {
  return line
    .replace(/^#+\s+/, "")
    .replace(/\s+#*$/, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/g, "$1");
}

function fromMarkdown(markdown: string): StoryDocument {
  const lines = markdown
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const heads = lines.flatMap((line, index) => (/^##\s/.test(line) ? [index] : []));
  const before = lines.slice(0, heads[0] ?? lines.length);
  const titleLine = before.find((line) => /^#\s/.test(line));
  const intro = before.filter((line) => line !== titleLine).join("\n");
  const language = LANGUAGE.exec(intro)?.[1];
  const said = intro.replace(LANGUAGE, "").trim();
  return {
    story: 1,
    title: titleLine === undefined ? "" : headingText(titleLine),
    ...(language === undefined ? {} : { language }),
    ...(said === "" ? {} : { intro: said }),
    steps: heads.map((from, index) =>
      stepOf(headingText(lines[from] as string), lines.slice(from + 1, heads[index + 1])),
    ),
  };
}

function isStep(value: unknown): value is StoryStep {
  if (typeof value !== "object" || value === null) return false;
  const { title, text, view } = value as Record<string, unknown>;
  return typeof title === "string" && typeof text === "string" && (view === undefined || typeof view === "string");
}

function fromJson(text: string): StoryDocument {
  const found: unknown = JSON.parse(text);
  const { title, steps, intro, language } = found as Record<string, unknown>;
  if (typeof title !== "string" || !Array.isArray(steps) || !steps.every(isStep)) {
    throw new WhenWhereError(
      "story/shape",
      "This JSON is no story: it needs a title and steps, each with a title and a text.",
      'Write { "story": 1, "title": "…", "steps": [{ "title": "…", "text": "…", "view": "v=1&…" }] }.',
    );
  }
  return {
    story: 1,
    title,
    ...(typeof language === "string" ? { language } : {}),
    ...(typeof intro === "string" ? { intro } : {}),
    steps,
  };
}

/**
 * Reads a story: JSON, or Markdown in which `#` is the title, each `##` begins a step, and a comment `<!-- view v=1&… -->`
 * under it says what the views show. The comment is invisible wherever else the file is read.
 *
 * @throws WhenWhereError `story/empty` without a step, `story/shape` for JSON of another shape, `story/json` for broken JSON.
 */
export function parseStory(text: string): StoryDocument {
  let story: StoryDocument;
  try {
    story = /^\s*\{/.test(text) ? fromJson(text) : fromMarkdown(text);
  } catch (cause) {
    if (cause instanceof WhenWhereError) throw cause;
    const message = `The story begins like JSON and cannot be read: ${(cause as Error).message}`;
    throw new WhenWhereError("story/json", message, "Mend the JSON, or write the story as Markdown.", { cause });
  }
  if (story.steps.length > 0) return story;
  throw new WhenWhereError(
    "story/empty",
    "The story has no step.",
    "Begin each step with a heading of the second level: ## What happened.",
  );
}

const escapeHeading = (text: string): string => text.replace(/\s+/g, " ").replace(/([\\*_[\]#`])/g, "\\$1");

/** Text that begins like a heading of a step would be read as one. */
const stepText = (text: string): string => text.replace(/^(##?\s)/gm, "##$1").trim();

/** A story as one Markdown file. Law: {@link parseStory} reads it back, but for blanks at the ends of texts. */
export function formatStory({ title, language, intro, steps }: StoryDocument): string {
  const head = [`# ${escapeHeading(title)}`];
  if (language) head.push(`<!-- language ${language} -->`);
  if (intro) head.push(stepText(intro));
  const body = steps.map((step) =>
    [`## ${escapeHeading(step.title)}`, step.view ? `<!-- view ${step.view} -->` : "", stepText(step.text)]
      .filter((part) => part !== "")
      .join("\n\n"),
  );
  return `${[...head, ...body].join("\n\n")}\n`;
}
