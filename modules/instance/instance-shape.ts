import { checkManagedPolicyArn } from "../internal/check-managed-policy-arn";
import { PROVIDER_PROPS } from "../internal/provider-props";
import { NETWORK } from "../network/network-shape";
import { RULES } from "../network/security-group-shape";
import type { InstanceSpec } from "../planning/instance/instance-spec";
import { POLICY_STATEMENT } from "../shapes/policy-statement-shape";
import {
  anything,
  atLeast,
  either,
  flag,
  list,
  type MembersOf,
  number,
  object,
  record,
  required,
  text,
} from "../shapes/shape";
import type { InstanceProps, InstanceSecurityGroupOptions } from "./instance-props";

const SPEC = object({
  name: required(text("builder")),
  sessionManager: flag,
  packages: list(text("docker")),
  commands: list(text("systemctl start docker")),
  uses: list(text("ecr.api")),
} satisfies MembersOf<InstanceSpec>);

const SECURITY_GROUP_OPTIONS = object({
  name: text("builder"),
  description: text("the builder"),
  ingress: RULES,
  egress: RULES,
} satisfies MembersOf<InstanceSecurityGroupOptions>);

const ENDPOINTS = atLeast(
  { dependencies: required(list(anything("endpoint"))) },
  'new VpcEndpoints(this, "endpoints", { network, services })',
);

/** The shape of {@link InstanceProps}. */
export const INSTANCE = object({
  instance: required(SPEC),
  network: required(NETWORK),
  endpoints: either(ENDPOINTS, list(ENDPOINTS)),
  subnet: text("private-a"),
  publicAddress: flag,
  instanceType: text("t3.micro"),
  architecture: text("ARM64"),
  imageId: text("ami-0a"),
  rootVolumeSize: number(20),
  statements: list(POLICY_STATEMENT),
  permissionsBoundary: text("arn:aws:iam::123456789012:policy/boundary", checkManagedPolicyArn),
  keyName: text("builder"),
  securityGroup: SECURITY_GROUP_OPTIONS,
  dependsOn: list(anything("resource")),
  tags: record(text("shop"), "Team"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<InstanceProps>);
