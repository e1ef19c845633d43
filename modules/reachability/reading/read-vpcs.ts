import type { Cidr } from "../../addressing/cidr";
import { allKnown, eachFact, type Fact, known, knownValue, mapFact, unknown } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { Vpc } from "../model/network-model";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent } from "../terraform/expressions/value";
import { isAdopter } from "../terraform/resources/adopter";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, booleanFact, cidrFact, listFact, memberOf, textFact } from "./facts";
import { identityFact, identityOf, partOfVpc, referrerTo, referringTo, resourceOf, withOthers } from "./identities";
import type { ResourceIndex } from "./resource-index";
import { eachThingOnce } from "./same-things";

/**
 * The VPCs: those that are created, the default VPC where it is taken over, and those that a data source looks up.
 *
 * Defaults of the DNS attributes: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc and
 * https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_vpc
 */
export function readVpcs(index: ResourceIndex): readonly Vpc[] {
  const created = index.managed("aws_vpc").map((vpc) => readVpc(vpc, index, true));
  const others = [...index.managed("aws_default_vpc"), ...index.data("aws_vpc")];
  return withOthers(created, eachThingOnce(others.map((vpc) => readVpc(vpc, index, false))));
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
      : vpc.isRead === true
        ? readFoundBlocks(vpc)
        : mapFact(cidrFact(vpc.argument("cidr_block")), (one) => [one]),
    dnsSupport: dns("enable_dns_support", true),
    dnsHostnames: dns("enable_dns_hostnames", isAdopter(vpc)),
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
  const before = isAdopter(vpc) ? "is taken over" : "is looked up";
  return unknown(`${vpc.address} ${before}, and ${attribute} is read when Terraform runs`);
}

function readCidrBlocks(vpc: TerraformResource, id: Identity, index: ResourceIndex): Fact<readonly Cidr[]> {
  const { items, possible } = referringTo(id, "aws_vpc_ipv4_cidr_block_association", "vpc_id", index);
  const [vague] = possible;
  if (vague !== undefined) return unknown(`whether ${vague.address} adds to it is not known`);
  return allKnown([vpc, ...items].map((each) => cidrFact(each.argument("cidr_block"))));
}

/** The blocks of a VPC that was looked up. Who names one of them does not say that there are no others. */
function readFoundBlocks(vpc: TerraformResource): Fact<readonly Cidr[]> {
  const associations = vpc.argument("cidr_block_associations");
  if (isAbsent(associations)) return unknown(`${vpc.address} may have further blocks`);
  return eachFact(blocksFact(associations), (block) => cidrFact(memberOf(block, "cidr_block")));
}

const AMAZON_DNS = "AmazonProvidedDNS";

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
    const set = options.known ? optionsOf(options.value, index) : undefined;
    if (set !== undefined) return { nameServers: serversOf(set), dhcpOptions: set.address };
    const which = options.known ? options.value.text : options.because;
    return { nameServers: unknown(`the DHCP options ${which} are elsewhere`), dhcpOptions: association.address };
  }
  if (!complete) return readFoundServers(vpc, index);
  return { nameServers: known([AMAZON_DNS]) };
}

/** The options of a VPC that was looked up, where they were as well. */
function readFoundServers(vpc: TerraformResource, index: ResourceIndex): Pick<Vpc, "nameServers" | "dhcpOptions"> {
  const id = knownValue(identityFact(vpc.attribute("dhcp_options_id"), index));
  const options =
    id && index.found("aws_vpc_dhcp_options").find((each) => sameIdentity(identityOf(each, index), id) === "yes");
  if (options === undefined) return { nameServers: lookedUp(vpc, "dhcp_options_id") };
  return { nameServers: serversOf(options), dhcpOptions: options.address };
}

function optionsOf(id: Identity, index: ResourceIndex): TerraformResource | undefined {
  return resourceOf(id, "aws_vpc_dhcp_options", index) ?? resourceOf(id, "aws_default_vpc_dhcp_options", index);
}

/** The options that AWS makes name Amazon's DNS server. Source: Amazon VPC User Guide, "DHCP option sets". */
function serversOf(options: TerraformResource): Fact<readonly string[]> {
  if (isAdopter(options)) return known([AMAZON_DNS]);
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
