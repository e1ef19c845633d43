import { checkLogGroupKey } from "../internal/check-log-group-key";
import { checkManagedPolicyArn } from "../internal/check-managed-policy-arn";
import { PROVIDER_PROPS } from "../internal/provider-props";
import { NETWORK } from "../network/network-shape";
import { RULES } from "../network/security-group-shape";
import { awsName } from "../shapes/name-shape";
import { POLICY_STATEMENT } from "../shapes/policy-statement-shape";
import {
  anything,
  atLeast,
  either,
  list,
  type MembersOf,
  number,
  object,
  record,
  required,
  text,
} from "../shapes/shape";
import { TASK } from "../task/task-shape";
import { CAPACITY_PROVIDERS } from "./capacity-providers-shape";
import { checkRolePath, checkTaskRoleTrust } from "./check-role-options";
import { CLUSTER_OPTIONS, EXISTING_CLUSTER } from "./fargate-cluster-shape";
import type {
  FargateTaskDefinitionProps,
  LogGroupOptions,
  TaskSecurityGroupOptions,
} from "./fargate-task-definition-props";
import type { RoleOptions, TaskRoleOptions } from "./role";
import { MOUNTED_FILE_SYSTEM } from "./shared-file-system-shape";
import { TASK_CALLS } from "./task-calls-shape";

const EXISTING = { arn: required(text("arn:aws:…")) };

const SECURITY_GROUP_OPTIONS = object({
  name: awsName("security-group", "orders"),
  description: text("the orders service"),
  ingress: RULES,
  egress: RULES,
} satisfies MembersOf<TaskSecurityGroupOptions>);

const ROLE_MEMBERS = {
  name: awsName("role", "orders-task"),
  path: text("/services/", checkRolePath),
  permissionsBoundary: text("arn:aws:iam::123456789012:policy/boundary", checkManagedPolicyArn),
  managedPolicies: record(text("arn:aws:iam::aws:policy/ReadOnlyAccess", checkManagedPolicyArn), "audit"),
} satisfies MembersOf<Omit<RoleOptions, "statements">>;

const TASK_ROLE = object({
  ...ROLE_MEMBERS,
  trust: text("own-tasks", checkTaskRoleTrust),
} satisfies MembersOf<TaskRoleOptions>);

/** The shape of {@link RoleOptions}. */
export const roleOptions = (name: string) =>
  object({
    ...ROLE_MEMBERS,
    name: awsName("role", name),
    statements: list(POLICY_STATEMENT),
  } satisfies MembersOf<RoleOptions>);

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
  logGroup: object({
    name: awsName("log-group", "/ecs/orders"),
    retentionInDays: number(30),
    kmsKeyArn: text("arn:aws:kms:…", checkLogGroupKey),
  } satisfies MembersOf<LogGroupOptions>),
  securityGroup: SECURITY_GROUP_OPTIONS,
  calls: TASK_CALLS,
  executionRole: either(atLeast(EXISTING, "{ arn: role.arn }"), roleOptions("orders-execution")),
  taskRole: either(atLeast(EXISTING, "{ arn: role.arn }"), TASK_ROLE),
  fileSystems: record(MOUNTED_FILE_SYSTEM, "files"),
  dependsOn: list(anything("resource")),
  ...PROVIDER_PROPS,
} satisfies MembersOf<FargateTaskDefinitionProps>;

/** The shape of {@link FargateTaskDefinitionProps}. */
export const FARGATE_TASK_DEFINITION = object(TASK_DEFINITION_MEMBERS);
