import { type Issue, issue } from "../../issues/issue";
import { someOf } from "../../text/some-of";
import { knownValue } from "../model/fact";
import type { NetworkView } from "../model/network-view";
import type { TaskProof } from "../model/proof";
import { isSubnetId, isVpcId, takingSnapshot } from "./give-network";

/**
 * Snapshots that tell nothing of where an unknown call goes, most often because the file is of another VPC.
 *
 * @param networks ids of the VPCs of which there is a snapshot
 */
export function* snapshotsOfOtherVpcs(
  networks: readonly string[],
  view: NetworkView,
  tasks: readonly TaskProof[],
): Generator<Issue> {
  if (networks.length === 0) return;
  for (const proof of tasks) {
    if (proof.verdict !== "unknown") continue;
    const vpcs = vpcsOnTheWay(proof).filter((id) => !networks.includes(id));
    const subnets = vpcs.length > 0 ? [] : subnetsElsewhere(view, proof.address);
    const [vpc] = vpcs;
    const [subnet] = subnets;
    if (vpc === undefined && subnet === undefined) continue;
    const of = `the ${networks.length === 1 ? "snapshot is" : "snapshots are"} of ${someOf(networks)}`;
    yield issue("snapshot-of-other-vpc", {
      path: proof.address,
      problem:
        vpc === undefined
          ? `${of}, and ${proof.task} runs in ${someOf(subnets)}, which ${subnets.length === 1 ? "is" : "are"} not in it`
          : `${of}, and calls of ${proof.task} go through ${someOf(vpcs)}`,
      fix:
        vpc === undefined
          ? `take one of the VPC of ${subnet}: ${takingSnapshot(subnet ?? "")}`
          : `take one of ${vpc}: ${takingSnapshot(vpc)}, and name that file`,
    });
  }
}

/** The VPCs at which it is not known how a call goes on. */
function vpcsOnTheWay({ dependencies }: TaskProof): readonly string[] {
  const hops = dependencies.flatMap((each) => each.hops.filter(({ verdict }) => verdict === "unknown"));
  return [...new Set(hops.flatMap(({ resources }) => resources))].filter(isVpcId);
}

/** Subnets of a task that exist, and of which nothing here tells. */
function subnetsElsewhere(view: NetworkView, address: string): readonly string[] {
  const task = view.model.tasks.find((each) => each.address === address);
  const subnets = (task === undefined ? undefined : knownValue(task.subnets)) ?? [];
  return subnets.filter((id) => isSubnetId(id.text) && !view.subnet(id).vpc.known).map(({ text }) => text);
}
