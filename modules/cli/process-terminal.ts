import { appendFileSync } from "node:fs";
import type { WriteStream } from "node:tty";
import { StatusLine, USUAL_COLUMNS } from "./status-line";
import type { Terminal } from "./terminal";

export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  // Source: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
  const { GITHUB_WORKSPACE: workspace, GITHUB_STEP_SUMMARY: summary } = process.env;
  const status = new StatusLine(process.stderr);
  // What Node says of an error that nobody expects must not stand behind a step.
  process.on("uncaughtExceptionMonitor", () => status.clear());
  return {
    ...(workspace ? { workspace } : {}),
    ...(summary ? { writeSummary: (markdown: string) => appendFileSync(summary, markdown) } : {}),
    ...(process.stdout.isTTY ? { screen: screenOf(process.stdout) } : {}),
    ...(isWatched(process.stderr) ? { announce: (step: string) => status.show(step) } : {}),
    writeAnswer: (text) => {
      status.clear();
      process.stdout.write(text);
    },
    writeError: (text) => {
      status.clear();
      process.stderr.write(text);
    },
    readStandardInput: async () => (await import("node:stream/consumers")).buffer(process.stdin),
  };
}

/** Whether somebody looks on: not in a pipeline, and not where a line cannot be taken away again. */
function isWatched(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && !process.env["CI"] && process.env["TERM"] !== "dumb";
}

/** A terminal that does not know its columns says 0. Whoever sets NO_COLOR to anything wants none. Source: https://no-color.org */
function screenOf(stream: WriteStream): NonNullable<Terminal["screen"]> {
  return { columns: stream.columns || USUAL_COLUMNS, hasColors: !process.env["NO_COLOR"] && stream.hasColors() };
}

/** A reader that has seen enough, such as `head`, closes the pipe. That is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
