import { inColumns } from "../text/columns";
import type { Command } from "./command";
import type { OptionTable } from "./parse-arguments";

/** The options that every command has. */
export const COMMON_OPTIONS = {
  help: { short: "h", summary: "show this" },
} as const satisfies OptionTable;

/** The help of the whole command line. */
export function commandLineHelp(commands: readonly Command[]): string {
  const rows = commands.map(({ name, operands, summary }) => [`${name} ${operands}`, summary]);
  return [
    "usage: private-fargate COMMAND",
    "",
    "commands:",
    ...inColumns(rows),
    "",
    "options:",
    ...inColumns([
      ["--help", "show this; after a command, the help of the command"],
      ["--version", "show the version"],
    ]),
    "",
  ].join("\n");
}

export function commandHelp({ name, operands, summary, options, remarks }: Command): string {
  const rows = Object.entries<OptionTable[string]>({ ...options, ...COMMON_OPTIONS }).map(
    ([option, { value, summary: text }]) => [value === undefined ? `--${option}` : `--${option} ${value}`, text],
  );
  return [
    `usage: private-fargate ${name} ${operands} [options]`,
    "",
    summary,
    "",
    "options:",
    ...inColumns(rows),
    "",
    remarks,
    "",
  ].join("\n");
}
