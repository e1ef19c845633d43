import type { EcsServiceConfig } from "@cdktf/provider-aws/lib/ecs-service";
import type { Construct } from "constructs";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import { ofSameStack } from "../internal/of-same-stack";
import type { AlternateTarget } from "../load-balancing/alternate-target";
import { connectSecurityGroups } from "../load-balancing/connect-security-groups";
import type { LoadBalancerTarget } from "../load-balancing/load-balancer-target";
import { passNetworkAcls } from "./pass-network-acls";

/** How a service is put behind load balancers. */
export interface LoadBalancerOptions {
  /**
   * The containers that load balancers forward to: `balancer.target({ container, port })` for each. The security groups
   * are opened between load balancer and tasks, on the port and nothing else.
   *
   * @default - none
   */
  readonly loadBalancers?: readonly LoadBalancerTarget[];
  /** Seconds after its start during which failed health checks of load balancers do not stop a task. @default - ECS's: 0 */
  readonly healthCheckGracePeriod?: number;
}

/** A service behind load balancers. */
export interface BalancedService extends LoadBalancerOptions {
  readonly endpoints?: VpcEndpoints;
}

/**
 * What of an ECS service follows from its load balancers. Rules between the security groups belong to the service.
 *
 * @param roleArn the role with which ECS shifts traffic
 */
export function loadBalancerAttributes(
  scope: Construct,
  { loadBalancers = [], healthCheckGracePeriod, endpoints }: BalancedService,
  securityGroupId: string,
  roleArn?: string,
): Pick<EcsServiceConfig, "loadBalancer" | "healthCheckGracePeriodSeconds" | "dependsOn"> {
  if (loadBalancers.length === 0) return {};
  const rules = loadBalancers.flatMap(({ name, securityGroupId: from, port, healthCheckPort }) =>
    connectSecurityGroups(scope, name, {
      from,
      to: securityGroupId,
      port,
      ...(healthCheckPort === undefined ? {} : { healthCheckPort }),
    }),
  );
  return {
    loadBalancer: loadBalancers.map(({ targetGroupArn, container, port, alternate }) => ({
      targetGroupArn,
      containerName: container,
      containerPort: port,
      ...(alternate === undefined ? {} : { advancedConfiguration: advancedConfiguration(alternate, roleArn) }),
    })),
    ...(healthCheckGracePeriod === undefined ? {} : { healthCheckGracePeriodSeconds: healthCheckGracePeriod }),
    dependsOn: ofSameStack(scope, [
      ...loadBalancers.flatMap(({ dependencies }) => dependencies),
      ...rules,
      ...passNetworkAcls(endpoints, { loadBalancers }),
    ]),
  };
}

/** The block `advanced_configuration` of `load_balancer`, which not all bindings know. */
function advancedConfiguration({ targetGroupArn, productionRule, testRule }: AlternateTarget, roleArn = "") {
  return {
    alternateTargetGroupArn: targetGroupArn,
    productionListenerRule: productionRule,
    ...(testRule === undefined ? {} : { testListenerRule: testRule }),
    roleArn,
  };
}
