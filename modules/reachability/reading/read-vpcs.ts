import type { Cidr } from "../../addressing/cidr";
import { allKnown, type Fact, known, knownValue, mapFact, unknown } from "../model/fact";
import type { Identity } from "../model/identity";
import type { Vpc } from "../model/network-model";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { booleanFact, cidrFact, listFact, textFact } from "./facts";
import { identityFact, identityOf, partOfVpc, referrerTo, referringTo, resourceOf, withOthers } from "./identities";
import type { ResourceIndex } from "./resource-index";

/**
 * The VPCs: those that are created, and those that exist: a data source looks one up, `aws_default_vpc` takes over that of
 * the Region.
 *
 * Defaults of the DNS attributes: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc,
 * https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_vpc
 */
export function readVpcs(index: ResourceIndex): readonly Vpc[] {
  const created = index.managed("aws_vpc").map((vpc) => readVpc(vpc, index, true));
  const found = index.data("aws_vpc").map((vpc) => readVpc(vpc, index, false));
  const taken = index.managed("aws_default_vpc").map((vpc) => readVpc(vpc, index, false));
  return withOthers([...created, ...taken], found);
}

function readVpc(vpc: TerraformResource, index: ResourceIndex, complete: boolean): Vpc {
  const id = identityOf(vpc, index);
  const dns = (attribute: string, absent: boolean) => {
    const value = vpc.argument(attribute);
    return vpc.mode === "data" && isAbsent(value) ? lookedUp(vpc, attribute) : booleanFact(value, absent);
  };
  const defaultGroup = partOfVpc(vpc, "default_security_group_id", index);
  return {
    id,
    address: vpc.address,
    region: textFact(vpc.region),
    cidrBlocks: complete
      ? readCidrBlocks(vpc, id, index)
      : mapFact(cidrFact(vpc.argument("cidr_block")), (one) => [one]),
    dnsSupport: dns("enable_dns_support", true),
    dnsHostnames: dns("enable_dns_hostnames", vpc.type === "aws_default_vpc"),
    ...readNameServers(vpc, id, index, complete),
    mainRouteTable: readMainRouteTable(vpc, id, index),
    defaultSecurityGroup: defaultGroup.known
      ? defaultGroup.value
      : { kind: "symbol", text: `${id.text}.default_security_group_id` },
    defaultNetworkAcl:
      vpc.mode === "managed"
        ? partOfVpc(vpc, "default_network_acl_id", index)
        : lookedUp(vpc, "default_network_acl_id"),
    complete,
  };
}

function lookedUp(vpc: TerraformResource, attribute: string) {
  const how = vpc.mode === "data" ? "is looked up" : "exists already";
  return unknown(`${vpc.address} ${how}, and ${attribute} is read when Terraform runs`);
}

function readCidrBlocks(vpc: TerraformResource, id: Identity, index: ResourceIndex): Fact<readonly Cidr[]> {
  const { items, possible } = referringTo(id, "aws_vpc_ipv4_cidr_block_association", "vpc_id", index);
  const [vague] = possible;
  if (vague !== undefined) return unknown(`whether ${vague.address} adds to it is not known`);
  return allKnown([vpc, ...items].map((each) => cidrFact(each.argument("cidr_block"))));
}

/** Without DHCP options of its own a VPC has those of the Region, which name Amazon's DNS server. */
function readNameServers(
  vpc: TerraformResource,
  id: Identity,
  index: ResourceIndex,
  complete: boolean,
): Pick<Vpc, "nameServers" | "dhcpOptions"> {
  const { items, possible } = referringTo(id, "aws_vpc_dhcp_options_association", "vpc_id", index);
  const association = items[0] ?? possible[0];
  if (association !== undefined && items.length === 0) {
    return {
      nameServers: unknown(`whether ${association.address} is about it is not known`),
      dhcpOptions: association.address,
    };
  }
  if (association !== undefined) {
    const options = identityFact(association.argument("dhcp_options_id"), index);
    const set = options.known ? resourceOf(options.value, "aws_vpc_dhcp_options", index) : undefined;
    if (set !== undefined) return { nameServers: serversOf(set), dhcpOptions: set.address };
    const which = options.known ? options.value.text : options.because;
    return { nameServers: unknown(`the DHCP options ${which} are elsewhere`), dhcpOptions: association.address };
  }
  if (!complete) return { nameServers: lookedUp(vpc, "dhcp_options_id") };
  return { nameServers: known(["AmazonProvidedDNS"]) };
}

function serversOf(options: TerraformResource): Fact<readonly string[]> {
  const list = listFact(options.argument("domain_name_servers"));
  return mapFact(list, (servers) => servers.map((server) => knownValue(textFact(server)) ?? symbolicText(server)));
}

function readMainRouteTable(vpc: TerraformResource, id: Identity, index: ResourceIndex): Fact<Identity> {
  const association = referrerTo(id, "aws_main_route_table_association", "vpc_id", index);
  if (!association.known) return association;
  return association.value === undefined
    ? partOfVpc(vpc, "default_route_table_id", index)
    : identityFact(association.value.argument("route_table_id"), index);
}
