import type { Value } from "../terraform/expressions/value";
import { isAbsent } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import type { ResourceIndex } from "./resource-index";

/** The id of what a resource takes over or looks up: the part of a VPC, or a connection that it accepts. */
export function adopted(resource: TerraformResource, index: ResourceIndex): Value | undefined {
  switch (resource.type) {
    case "aws_default_route_table":
      return resource.argument("default_route_table_id");
    case "aws_default_network_acl":
      return resource.argument("default_network_acl_id");
    case "aws_default_security_group": {
      const id = resource.attribute("id");
      return id.kind === "literal" ? id : (vpcNamed(vpcIdOf(resource, index), index)?.attribute(GROUP) ?? id);
    }
    case "aws_security_group":
      return looksUpDefaultGroup(resource) ? vpcNamed(vpcIdOf(resource, index), index)?.attribute(GROUP) : undefined;
    case "aws_vpc_peering_connection_accepter":
      return resource.argument("vpc_peering_connection_id");
    case "aws_ec2_transit_gateway_vpc_attachment_accepter":
      return resource.argument("transit_gateway_attachment_id");
    default:
      return undefined;
  }
}

/** Only the default group of a VPC is called so: AWS refuses the name for others. Source: Amazon EC2 API, CreateSecurityGroup. */
function looksUpDefaultGroup(resource: TerraformResource): boolean {
  return resource.mode === "data" && isSame(resource.argument("name"), { kind: "literal", value: "default" });
}

const GROUP = "default_security_group_id";

/** The id of the VPC that a thing is in: the one that it names, that of what it takes over, else the default VPC. */
export function vpcIdOf(resource: TerraformResource, index: ResourceIndex): Value {
  const own = resource.attribute("vpc_id");
  if (!isAbsent(resource.argument("vpc_id"))) return own;
  return vpcAround(resource, index)?.attribute("id") ?? own;
}

function vpcAround(resource: TerraformResource, index: ResourceIndex): TerraformResource | undefined {
  switch (resource.type) {
    case "aws_default_route_table":
      return vpcWith("default_route_table_id", resource.argument("default_route_table_id"), index);
    case "aws_default_network_acl":
      return vpcWith("default_network_acl_id", resource.argument("default_network_acl_id"), index);
    case "aws_default_security_group":
    case "aws_default_subnet":
    case "aws_security_group":
      return defaultVpc(resource, index);
    default:
      return undefined;
  }
}

/** The VPC that has a part: the one that a reference leads to, or the one that has its id. */
function vpcWith(attribute: string, part: Value, index: ResourceIndex): TerraformResource | undefined {
  if (part.kind === "reference") return vpcAt(part.address, index);
  return vpcs(index).find((vpc) => isSame(vpc.attribute(attribute), part));
}

function vpcNamed(id: Value, index: ResourceIndex): TerraformResource | undefined {
  if (id.kind === "reference") return vpcAt(id.address, index);
  return vpcs(index).find((vpc) => isSame(vpc.attribute("id"), id));
}

/** The default VPC of the Region, as a resource takes it over or a data source looks it up. */
function defaultVpc({ provider }: TerraformResource, index: ResourceIndex): TerraformResource | undefined {
  const isDefault = (vpc: TerraformResource) => isSame(vpc.argument("default"), { kind: "literal", value: true });
  return [...index.managed("aws_default_vpc"), ...index.data("aws_vpc").filter(isDefault)].find(
    (vpc) => vpc.provider === provider,
  );
}

function vpcAt(address: string, index: ResourceIndex): TerraformResource | undefined {
  const found = index.at(address);
  return found !== undefined && /^aws_(?:default_)?vpc$/.test(found.type) ? found : undefined;
}

function vpcs(index: ResourceIndex): readonly TerraformResource[] {
  return [...index.managed("aws_vpc", "aws_default_vpc"), ...index.data("aws_vpc")];
}

function isSame(a: Value, b: Value): boolean {
  return a.kind === "literal" && b.kind === "literal" && a.value !== null && a.value === b.value;
}
