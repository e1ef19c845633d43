import { type Fact, knownValue } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { NetworkView } from "../model/network-view";
import { startersOf } from "../model/starters";
import { type ConflictRule, conflict, type ResourceIssue } from "./conflict-rule";

/** Something that has to be in the same VPC as what refers to it. */
interface Part {
  readonly address: string;
  readonly vpc: Fact<Identity>;
  readonly otherVpcs?: readonly Fact<Identity>[];
}

/** What an endpoint, a task or a route table refers to is in its own VPC. AWS refuses anything else. */
export const otherVpc: ConflictRule = function* (view) {
  for (const endpoint of view.model.endpoints) {
    const parts = [
      ...subnets(view, knownValue(view.subnetsOf(endpoint))),
      ...groups(view, knownValue(view.securityGroupsOf(endpoint))),
      ...tables(view, knownValue(view.routeTablesOf(endpoint))),
    ];
    yield* inOtherVpc(view, endpoint.address, endpoint.vpc, parts);
  }
  for (const task of view.model.tasks) {
    const [first, ...others] = subnets(view, knownValue(task.subnets));
    if (first === undefined) continue;
    const parts = [...others, ...groups(view, knownValue(task.securityGroups))];
    for (const address of startersOf(task)) yield* inOtherVpc(view, address, first.vpc, parts);
  }
  for (const { address, subnet, target } of view.model.routeTableAssociations) {
    if (!subnet.known || !target.known) continue;
    yield* inOtherVpc(view, address, view.subnet(subnet.value).vpc, tables(view, [target.value]));
  }
};

function* inOtherVpc(
  view: NetworkView,
  address: string,
  own: Fact<Identity>,
  parts: readonly Part[],
): Generator<ResourceIssue> {
  if (!own.known) return;
  for (const part of parts) {
    if (!part.vpc.known) continue;
    const isElsewhere = [part.vpc, ...(part.otherVpcs ?? [])].every(
      (vpc) => vpc.known && sameIdentity(vpc.value, own.value) === "no",
    );
    if (!isElsewhere) continue;
    yield conflict("other-vpc", {
      path: address,
      problem: `${address} is in ${view.vpc(own.value).address}, and ${part.address}, to which it refers, in ${view.vpc(part.vpc.value).address}`,
      fix: `name one of ${view.vpc(own.value).address} in ${address}, or correct the vpc_id of ${part.address}`,
    });
  }
}

function subnets(view: NetworkView, ids: readonly Identity[] = []): Part[] {
  return ids.map((id) => view.subnet(id));
}

function groups(view: NetworkView, ids: readonly Identity[] = []): Part[] {
  return ids.flatMap((id) => view.securityGroup(id) ?? []);
}

function tables(view: NetworkView, ids: readonly Identity[] = []): Part[] {
  return ids.flatMap((id) => view.routeTable(id) ?? []);
}
