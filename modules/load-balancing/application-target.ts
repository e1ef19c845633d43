import type { ApplicationTargetOptions } from "./application-load-balancer-props";
import type { CreatedLoadBalancer } from "./load-balancer";
import type { LoadBalancerTarget } from "./load-balancer-target";
import { type MadeTargetGroup, targetPorts } from "./target-group";

/**
 * A target of an application load balancer, which a service takes.
 *
 * @param dependencies the listeners or rules that forward to it
 */
export function applicationTarget(
  { loadBalancer, securityGroup, entrances }: CreatedLoadBalancer,
  name: string,
  options: ApplicationTargetOptions,
  { group, arn }: MadeTargetGroup,
  dependencies: LoadBalancerTarget["dependencies"],
): LoadBalancerTarget {
  return {
    name,
    container: options.container,
    ...targetPorts(options),
    targetGroupArn: arn,
    requestCountLabel: `${loadBalancer.arnSuffix}/${group.arnSuffix}`,
    securityGroupId: securityGroup.securityGroupId,
    entrances,
    dependencies,
  };
}
