#!/usr/bin/env node
import { processTerminal } from "./process-terminal";
import { runCommandLine } from "./run-command-line";

// The exit code is set, not process.exit called, which would cut off an answer that a pipe has not taken yet.
export const ended = runCommandLine(process.argv.slice(2), processTerminal()).then((exitCode) => {
  process.exitCode = exitCode;
});
