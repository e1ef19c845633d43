import { known, unknown } from "../model/fact";
import type { Subnet } from "../model/network-model";
import { isAbsent } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { vpcIdOf } from "./adopted";
import { booleanFact, cidrFact, textFact } from "./facts";
import { accountText, identityFact, identityOf, withOthers } from "./identities";
import type { ResourceIndex } from "./resource-index";
import { eachThingOnce } from "./same-things";

/** The subnets: those that are created, those of the default VPC that are taken over, and those that are looked up one by one. */
export function readSubnets(index: ResourceIndex): readonly Subnet[] {
  const created = index.managed("aws_subnet").map((subnet) => readSubnet(subnet, index, true));
  const others = [...index.managed("aws_default_subnet"), ...index.data("aws_subnet")];
  return withOthers(created, eachThingOnce(others.map((subnet) => readSubnet(subnet, index, false))));
}

function readSubnet(subnet: TerraformResource, index: ResourceIndex, complete: boolean): Subnet {
  const ipv6 = subnet.argument("ipv6_cidr_block");
  const native = booleanFact(subnet.argument("ipv6_native"), false);
  const zone = zoneOf(subnet);
  const owner = subnet.argument("owner_id");
  const tells = complete || subnet.isRead === true;
  const isLookup = <T>(fact: T) => (tells ? fact : unknown(`${subnet.address} is looked up when Terraform runs`));
  return {
    id: identityOf(subnet, index),
    address: subnet.address,
    vpc: identityFact(vpcIdOf(subnet, index), index),
    zone: isAbsent(zone) ? unknown("AWS chooses its zone") : identityFact(zone, index),
    cidrBlock: cidrFact(subnet.argument("cidr_block")),
    hasIpv4: native.known ? known(!native.value) : native,
    hasIpv6:
      native.known && native.value
        ? known(true)
        : ipv6.kind === "unknown"
          ? unknown(ipv6.because)
          : isLookup(known(!isAbsent(ipv6))),
    account: accountText(subnet, index),
    complete,
    ...(isAbsent(owner) || subnet.mode === "managed" ? {} : { owner: textFact(owner) }),
  };
}

function zoneOf(subnet: TerraformResource) {
  const zone = subnet.argument("availability_zone");
  return isAbsent(zone) ? subnet.argument("availability_zone_id") : zone;
}
