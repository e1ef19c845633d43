#!/usr/bin/env node
import { Output } from "./output";
import { processTerminal } from "./process-terminal";
import { runCommandLine } from "./run-command-line";

const answers = new Output(1, () => process.stdout);
const errors = new Output(2, () => process.stderr);

export const ended = runCommandLine(process.argv.slice(2), processTerminal(answers, errors)).then(async (exitCode) => {
  process.exitCode = exitCode;
  // A pipe may not have taken the answer yet, which process.exit would cut off. Without it Node waits for what it still compiles in
  // the background, which can take longer than an answer.
  await Promise.all([answers.taken(), errors.taken()]);
  process.exit();
});
