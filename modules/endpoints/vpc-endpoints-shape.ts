import { PROVIDER_PROPS } from "../internal/provider-props";
import { NETWORK } from "../network/network-shape";
import { RULES } from "../network/security-group-shape";
import { awsName } from "../shapes/name-shape";
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
  word,
} from "../shapes/shape";
import type { InterfaceEndpointSettings } from "./interface-endpoint-props";
import type { EndpointSecurityGroupOptions, VpcEndpointsProps } from "./vpc-endpoints-props";

const TAGS = record(text("shop"), "Team");

const SECURITY_GROUP_OPTIONS = object({
  name: awsName("security-group", "endpoints"),
  description: text("interface endpoints"),
  ingress: RULES,
  egress: RULES,
  tags: TAGS,
} satisfies MembersOf<EndpointSecurityGroupOptions>);

const SETTINGS = object({
  privateDnsEnabled: flag,
  ports: list(number(443)),
  policy: list(POLICY_STATEMENT),
  tags: TAGS,
} satisfies MembersOf<InterfaceEndpointSettings>);

const PLAN = atLeast({ endpoints: required(list(anything("{}"))) }, "EndpointPlan.forTasks([task])");

/** A plan, or the names of services. */
export const SERVICES = either(PLAN, list(text("ecr.api")));

/** The shape of {@link VpcEndpointsProps}. */
export const VPC_ENDPOINTS = object({
  network: required(NETWORK),
  services: required(SERVICES),
  securityGroup: SECURITY_GROUP_OPTIONS,
  policies: text("generated"),
  networkAcls: word("generated"),
  settings: record(SETTINGS, "logs"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<VpcEndpointsProps>);
