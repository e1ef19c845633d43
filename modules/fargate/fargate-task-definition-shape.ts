import { PROVIDER_PROPS } from "../internal/provider-props";
import { NETWORK } from "../network/network-shape";
import { RULES } from "../network/security-group-shape";
import { POLICY_STATEMENT } from "../shapes/policy-statement-shape";
import { anything, atLeast, either, list, type MembersOf, number, object, required, text } from "../shapes/shape";
import { TASK } from "../task/task-shape";
import { CAPACITY_PROVIDERS } from "./capacity-providers-shape";
import { CLUSTER_OPTIONS, EXISTING_CLUSTER } from "./fargate-cluster-shape";
import type {
  FargateTaskDefinitionProps,
  LogGroupOptions,
  TaskSecurityGroupOptions,
} from "./fargate-task-definition-props";
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

/** The properties of {@link FargateTaskDefinitionProps}, which those of a service have as well. */
export const TASK_DEFINITION_MEMBERS = {
  network: required(NETWORK),
  task: required(TASK),
  endpoints: atLeast(
    { dependencies: required(list(anything("endpoint"))) },
    'new VpcEndpoints(this, "endpoints", { network, services })',
  ),
  subnets: list(text("private-a")),
  cluster: either(EXISTING_CLUSTER, CLUSTER_OPTIONS),
  capacityProviders: CAPACITY_PROVIDERS,
  logGroup: object({ name: text("/ecs/orders"), retentionInDays: number(30) } satisfies MembersOf<LogGroupOptions>),
  securityGroup: SECURITY_GROUP_OPTIONS,
  executionRole: either(atLeast(EXISTING, "{ arn: role.arn }"), EXECUTION_ROLE),
  taskRole: either(atLeast(EXISTING, "{ arn: role.arn }"), TASK_ROLE),
  dependsOn: list(anything("resource")),
  ...PROVIDER_PROPS,
} satisfies MembersOf<FargateTaskDefinitionProps>;

/** The shape of {@link FargateTaskDefinitionProps}. */
export const FARGATE_TASK_DEFINITION = object(TASK_DEFINITION_MEMBERS);
