import type { Construct } from "constructs";
import { hostsTasks } from "../addressing/subnet-spec";
import { endpointEgress } from "../endpoints/endpoint-egress";
import { keepName } from "../internal/keep-name";
import { SecurityGroup } from "../network/security-group";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";

/** Where the tasks of a service are: ids of subnets and security groups. */
export interface Placement {
  readonly subnets: string[];
  readonly securityGroups: string[];
}

/** The subnets that are named, else all that take tasks, and the security group of the tasks. */
export function taskPlacement({ network, subnets }: FargateTaskDefinitionProps, securityGroupId: string): Placement {
  const chosen = network.subnets.filter(
    ({ tier, name }) => hostsTasks(tier) && (subnets === undefined || subnets.includes(name)),
  );
  return { subnets: chosen.map(({ id }) => id), securityGroups: [securityGroupId] };
}

/** The security group of the tasks, which lets them out to their endpoints. */
export function taskSecurityGroup(
  scope: Construct,
  { task, network, endpoints, securityGroup = {} }: FargateTaskDefinitionProps,
): SecurityGroup {
  const { egress, ...options } = securityGroup;
  const created = new SecurityGroup(scope, "security-group", {
    vpcId: network.vpcId,
    name: task.family,
    ...options,
    egress: { ...endpointEgress(network, endpoints), ...egress },
  });
  if (options.name === undefined) keepName(created.group, "name");
  return created;
}
