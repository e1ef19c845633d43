import type { IssueValues } from "../../issues/issue";
import { someOf } from "../../text/some-of";
import { knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import type { RunningTask } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { RegionClue } from "../model/region-clue";

/** What is wrong, at the address of a resource. */
export type RegionFault = IssueValues<"network-region"> & { readonly path: string };

/** What of a VPC, or in it, is in another Region than the VPC, as far as Regions are known. */
export function networkRegionFault(view: NetworkView, vpc: Identity): RegionFault | undefined {
  const [first, ...others] = view.regions.cluesOf(vpc);
  const other = others.find(({ region }) => region !== first?.region);
  if (first === undefined || other === undefined) return undefined;
  const alike = others.filter(({ region, kind }) => region === other.region && kind === other.kind);
  const foreign = someOf([...new Set(alike.map(({ address }) => address))]);
  const { address } = first;
  const name = view.vpc(vpc).address;
  return {
    path: address,
    problem: `${clauseOf(first.kind, address, name)} ${first.region}, and ${clauseOf(other.kind, foreign, name === address ? "it" : name)} ${other.region}`,
    fix: `${mending(first.kind, address, other.region)}; or ${mending(other.kind, foreign, first.region)}`,
  };
}

/** A task that is started in another Region than that of its VPC. */
export function taskRegionFault(view: NetworkView, vpc: Identity, task: RunningTask): RegionFault | undefined {
  const whole = networkRegionFault(view, vpc);
  const [first] = view.regions.cluesOf(vpc);
  const own = knownValue(task.region);
  const name = view.vpc(vpc).address;
  if (whole !== undefined || first === undefined || own === undefined || own === first.region) return whole;
  return {
    path: task.address,
    problem: `${task.address} runs in ${own}, the Region of its provider, and its VPC ${name} is in ${first.region}`,
    fix: `give ${task.address} a provider whose region is "${first.region}", as ${name} has it`,
  };
}

/** How a clue tells the Region, which follows. */
function clauseOf(kind: RegionClue["kind"], address: string, vpc: string): string {
  switch (kind) {
    case "created":
      return `the provider creates ${address} in`;
    case "looked-up":
      return `the provider looks up ${address} in`;
    case "zone":
      return `the zone of ${address} is in`;
    case "network":
      return `the network says that ${vpc} is in`;
  }
}

/** What to change, where the Region is to be another. */
function mending(kind: RegionClue["kind"], address: string, region: string): string {
  switch (kind) {
    case "created":
    case "looked-up":
      return `set region "${region}" on the provider of ${address}, or give it one that has it`;
    case "zone":
      return `write zones of ${region} into ${address}`;
    case "network":
      return `write region "${region}" into the network`;
  }
}
