import { namesOf } from "../checks/host-name";
import { checkPublicNetworkAcls } from "../checks/network-acls";
import { checkTaskEgress } from "../checks/task-egress";
import { checkVpcDns } from "../checks/vpc-dns";
import type { WayOut } from "../checks/way-out";
import type { ServiceCall } from "./call";
import { holds } from "./finding";
import type { Step } from "./walk";

/** The way of a call that leaves the VPC, since no endpoint answers for the service. */
export function wayOutSteps(call: ServiceCall, way: WayOut): readonly Step[] {
  return [
    ["name-resolution", () => checkVpcDns(call, ["dnsSupport"])],
    [
      "task-security-group",
      () =>
        checkTaskEgress(call, {
          name: namesOf(call),
          sides: [{ kind: "internet" }],
          peer: "cidr_ipv4 = 0.0.0.0/0",
          why: `without an endpoint the call leaves over ${way.by ?? ""} for public addresses`,
        }),
    ],
    ["network-acl", () => checkPublicNetworkAcls(call, namesOf(call))],
    ["route", () => holds(`the call leaves over ${way.by ?? ""}`, way.resources)],
  ];
}
