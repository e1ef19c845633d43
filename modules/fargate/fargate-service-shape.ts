import { awsName } from "../shapes/name-shape";
import { atLeast, count, list, type MembersOf, number, object, required, text } from "../shapes/shape";
import type { FargateServiceProps } from "./fargate-service-props";
import { roleOptions, TASK_DEFINITION_MEMBERS } from "./fargate-task-definition-shape";
import { SERVICE_DEPLOYMENT } from "./service-deployment-shape";
import type { ServiceDiscovery } from "./service-discovery";
import { SERVICE_SCALING } from "./service-scaling-shape";

/** The shape of {@link FargateServiceProps}. */
export const FARGATE_SERVICE = object({
  ...TASK_DEFINITION_MEMBERS,
  name: awsName("service", "orders"),
  desiredCount: count(2),
  scaling: SERVICE_SCALING,
  discovery: object({
    namespaceId: required(text("ns-…")),
    name: text("prices"),
    ttl: count(10),
  } satisfies MembersOf<ServiceDiscovery>),
  infrastructureRole: roleOptions("orders-infrastructure"),
  deployment: SERVICE_DEPLOYMENT,
  loadBalancers: list(atLeast({ targetGroupArn: required(text("arn:aws:…")) }, "balancer.target(…)")),
  healthCheckGracePeriod: number(60),
} satisfies MembersOf<FargateServiceProps>);
