import type { ExitCode } from "./exit-code";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import type { Terminal } from "./terminal";

/** One command of `private-fargate`, for example `plan`. */
export interface Command {
  /** The word that is typed. */
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** What follows the name, for example `"FILE"`. */
  readonly operands: string;
  readonly options: OptionTable;
  /** What the help says below the options. */
  readonly remarks: string;
  /** @throws {UnusableInputError} where there can be no answer */
  run(args: CommandArguments, terminal: Terminal): Promise<ExitCode>;
}
