import { type Issue, issue } from "../../issues/issue";
import { someOf } from "../../text/some-of";
import { groupedBy } from "../../values/grouped-by";
import type { DependencyProof, PlaceElsewhere, TaskProof } from "../model/proof";
import { giveNetwork, takingSnapshot } from "./give-network";

/**
 * Networks of which the Terraform at hand does not tell all, so that calls are not known there: once for each, with what to give the
 * proof.
 *
 * @param told of which tasks it is said that the snapshots are of other VPCs
 */
export function* networksElsewhere(tasks: readonly TaskProof[], told: readonly Issue[]): Generator<Issue> {
  const isTold = ({ address }: TaskProof) => told.some(({ path }) => path === address);
  const open = tasks.filter(
    (proof) => !isTold(proof) && proof.dependencies.some((each) => isOpenElsewhere(each, proof)),
  );
  for (const group of groupedBy(open, ({ elsewhere = [] }) => elsewhere.map(nameOf).join(" ")).values()) {
    const [{ elsewhere: [place, ...others] = [] }] = group;
    if (place === undefined) continue;
    const addresses = group.map(({ address }) => address);
    const runs = `${someOf(addresses)} ${addresses.length === 1 ? "runs" : "run"}`;
    yield issue("network-elsewhere", {
      path: addresses.join(", "),
      problem: `${runs} in ${someOf([place, ...others].map(nameOf))}, which ${others.length === 0 ? "is" : "are"} not created here`,
      fix: {
        library: `take a snapshot of the VPC, and make the network of it with existingNetwork(readNetworkSnapshot(JSON.parse(text))): ${takingSnapshot(nameOf(place))}`,
        ecs: giveNetwork(nameOf(place)),
      },
    });
  }
}

function nameOf({ address, id = address }: PlaceElsewhere): string {
  return id;
}

/**
 * Whether a call is not known since the network is elsewhere. Where the endpoints of a VPC are created here, what is not known of the
 * VPC itself is a question of its own.
 */
export function isOpenElsewhere({ verdict, issue: open }: DependencyProof, { elsewhere = [] }: TaskProof): boolean {
  const isAsked = ({ kind, address }: PlaceElsewhere) =>
    address === open?.path && (kind === "subnet" || open.code === "endpoint-unknown");
  return verdict === "unknown" && elsewhere.some(isAsked);
}
