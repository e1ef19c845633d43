import { unknown } from "./fact";
import type { Identity } from "./identity";
import type { Subnet, Vpc } from "./network-model";

/** A VPC that is not in the Terraform at hand. */
export function vpcElsewhere(id: Identity): Vpc {
  const nothing = unknown(`the VPC ${id.text} is not created here`);
  return {
    id,
    address: id.text,
    region: nothing,
    cidrBlocks: nothing,
    dnsSupport: nothing,
    dnsHostnames: nothing,
    nameServers: nothing,
    mainRouteTable: nothing,
    defaultSecurityGroup: { kind: "symbol", text: `${id.text}.default_security_group_id` },
    defaultNetworkAcl: nothing,
    complete: false,
  };
}

/** A subnet that is not in the Terraform at hand. */
export function subnetElsewhere(id: Identity): Subnet {
  const nothing = unknown(`the subnet ${id.text} is not created here`);
  return {
    id,
    address: id.text,
    vpc: nothing,
    zone: nothing,
    cidrBlock: nothing,
    hasIpv4: nothing,
    hasIpv6: nothing,
    account: "",
    complete: false,
  };
}
