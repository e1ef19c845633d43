#!/usr/bin/env node
import { processTerminal } from "./process-terminal";
import { runCommandLine } from "./run-command-line";

export const ended = runCommandLine(process.argv.slice(2), processTerminal()).then(async (exitCode) => {
  process.exitCode = exitCode;
  // A pipe may not have taken the answer yet, which process.exit would cut off. Without it Node waits for what it still compiles in
  // the background, which can take longer than an answer.
  await Promise.all([process.stdout, process.stderr].map(taken));
  process.exit();
});

/** Whoever reads a stream has taken what was written to it, or has left. */
function taken(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write("", () => resolve()));
}
