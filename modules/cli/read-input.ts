import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

/** Text that came from a file or from standard input. */
export interface Input {
  /** What messages call it, for example `"task.json"`. */
  readonly name: string;
  /** Name for a task that has none: that of the file. */
  readonly family: string;
  /** @default - it came from standard input */
  readonly file?: string;
  readonly text: string;
}

/** Name for a task that has neither a family nor a file whose name would do. */
const STANDARD_FAMILY = "task";

/**
 * Reads a file, or standard input where the name is `-`.
 *
 * @throws {UnusableInputError} where it cannot be read
 */
export async function readInput(file: string, terminal: Terminal): Promise<Input> {
  terminal.announce?.(`reading ${file === "-" ? "standard input" : file}`);
  if (file === "-")
    return { name: "standard input", family: STANDARD_FAMILY, text: decode(await terminal.readStandardInput()) };
  try {
    return { name: file, family: familyOf(file), file, text: decode(readFileSync(file)) };
  } catch (error) {
    throw new UnusableInputError(`cannot read ${file}: ${describe(error)}`);
  }
}

/** A name that ECS takes, of the file's without what its dots set off: `my app.v2.json.tpl` is `my-app`. */
function familyOf(file: string): string {
  const [stem = ""] = basename(file).replace(/^\.+/, "").split(".");
  return (
    stem
      .replace(/[^A-Za-z0-9_-]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 255) || STANDARD_FAMILY
  );
}

/** UTF-8, or the UTF-16 that a redirection in Windows PowerShell writes, with or without its mark. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0))
    return new TextDecoder("utf-16le").decode(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0))
    return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

const READ_FAILURES: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "there is no such file"],
  ["EISDIR", "it is a directory"],
  ["EACCES", "permission denied"],
]);

function describe(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return READ_FAILURES.get(code) ?? String(error);
}
