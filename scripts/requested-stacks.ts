import type { Issue } from "../modules/issues/issue";
import { unknownStacks } from "./emulator/stack-names";

/** The commands of cdktf-cli that take names of stacks. */
const OF_STACKS = new Set(["deploy", "apply", "destroy", "diff", "plan"]);

/** With these cdktf-cli does something else, or runs another app. */
const ELSEWHERE = /^(-h|--help|--version|-a|--app)(=|$)/;

/**
 * What is wrong with the stacks that a command names, known before anything is synthesized.
 *
 * @param args the arguments of cdktf-cli, the command first
 * @param stacks the names of all stacks that the app will have
 */
export function issuesOfStackNames(args: readonly string[], stacks: readonly string[]): Issue<string>[] {
  const [command = "", ...rest] = args;
  if (!OF_STACKS.has(command) || rest.some((arg) => ELSEWHERE.test(arg))) return [];
  // What follows an option may be its value. A pattern names whatever fits.
  const firstOption = rest.findIndex((arg) => arg.startsWith("-"));
  const names = firstOption === -1 ? rest : rest.slice(0, firstOption);
  if (rest.every((arg) => arg.startsWith("-")) && stacks.length > 1) return [unnamed(command, stacks)];
  return unknownStacks(
    names.filter((name) => !/[*?[\]{}!]/.test(name)),
    stacks,
  );
}

function unnamed(command: string, stacks: readonly string[]): Issue<string> {
  return {
    code: "stack-unnamed",
    problem: `npm run ${command} names no stack`,
    why: `the app has ${stacks.length}: ${stacks.join(", ")}`,
    fix: `type npm run ${command} -- ${stacks[0]}`,
  };
}
