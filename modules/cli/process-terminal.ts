import { buffer } from "node:stream/consumers";
import type { Terminal } from "./terminal";

export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  return {
    writeAnswer: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    readStandardInput: () => buffer(process.stdin),
  };
}

/** A reader that has seen enough, such as `head`, closes the pipe. That is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
