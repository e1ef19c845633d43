import type { NetworkSnapshot } from "../snapshot/network-snapshot";
import { checkNetworkSnapshot, isNetworkSnapshot } from "../snapshot/read-network-snapshot";
import { readDocument } from "./read-document";
import { readInput } from "./read-input";
import type { Terminal } from "./terminal";
import { unusableDocument } from "./unusable-input";

/**
 * A snapshot of a network, from a file.
 *
 * @throws {UnusableInputError} where it cannot be read, or is none
 */
export async function readNetworkFile(path: string, terminal: Terminal): Promise<NetworkSnapshot> {
  const input = await readInput(path, terminal);
  const { value, lineOf } = readDocument(input);
  if (isNetworkSnapshot(value)) return value;
  throw unusableDocument(input.name, [...checkNetworkSnapshot(value)], lineOf);
}

/** The snapshots of some files. */
export function readNetworkFiles(paths: readonly string[], terminal: Terminal): Promise<NetworkSnapshot[]> {
  return Promise.all(paths.map((path) => readNetworkFile(path, terminal)));
}
