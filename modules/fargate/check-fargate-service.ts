import type { Issue } from "../issues/issue";
import { checkDeploymentStrategy } from "./check-deployment-strategy";
import { checkFargateTaskDefinition } from "./check-fargate-task-definition";
import { checkLoadBalancers } from "./check-load-balancers";
import { checkServiceDeployment } from "./check-service-deployment";
import { checkServiceScaling } from "./check-service-scaling";
import type { FargateServiceProps } from "./fargate-service-props";
import { checkNewerBlocks } from "./newer-blocks";

/** Everything that is wrong with a service, its task and its network, as far as literals show. */
export function checkFargateService(props: FargateServiceProps): Generator<Issue> {
  return checkFargateTaskDefinition(props, [
    ...checkLoadBalancers(props),
    ...checkServiceScaling(props),
    ...checkServiceDeployment(props),
    ...checkDeploymentStrategy(props),
    ...checkAccessLogs(props),
  ]);
}

function checkAccessLogs({ task: { serviceConnect } }: FargateServiceProps): Iterable<Issue> {
  if (serviceConnect?.accessLogs === undefined) return [];
  return checkNewerBlocks(["ServiceConnectConfigurationAccessLogConfiguration"], "serviceConnect.accessLogs");
}
