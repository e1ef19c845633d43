import { parseArgs } from "node:util";
import { nearest } from "../text/nearest";
import { UnusableInputError } from "./unusable-input";

/** One option of a command. */
export interface Option {
  /** One letter that stands for the name. @default - none */
  readonly short?: string;
  /** Name of the value in the help, for example `"REGION"`. @default - the option has no value */
  readonly value?: string;
  /** The values that it may have. @default - any */
  readonly choices?: readonly string[];
  /** Whether its values, divided by commas, and those of the same option given again are one list. @default false */
  readonly isList?: boolean;
  /** What it does, in one line. */
  readonly summary: string;
}

/** The options of a command by name, without the hyphens. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What was typed after the name of a command. */
export interface CommandArguments {
  /** The values of the options that were given; the empty text for one that has none. */
  readonly options: ReadonlyMap<string, string>;
  /** What is no option, for example the file. */
  readonly operands: readonly string[];
}

/**
 * Takes the arguments of a command apart. The last of an option that is given twice counts, unless it takes a list.
 *
 * @throws {UnusableInputError} for an option that the command does not have, or a value that the option does not take
 */
export function parseArguments(args: readonly string[], table: OptionTable): CommandArguments {
  const types = Object.entries(table).map(
    ([name, { value, short }]) => [name, { type: kindOf(value), ...(short === undefined ? {} : { short }) }] as const,
  );
  // Not strict: Node's own messages suggest no spelling.
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
    if (option === undefined) throw new UnusableInputError(describeUnknown(token.name, token.rawName, table));
    const typed = { value: token.value, inline: token.inlineValue === true };
    const value = checkedValue(token.name, option, typed);
    const before = option.isList === true ? options.get(token.name) : undefined;
    options.set(token.name, before === undefined ? value : `${before},${value}`);
  }
  return { options, operands };
}

function kindOf(value: string | undefined): "string" | "boolean" {
  return value === undefined ? "boolean" : "string";
}

function describeUnknown(name: string, typed: string, table: OptionTable): string {
  const meant = nearest(name, Object.keys(table));
  return `there is no option ${typed}${meant === undefined ? "" : `; did you mean --${meant}?`}`;
}

function checkedValue(
  name: string,
  { value: wanted, choices }: Option,
  { value, inline }: { readonly value: string | undefined; readonly inline: boolean },
): string {
  if (wanted === undefined) {
    if (value !== undefined) throw new UnusableInputError(`--${name} takes no value, but has "${value}"`);
    return "";
  }
  // Without an equals sign the next option would be taken for the value; - is standard input.
  if (value === undefined || value === "" || (!inline && value.startsWith("-") && value !== "-")) {
    throw new UnusableInputError(`--${name} needs a value: --${name} ${wanted}`);
  }
  if (choices === undefined || choices.includes(value)) return value;
  const meant = nearest(value, choices) ?? choices.find((choice) => choice.startsWith(value));
  const hint = meant === undefined ? "there are" : `did you mean "${meant}"? There are`;
  throw new UnusableInputError(`--${name} cannot be "${value}"; ${hint} ${choices.join(", ")}`);
}
