import type { InterfaceTarget, TaskSite } from "../calls/call";
import { known, unknown } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";

/**
 * The network interfaces that a call to a security group reaches: those of the one task that carries it, else some of the VPC that
 * nobody names, for example those of a database. A group of which nobody knows the VPC is in that of the task: rules name no other's
 * but over peering.
 */
export function calledTarget({ view, vpc }: TaskSite, name: string, group: Identity): InterfaceTarget {
  const model = view.securityGroup(group);
  const [task, ...others] = view.model.tasks.filter(
    ({ securityGroups }) =>
      securityGroups.known && securityGroups.value.some((each) => sameIdentity(each, group) === "yes"),
  );
  const place = {
    id: { kind: "created", text: `what is called as ${name}` },
    vpc: model?.vpc.known === true ? model.vpc : known(vpc.id),
  } as const;
  if (task !== undefined && others.length === 0) {
    const { address, subnets, securityGroups } = task;
    return { ...place, address, subnets, securityGroups };
  }
  return {
    ...place,
    address: model?.address ?? group.text,
    subnets: unknown(`where what has ${model?.address ?? group.text} is, is not in sight`),
    securityGroups: known([group]),
  };
}
