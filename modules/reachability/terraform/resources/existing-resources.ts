import { ownMember } from "../../../values/own-member";
import type { TerraformResource } from "./terraform-resource";

/** What tells one thing from another of its type, where that is not its id: arguments by which AWS has one of it. */
const NATURAL_KEYS: Readonly<Record<string, readonly string[]>> = {
  aws_network_acl_association: ["subnet_id"],
  aws_network_acl_rule: ["network_acl_id", "egress", "rule_number"],
  aws_route53_record: ["zone_id", "fqdn", "type"],
  aws_route53_resolver_rule_association: ["resolver_rule_id", "vpc_id"],
  aws_route53_zone_association: ["zone_id", "vpc_id"],
  aws_route_table_association: ["subnet_id"],
  aws_vpc_dhcp_options_association: ["vpc_id"],
  aws_vpc_endpoint_route_table_association: ["vpc_endpoint_id", "route_table_id"],
  aws_vpc_endpoint_security_group_association: ["vpc_endpoint_id", "security_group_id"],
  aws_vpc_endpoint_subnet_association: ["vpc_endpoint_id", "subnet_id"],
  aws_vpc_ipv4_cidr_block_association: ["vpc_id", "cidr_block"],
};

const DESTINATIONS = ["destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id"];

/** Attributes that hold the id of a thing, whichever type says it: that of a resource that takes a thing over is not known before. */
const IDS = ["id", "security_group_rule_id", "default_network_acl_id", "default_route_table_id"] as const;

/** The argument that names what a thing is part of, where that says all of its parts itself. */
const OWNERS: Readonly<Record<string, string>> = {
  aws_network_acl_rule: "network_acl_id",
  aws_route: "route_table_id",
  aws_vpc_endpoint_route_table_association: "vpc_endpoint_id",
  aws_vpc_endpoint_security_group_association: "vpc_endpoint_id",
  aws_vpc_endpoint_subnet_association: "vpc_endpoint_id",
  aws_vpc_security_group_egress_rule: "security_group_id",
  aws_vpc_security_group_ingress_rule: "security_group_id",
};

/** Something that Terraform manages, or is about to remove, by what is written down of it. */
export interface ManagedThing {
  readonly type: string;
  /** An argument or attribute that is known. */
  text(name: string): string | undefined;
}

/** A resource as a thing. */
export function thingOf(resource: TerraformResource): ManagedThing {
  return {
    type: resource.type,
    text: (name) => {
      const value = resource.argument(name);
      return value.kind === "literal" && value.value !== null && value.value !== "" ? String(value.value) : undefined;
    },
  };
}

/**
 * Of what was read from an account, the resources that the Terraform at hand neither manages nor removes: that knows better
 * what they are to be.
 */
export function withoutManaged(
  existing: readonly TerraformResource[],
  managed: readonly ManagedThing[],
): readonly TerraformResource[] {
  const taken = new Set(managed.flatMap(keysOf));
  return existing.filter((resource) => {
    const thing = thingOf(resource);
    const owner = ownMember(OWNERS, resource.type);
    const keys = [...keysOf(thing), ...(owner === undefined ? [] : [thing.text(owner) ?? ""])];
    return !keys.some((key) => taken.has(key));
  });
}

function keysOf(thing: ManagedThing): readonly string[] {
  const names = ownMember(NATURAL_KEYS, thing.type);
  if (names !== undefined) return joined(thing.type, names.map(thing.text));
  if (thing.type === "aws_route") {
    const destination = DESTINATIONS.map(thing.text).find((each) => each !== undefined);
    return joined(thing.type, [thing.text("route_table_id"), destination]);
  }
  // A VPC names its parts as well; they are not it.
  const isVpc = thing.type === "aws_vpc" || thing.type === "aws_default_vpc";
  return (isVpc ? IDS.slice(0, 1) : IDS).flatMap((name) => thing.text(name) ?? []);
}

function joined(type: string, parts: readonly (string | undefined)[]): readonly string[] {
  return parts.includes(undefined) ? [] : [`${type} ${parts.join(" ")}`];
}
