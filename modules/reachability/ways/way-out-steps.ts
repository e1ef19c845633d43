import { EVERY_IPV4_ADDRESS } from "../../aws/limits";
import type { ServiceCall } from "../calls/call";
import { holds, together } from "../checks/finding";
import { hostNamesOf } from "../checks/host-name";
import { checkDetours } from "../checks/local-route";
import { checkNamesTaken } from "../checks/names-taken";
import { checkNatNetworkAcls, checkPublicNetworkAcls } from "../checks/network-acls";
import { checkTaskEgress } from "../checks/task-egress";
import { checkVpcDns } from "../checks/vpc-dns";
import type { FoundWayOut } from "../checks/way-out";
import type { Step } from "./walk";

/** The way of a call that leaves the VPC, since no endpoint answers for the service. */
export function wayOutSteps(call: ServiceCall, way: FoundWayOut): readonly Step[] {
  return [
    [
      "name-resolution",
      () =>
        together([
          checkVpcDns(call, ["dnsSupport"]),
          checkNamesTaken(call, { by: `the addresses of "${call.service}"`, isPrivateZone: false }),
        ]),
    ],
    [
      "task-security-group",
      () =>
        checkTaskEgress(call, {
          name: hostNamesOf(call),
          sides: [{ kind: "internet", service: call.service }],
          peer: `cidr_ipv4 = ${EVERY_IPV4_ADDRESS}`,
          why: `without an endpoint the call leaves over ${way.by} for public addresses`,
        }),
    ],
    [
      "network-acl",
      () =>
        together([
          checkPublicNetworkAcls(call, hostNamesOf(call)),
          checkNatNetworkAcls(call, way.natSubnets, `the addresses of "${call.service}"`),
        ]),
    ],
    [
      "route",
      () =>
        together([
          holds(`the call leaves over ${way.by}`, way.resources),
          checkDetours(call, way.natSubnets, call.subnets, `the answers come back over ${way.by}`),
        ]),
    ],
  ];
}
