import { regionOfZone } from "../../aws/region";
import { type Fact, known, knownValue, type Unknown, unknown } from "../model/fact";
import type { Identity } from "../model/identity";
import type { RunningTask, Subnet, Vpc } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { Judge } from "../model/proof";
import type { TaskSite } from "./call";

/** Where a task runs: its subnets, their VPC, and its security groups; without any it has the default group of the VPC. */
export function taskSite(view: NetworkView, task: RunningTask, acceptances: Judge): Fact<TaskSite> {
  if (!task.subnets.known) return openList(task, "subnets", task.subnets);
  if (task.subnets.value.length === 0) return unknown(`${task.address} names no subnet`);
  if (!task.securityGroups.known) {
    return openList(task, "security groups", task.securityGroups);
  }
  const subnets = task.subnets.value.map((id) => view.subnet(id));
  const vpcId = vpcOf(
    view,
    task.securityGroups.value,
    subnets.flatMap((subnet) => knownValue(subnet.vpc) ?? []),
  );
  if (vpcId === undefined) {
    return unknown(`the VPC of ${subnets.map(({ address }) => address).join(", ")} is not known`);
  }
  const vpc = view.vpc(vpcId);
  const groups = task.securityGroups.value.length > 0 ? task.securityGroups.value : [vpc.defaultSecurityGroup];
  // A subnet that is elsewhere is in the VPC of the others, or ECS refuses the task.
  const inVpc = subnets.map((subnet) => (subnet.vpc.known ? subnet : { ...subnet, vpc: known(vpcId) }));
  const region = task.region.known ? task.region : regionOf(vpc, subnets);
  return known({ view, task: { ...task, region }, vpc, subnets: inVpc, securityGroups: groups, acceptances });
}

function openList({ address }: RunningTask, things: string, { because, lack }: Unknown): Unknown {
  return unknown(`the ${things} of ${address} are not known: ${because}`, lack);
}

/** A provider that takes its Region from the environment does not tell it; the VPC or the zone of a subnet may. */
function regionOf({ region }: Vpc, subnets: readonly Subnet[]): Fact<string> {
  if (region.known) return region;
  const zones = subnets.flatMap(({ zone }) => (zone.known && zone.value.kind === "id" ? [zone.value.text] : []));
  const [found] = zones.flatMap((zone) => regionOfZone(zone) ?? []);
  return found === undefined ? region : known(found);
}

/** The VPC of the subnets, else that of the security groups: a task's are in one VPC. */
function vpcOf(view: NetworkView, groups: readonly Identity[], ofSubnets: readonly Identity[]): Identity | undefined {
  const [first] = ofSubnets;
  if (first !== undefined) return first;
  for (const id of groups) {
    const vpc = view.securityGroup(id)?.vpc;
    if (vpc?.known === true) return vpc.value;
  }
  return undefined;
}
