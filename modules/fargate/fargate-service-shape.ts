import { NETWORK } from "../network/network-shape";
import { RULES } from "../network/security-group-shape";
import { POLICY_STATEMENT } from "../shapes/policy-statement-shape";
import {
  anything,
  atLeast,
  count,
  either,
  list,
  type MembersOf,
  number,
  object,
  required,
  text,
} from "../shapes/shape";
import { TASK } from "../task/task-shape";
import type { ClusterOptions } from "./fargate-cluster";
import type { FargateServiceProps, LogGroupOptions, TaskSecurityGroupOptions } from "./fargate-service-props";
import type { RoleOptions, TaskRoleOptions } from "./role";

const EXISTING = { arn: required(text("arn:aws:…")) };

const SECURITY_GROUP_OPTIONS = object({
  name: text("orders"),
  description: text("the orders service"),
  ingress: RULES,
  egress: RULES,
} satisfies MembersOf<TaskSecurityGroupOptions>);

const EXECUTION_ROLE = object({
  name: text("orders-execution"),
  statements: list(POLICY_STATEMENT),
} satisfies MembersOf<RoleOptions>);

const TASK_ROLE = object({ name: text("orders-task") } satisfies MembersOf<TaskRoleOptions>);

/** The shape of {@link FargateServiceProps}. */
export const FARGATE_SERVICE = object({
  network: required(NETWORK),
  task: required(TASK),
  endpoints: atLeast(
    { dependencies: required(list(anything("endpoint"))) },
    'new VpcEndpoints(this, "endpoints", { network, services })',
  ),
  name: text("orders"),
  desiredCount: count(2),
  subnets: list(text("private-a")),
  cluster: either(
    atLeast(EXISTING, "{ arn: cluster.arn }"),
    object({ name: text("shop") } satisfies MembersOf<ClusterOptions>),
  ),
  logGroup: object({ name: text("/ecs/orders"), retentionInDays: number(30) } satisfies MembersOf<LogGroupOptions>),
  securityGroup: SECURITY_GROUP_OPTIONS,
  executionRole: either(atLeast(EXISTING, "{ arn: role.arn }"), EXECUTION_ROLE),
  taskRole: either(atLeast(EXISTING, "{ arn: role.arn }"), TASK_ROLE),
  loadBalancers: list(atLeast({ targetGroupArn: required(text("arn:aws:…")) }, "balancer.target(…)")),
  healthCheckGracePeriod: number(60),
  dependsOn: list(anything("resource")),
} satisfies MembersOf<FargateServiceProps>);
