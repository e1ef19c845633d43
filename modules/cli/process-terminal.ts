import { appendFileSync } from "node:fs";
import type { Output, OutputStream } from "./output";
import { StatusLine, USUAL_COLUMNS } from "./status-line";
import type { Terminal } from "./terminal";

export function processTerminal(answers: Output, errors: Output): Terminal {
  // Source: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
  const { GITHUB_WORKSPACE: workspace, GITHUB_STEP_SUMMARY: summary } = process.env;
  const status = isWatched() && errors.screen !== undefined ? new StatusLine(errors.screen) : undefined;
  // What Node says of an error that nobody expects must not stand behind a step.
  if (status !== undefined) process.on("uncaughtExceptionMonitor", () => status.clear());
  return {
    ...(workspace ? { workspace } : {}),
    ...(summary ? { writeSummary: (markdown: string) => appendFileSync(summary, markdown) } : {}),
    ...(answers.screen === undefined ? {} : { screen: screenOf(answers.screen) }),
    ...(status === undefined ? {} : { announce: (step: string) => status.show(step) }),
    writeAnswer: (text) => {
      status?.clear();
      answers.write(text);
    },
    writeError: (text) => {
      status?.clear();
      errors.write(text);
    },
    readStandardInput: async () => (await import("node:stream/consumers")).buffer(process.stdin),
  };
}

/** Whether somebody looks on: not in a pipeline, and not where a line cannot be taken away again. */
function isWatched(): boolean {
  return !process.env["CI"] && process.env["TERM"] !== "dumb";
}

/** A terminal that does not know its columns says 0. Whoever sets NO_COLOR to anything wants none. Source: https://no-color.org */
function screenOf(stream: OutputStream): NonNullable<Terminal["screen"]> {
  return {
    columns: stream.columns || USUAL_COLUMNS,
    hasColors: !process.env["NO_COLOR"] && stream.hasColors?.() === true,
  };
}
