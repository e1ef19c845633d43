import { ownMember } from "../../../values/own-member";
import { symbolicText } from "../expressions/symbolic-text";
import type { Value } from "../expressions/value";

/**
 * What an argument names, by the types and attributes that can be behind it. A plan tells what an expression refers to, but
 * not how; of an argument that takes an id that is enough, since nobody computes an id.
 */
export interface Noun {
  /** Attributes that name the thing itself, by type; the first one is meant where a whole resource is referred to. */
  readonly types: Readonly<Record<string, readonly string[]>>;
  /** Attributes of other types that name such a thing as well. @default - none */
  readonly others?: Readonly<Record<string, readonly string[]>>;
  /** The ARN of such a thing, where AWS makes it out of what is known. @default - it is not known before the apply */
  readonly arn?: RegExp;
}

const ID = ["id"] as const;
const VPC: Noun = { types: { aws_vpc: ID, aws_default_vpc: ID } };
const SUBNET: Noun = { types: { aws_subnet: ID, aws_default_subnet: ID } };
const SECURITY_GROUP: Noun = {
  types: { aws_security_group: ID, aws_default_security_group: ID },
  others: ofVpcs("default_security_group_id"),
};
const ROUTE_TABLE: Noun = {
  types: { aws_route_table: ID, aws_default_route_table: ID },
  others: ofVpcs("default_route_table_id", "main_route_table_id"),
};
const NETWORK_ACL: Noun = {
  types: { aws_network_acl: ID, aws_default_network_acl: ID },
  others: ofVpcs("default_network_acl_id"),
};
const VPC_ENDPOINT: Noun = { types: { aws_vpc_endpoint: ID } };
const PREFIX_LIST: Noun = {
  types: { aws_ec2_managed_prefix_list: ID, aws_prefix_list: ID },
  others: { aws_vpc_endpoint: ["prefix_list_id"] },
};
const ROLE: Noun = { types: { aws_iam_role: ["arn", "name", "id"] }, arn: /^arn:[^:]*:iam::[^:]*:role\// };
const MANAGED_POLICY: Noun = { types: { aws_iam_policy: ["arn", "id"] } };
/** What comes with a VPC. */
function ofVpcs(...attributes: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return { aws_vpc: attributes, aws_default_vpc: attributes };
}

const COMPUTE_ENVIRONMENT: Noun = { types: { aws_batch_compute_environment: ["arn", "id"] } };
const LOAD_BALANCER: Noun = { types: { aws_lb: ["arn", "id"], aws_alb: ["arn", "id"] } };

/** What the arguments name that the network is read from. */
const NOUNS: Readonly<Record<string, Noun>> = {
  access_point_id: { types: { aws_efs_access_point: ID } },
  cluster: { types: { aws_ecs_cluster: ["arn", "id", "name"] } },
  compute_environment: COMPUTE_ENVIRONMENT,
  compute_environments: COMPUTE_ENVIRONMENT,
  default_network_acl_id: NETWORK_ACL,
  default_route_table_id: ROUTE_TABLE,
  destination_prefix_list_id: PREFIX_LIST,
  dhcp_options_id: { types: { aws_vpc_dhcp_options: ID, aws_default_vpc_dhcp_options: ID } },
  execution_role_arn: ROLE,
  file_system_id: { types: { aws_efs_file_system: ID } },
  gateway_id: { types: { aws_internet_gateway: ID, aws_vpn_gateway: ID } },
  job_definition: { types: { aws_batch_job_definition: ["arn", "arn_prefix", "id", "name", "revision"] } },
  load_balancer_arn: LOAD_BALANCER,
  nat_gateway_id: { types: { aws_nat_gateway: ID } },
  network_acl_id: NETWORK_ACL,
  network_load_balancer_arns: LOAD_BALANCER,
  peer_vpc_id: VPC,
  permissions_boundary: MANAGED_POLICY,
  policy_arn: MANAGED_POLICY,
  prefix_list_id: PREFIX_LIST,
  prefix_list_ids: PREFIX_LIST,
  profile_id: { types: { aws_route53profiles_profile: ID } },
  referenced_security_group_id: SECURITY_GROUP,
  role: ROLE,
  role_name: ROLE,
  roles: ROLE,
  route_table_id: ROUTE_TABLE,
  route_table_ids: ROUTE_TABLE,
  security_group_id: SECURITY_GROUP,
  security_group_ids: SECURITY_GROUP,
  security_groups: SECURITY_GROUP,
  service_name: { types: { aws_vpc_endpoint_service: ["service_name"] } },
  source_security_group_id: SECURITY_GROUP,
  subnet_id: SUBNET,
  subnet_ids: SUBNET,
  subnets: SUBNET,
  task_definition: { types: { aws_ecs_task_definition: ["arn", "arn_without_revision", "id", "family", "revision"] } },
  task_definition_arn: { types: { aws_ecs_task_definition: ["arn", "arn_without_revision", "id"] } },
  task_role_arn: ROLE,
  transit_gateway_attachment_id: {
    types: { aws_ec2_transit_gateway_vpc_attachment: ID },
    others: {
      aws_ec2_transit_gateway_connect: ID,
      aws_ec2_transit_gateway_peering_attachment: ID,
      aws_vpn_connection: ["transit_gateway_attachment_id"],
    },
  },
  transit_gateway_id: { types: { aws_ec2_transit_gateway: ID } },
  transit_gateway_route_table_id: {
    types: { aws_ec2_transit_gateway_route_table: ID },
    others: { aws_ec2_transit_gateway: ["association_default_route_table_id", "propagation_default_route_table_id"] },
  },
  vpc_endpoint_id: VPC_ENDPOINT,
  vpc_id: VPC,
  zone_id: { types: { aws_route53_zone: ["zone_id", "id"] } },
  vpc_peering_connection_id: { types: { aws_vpc_peering_connection: ID } },
};

/** A data source names by its `id` what it looks up. */
const LOOKED_UP: Readonly<Record<string, Noun>> = {
  aws_route_table: ROUTE_TABLE,
  aws_security_group: SECURITY_GROUP,
  aws_subnet: SUBNET,
  aws_vpc: VPC,
  aws_vpc_endpoint: VPC_ENDPOINT,
};

/** The name in the alias of a record, where it is that of an endpoint. */
const ALIAS: Noun = { types: { aws_vpc_endpoint: ["dns_entry"] } };

const POLICY: Noun = { types: { aws_iam_policy_document: ["json", "minified_json"] } };

/** What an argument names. */
export function nounOf(type: string, argument: string): Noun | undefined {
  if (argument === "policy" || argument === "assume_role_policy") return POLICY;
  if (argument === "id") return ownMember(LOOKED_UP, type);
  if (type === "aws_route53_record" && argument === "name") return ALIAS;
  return ownMember(NOUNS, argument);
}

/** Arguments that take a list. What a plan refers to in them are elements. */
const LISTS: ReadonlySet<string> = new Set([
  "availability_zones",
  "cidr_blocks",
  "compute_environments",
  "domain_name_servers",
  "ipv6_cidr_blocks",
  "network_load_balancer_arns",
  "prefix_list_ids",
  "roles",
  "route_table_ids",
  "security_group_ids",
  "security_groups",
  "subnet_ids",
  "subnets",
]);

/** Whether an argument takes a list. */
export function takesList(argument: string): boolean {
  return LISTS.has(argument);
}

/** Arguments that AWS fills in where they are not given, so that the apply knows them in either case. */
const COMPUTED: ReadonlySet<string> = new Set(["policy", "route_table_ids", "security_group_ids", "subnet_ids"]);

/** Whether AWS fills in an argument that is not given. */
export function isComputed(argument: string): boolean {
  return COMPUTED.has(argument);
}

/** A gateway endpoint has no subnets and security groups, an interface endpoint no route tables. */
export function isOfEndpointType(argument: string, type: unknown): boolean {
  if (argument === "route_table_ids") return type !== "Interface";
  return type !== "Gateway" || argument === "policy";
}

/** Whether a value can be what is named. */
export function isNamed({ types, others, arn }: Noun, value: Value): boolean {
  if (value.kind === "text" || value.kind === "literal") return arn?.test(symbolicText(value)) === true;
  if (value.kind !== "reference" || value.type === undefined) return false;
  const attributes = ownMember(types, value.type) ?? ownMember(others ?? {}, value.type) ?? [];
  return attributes.includes(value.attribute);
}
