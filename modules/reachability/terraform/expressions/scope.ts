import type { Budget } from "./budget";
import { navigate, type ValueStep } from "./navigate";
import { unknownValue, type Value } from "./value";

/** Text of a file, or why it is not read, to follow "because", and whether that is because there is none. */
export type FileText = { readonly text: string } | { readonly because: string; readonly isMissing?: boolean };

/** The files below a folder, by their paths from there. @returns `undefined` where they are not known */
export type ListFiles = (folder: string) => readonly string[] | undefined;

/** Data that a text holds, or why it cannot be read, to follow "because". */
export type DecodedText = { readonly value: unknown } | { readonly because: string };

/** What the names in an expression stand for. */
export interface Scope {
  readonly budget: Budget;
  /** The value of a name with the steps that follow it, for example of `aws_vpc.main.id`. */
  readonly lookUp: (name: string, steps: readonly ValueStep[]) => Value;
  /** A file that `file` and `templatefile` name. @default - no file is read */
  readonly readFile?: (path: string) => FileText;
  /** The files below a folder, by their paths from there. @default - none are listed */
  readonly listFiles?: ListFiles;
  /** Reads the YAML that `yamldecode` is given. @default - none is read */
  readonly decodeYaml?: (text: string) => DecodedText;
}

/** A scope with names that hide those of the scope around it. */
export function withNames(scope: Scope, names: ReadonlyMap<string, Value>): Scope {
  return {
    ...scope,
    lookUp: (name, steps) => {
      const value = names.get(name);
      return value === undefined ? scope.lookUp(name, steps) : navigate(value, steps);
    },
  };
}

/** The scope of what has to be constant. */
export function withoutNames(budget: Budget): Scope {
  return { budget, lookUp: (name) => unknownValue(`${name} is no constant`) };
}
