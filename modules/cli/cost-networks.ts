import { type NetworkToCost, sharedNetwork } from "../cost/network-to-cost";
import { networkOfPlan } from "../planning/plan/network-of-plan";
import { networksToCost } from "../reachability/networks-to-cost";
import { proveReading, readDocuments } from "../reachability/prove-reachability";
import { counted } from "../text/words";
import { isObject } from "../values/is-object";
import { readSavedPlan } from "./base-plan";
import { readCheckInputs } from "./check-inputs";
import { TERRAFORM_BLOCKS } from "./check-json";
import { isFolder } from "./is-folder";
import { planOfDocuments } from "./plan-of-documents";
import { readTaskDocuments } from "./read-document";
import { type Input, readInput } from "./read-input";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

/** Zones of endpoints that are only planned. */
export const PLANNED_ZONES = 2;

/**
 * The networks at some paths: the VPCs of Terraform, or one with the endpoints that task definitions need together.
 *
 * @param paths files, folders, or `-` for standard input
 * @param zones what the command line says
 * @throws {UnusableInputError} for a path that cannot be used, and for Terraform and task definitions at once
 */
export async function costNetworks(
  paths: readonly string[],
  zones: number | undefined,
  terminal: Terminal,
): Promise<readonly NetworkToCost[]> {
  const once = readingOnce(terminal);
  const kinds = await Promise.all(paths.map(async (path) => ({ path, isTerraform: await isTerraform(path, once) })));
  const terraform = kinds.filter((each) => each.isTerraform);
  const [other] = kinds.filter((each) => !each.isTerraform);
  const [first] = terraform;
  if (first === undefined) return [await networkOfTasks(paths, zones, once)];
  if (other === undefined) return await networksOfTerraform(paths, once);
  throw new UnusableInputError(
    `${first.path} is Terraform and ${other.path} is not; ask for the cost of a network, or of what tasks need, not of both`,
  );
}

async function networkOfTasks(
  paths: readonly string[],
  zones: number | undefined,
  terminal: Terminal,
): Promise<NetworkToCost> {
  const networks: NetworkToCost[] = [];
  for (const path of paths) networks.push(await networkOf(await readInput(path, terminal)));
  return { ...sharedNetwork(networks), zones: zones ?? PLANNED_ZONES };
}

async function networkOf(input: Input): Promise<NetworkToCost> {
  return networkOfPlan(readSavedPlan(input) ?? planOfDocuments(await readTaskDocuments(input), input, {}));
}

async function networksOfTerraform(paths: readonly string[], terminal: Terminal): Promise<readonly NetworkToCost[]> {
  const { inputs, sources } = await readCheckInputs(paths, terminal);
  terminal.announce?.(`working out ${counted(inputs.length, "configuration")}`);
  const reading = readDocuments(inputs, { sources });
  const networks = networksToCost(reading, proveReading(reading));
  if (networks.length > 0) return networks;
  const modules = reading.modules.map(({ address }) => address);
  const fix =
    modules.length === 0
      ? "give the configuration or the plan that has the network"
      : `give a plan, which shows what is in ${modules.join(", ")}: terraform show -json PLAN > plan.json`;
  throw new UnusableInputError(
    `nothing in ${paths.join(", ")} is an endpoint, a NAT gateway or a Fargate task; ${fix}`,
  );
}

async function isTerraform(path: string, terminal: Terminal): Promise<boolean> {
  if (path !== "-" && isFolder(path)) return true;
  const { text } = await readInput(path, terminal);
  const value = parsed(text);
  // What is no JSON, in a file of Terraform's, is for its reader to tell.
  if (value === undefined) return /\.tf(?:\.json|plan)?$/.test(path);
  return isObject(value) && ["format_version", ...TERRAFORM_BLOCKS].some((member) => member in value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same terminal, of which standard input can be read again. */
function readingOnce(terminal: Terminal): Terminal {
  let read: Promise<Uint8Array> | undefined;
  return {
    ...terminal,
    readStandardInput() {
      read ??= terminal.readStandardInput();
      return read;
    },
  };
}
