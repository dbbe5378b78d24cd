import path from "node:path";
import { type CliIo, EXIT, UsageError } from "./cli-io.ts";
import type { CliCall } from "./cli-options.ts";
import { exportPage } from "./export-page.ts";
import { previewSite } from "./preview-site.ts";
import { type CliData, readFiles } from "./read-files.ts";
import { tellReports } from "./tell-reports.ts";
import { refuseOverwriting, writeOutput } from "./write-output.ts";

const SCRIPT = "whenwhere.standalone.js";

/** `whenwhere export`: one page that opens from disk. */
export async function exportCommand(call: CliCall, io: CliIo): Promise<number> {
  const { output } = call;
  if (call.args.length === 0 || output === undefined) throw new UsageError("export takes files and -o PAGE.html.");
  await refuseOverwriting(call, io, output);
  const data = await readFiles(call.args, call, io);
  await tellReports(data, call, io);
  if (data.result.incidents.length === 0) return EXIT.nothing;
  const [program, areas] = await Promise.all([io.asset("whenwhere.offline.js"), io.asset("whenwhere.areas.json")]);
  const page = exportPage(data.result, { program, areas, title: titleOf(data, call) });
  if (output === "-") io.out(page);
  else await writeOutput(output, page, io);
  const kilobytes = (text: string): string =>
    `${Math.round(Buffer.byteLength(text) / 1000).toLocaleString("en-US")} kB`;
  const rest = Buffer.byteLength(page) - Buffer.byteLength(program);
  io.error(
    `${output}: ${kilobytes(page)}, of which ${kilobytes(program)} are the program and ${Math.round(rest / 1000).toLocaleString("en-US")} kB the records\n`,
  );
  return EXIT.ok;
}

/** `whenwhere preview`: serves the dashboard on the loopback interface until it is interrupted. */
export async function previewCommand(call: CliCall, io: CliIo): Promise<number> {
  const files = call.args;
  if (files.length === 0) throw new UsageError("preview takes at least one file.");
  const data = await readFiles(files, call, io);
  await tellReports(data, call, io);
  if (data.result.incidents.length === 0) return EXIT.nothing;
  const site = previewSite({ result: data.result, title: titleOf(data, call) }, await io.asset(SCRIPT));
  const served = await io.serve(site.answer, call.port).catch((error: unknown) => {
    const words = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Port ${call.port} cannot be used (${words}). Leave --port out to take a free one.`);
  });
  const again = reader(call, io, (next) => site.show({ result: next.result, title: titleOf(next, call) }));
  const undo = files.filter((file) => file !== "-").map((file) => io.watch(file, again));
  const stopped = io.interrupted();
  io.out(`http://127.0.0.1:${served.port}/\n`);
  io.error(`Follows ${files.join(", ")}; Ctrl+C ends it.\n`);
  await stopped;
  for (const one of undo) one();
  site.destroy();
  await served.close();
  return EXIT.ok;
}

/** Reads the files again, one reading at a time; what cannot be read leaves the page as it is. */
function reader(call: CliCall, io: CliIo, show: (data: CliData) => void): () => void {
  let isReading = false;
  let isStale = false;
  const read = async (): Promise<void> => {
    isReading = true;
    do {
      isStale = false;
      try {
        const data = await readFiles(call.args, call, io);
        const { kept } = data.result.report.rows;
        if (kept === 0) io.error("The file has no usable record now; the page stays as it was.\n");
        else {
          show(data);
          io.error(`Read again: ${kept.toLocaleString("en-US")} records.\n`);
        }
      } catch (error) {
        io.error(`${error instanceof Error ? error.message : String(error)}\n`);
      }
    } while (isStale);
    isReading = false;
  };
  return () => {
    isStale = true;
    if (!isReading) void read();
  };
}

function titleOf({ result }: CliData, { title, args }: CliCall): string {
  const [file = ""] = args;
  return title ?? result.title ?? (file === "-" ? "Incidents" : path.basename(file));
}
