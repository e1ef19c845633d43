import type { Construct } from "constructs";
import { arnPartition } from "../aws/region";
import { shiftsTraffic } from "./deployment-strategy";
import { volumesWithoutRole } from "./ebs-volumes";
import type { FargateServiceProps } from "./fargate-service-props";
import { TaskRole } from "./role";

/**
 * The role with which ECS manages volumes of EBS, where it is asked for and a volume has none of yours, shifts traffic and asks functions,
 * where a deployment has none of yours.
 *
 * Source: Amazon ECS Developer Guide, "Amazon ECS infrastructure IAM role", "Amazon ECS infrastructure IAM role for load balancers" and
 * "Permissions required for Lambda functions in Amazon ECS blue/green deployments".
 */
export function infrastructureRole(scope: Construct, props: FargateServiceProps): TaskRole | undefined {
  const { task, network, infrastructureRole: options } = props;
  const ofAws = `arn:${arnPartition(network.region)}:iam::aws:policy`;
  const managesVolumes = options !== undefined && volumesWithoutRole(task).length > 0;
  const volumes = `${ofAws}/service-role/AmazonECSInfrastructureRolePolicyForVolumes`;
  const loadBalancers = `${ofAws}/AmazonECSInfrastructureRolePolicyForLoadBalancers`;
  const { shiftsLoadBalancers, functions } = withoutRole(props);
  if (!managesVolumes && !shiftsLoadBalancers && functions.length === 0) return undefined;
  return new TaskRole(scope, "infrastructure-role", {
    namePrefix: `${task.family}-infrastructure-`,
    options: {
      ...options,
      managedPolicies: {
        ...options?.managedPolicies,
        ...(managesVolumes ? { volumes } : {}),
        ...(shiftsLoadBalancers ? { "load-balancers": loadBalancers } : {}),
      },
    },
    statements: functions.length === 0 ? [] : [{ actions: ["lambda:InvokeFunction"], resources: functions }],
    service: "ecs.amazonaws.com",
  });
}

/** What a deployment needs a role for, unless it has one of yours. */
function withoutRole({ deployment, loadBalancers = [] }: FargateServiceProps): {
  readonly shiftsLoadBalancers: boolean;
  readonly functions: readonly string[];
} {
  if (!shiftsTraffic(deployment) || deployment?.roleArn !== undefined)
    return { shiftsLoadBalancers: false, functions: [] };
  const functions = new Set((deployment?.hooks ?? []).map(({ functionArn }) => functionArn));
  return { shiftsLoadBalancers: loadBalancers.length > 0, functions: [...functions] };
}
