import { changesText, redactionText } from "./change-text.ts";
import type { CliIo } from "./cli-io.ts";
import type { CliCall } from "./cli-options.ts";
import type { CliData } from "./read-files.ts";
import { reportText } from "./report-text.ts";
import { writeOutput } from "./write-output.ts";

/** The report as JSON: of one file as it is, of several with each file's own and what changed. */
export function reportJson({ files, changes, result }: CliData): string {
  const report =
    changes === null
      ? result.report
      : { ...result.report, files: files.map((file) => ({ name: file.name, ...file.report })), changes };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The report as text: each file, what changed, what was redacted. */
export function reportWords({ files, changes, result }: CliData): string {
  const { redaction } = result.report;
  return [
    ...files.map(({ name, report }) => reportText(name, report)),
    changes === null ? "" : changesText(changes),
    redaction === undefined ? "" : redactionText(redaction),
  ].join("");
}

/** Writes the report where it was asked for, and tells it on standard error. */
export async function tellReports(data: CliData, call: CliCall, io: CliIo): Promise<void> {
  if (call.report !== undefined) await writeOutput(call.report, reportJson(data), io);
  io.error(call.json ? reportJson(data) : reportWords(data));
}
