import type { Proof } from "../reachability/model/proof";
import { proveReading, readDocuments } from "../reachability/prove-reachability";
import { type TerraformJson, textAt } from "../reachability/terraform/expressions/terraform-json";
import { SNAPSHOT_FORMAT } from "../snapshot/network-snapshot";
import { counted } from "../text/words";
import { isObject } from "../values/is-object";
import { readCheckInputs } from "./check-inputs";
import { readInput } from "./read-input";
import { readNetworkFiles } from "./read-network-file";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

/** Proves over what was read, and over further Terraform beside it. */
export type ProveBeside = (further: readonly TerraformJson[]) => Proof;

/**
 * Reads what `check` reads, and snapshots among the paths, for proofs over them.
 *
 * @throws {UnusableInputError} with every path that cannot be used
 */
export async function proverOfPaths(
  paths: readonly string[],
  terminal: Terminal,
  source?: string,
): Promise<ProveBeside> {
  const kinds = await Promise.all(paths.map(async (path) => ({ path, isSnapshot: await isSnapshot(path, terminal) })));
  const of = (isOne: boolean) => kinds.flatMap(({ path, isSnapshot }) => (isSnapshot === isOne ? path : []));
  const { inputs, sources } = await readCheckInputs(of(false), terminal, source);
  const networks = await readNetworkFiles(of(true), terminal);
  return (further) => {
    const reading = readDocuments([...inputs, ...further], { sources, networks });
    terminal.announce?.(`proving ${counted(reading.resources.length, "resource")}`);
    return proveReading(reading);
  };
}

/** Whether a file says that it is a snapshot. What cannot be read is told by who reads it. */
async function isSnapshot(path: string, terminal: Terminal): Promise<boolean> {
  if (path === "-") return false;
  try {
    const json: unknown = JSON.parse((await readInput(path, terminal)).text);
    return isObject(json) && textAt(json, "format") === SNAPSHOT_FORMAT;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UnusableInputError) return false;
    throw error;
  }
}
