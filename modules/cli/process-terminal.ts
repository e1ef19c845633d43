import { appendFileSync } from "node:fs";
import type { WriteStream } from "node:tty";
import type { Terminal } from "./terminal";

export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  // Source: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
  const { GITHUB_WORKSPACE: workspace, GITHUB_STEP_SUMMARY: summary } = process.env;
  return {
    ...(workspace ? { workspace } : {}),
    ...(summary ? { writeSummary: (markdown: string) => appendFileSync(summary, markdown) } : {}),
    ...(process.stdout.isTTY ? { screen: screenOf(process.stdout) } : {}),
    writeAnswer: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    readStandardInput: async () => (await import("node:stream/consumers")).buffer(process.stdin),
  };
}

/** Whoever sets NO_COLOR to anything wants none. Source: https://no-color.org */
function screenOf(stream: WriteStream): NonNullable<Terminal["screen"]> {
  return { columns: stream.columns, hasColors: !process.env["NO_COLOR"] && stream.hasColors() };
}

/** A reader that has seen enough, such as `head`, closes the pipe. That is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
