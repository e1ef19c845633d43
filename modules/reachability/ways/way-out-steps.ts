import { EVERY_IPV4_ADDRESS } from "../../aws/limits";
import type { ServiceCall } from "../calls/call";
import { asksOtherServers } from "../checks/amazon-dns";
import { holds, together } from "../checks/finding";
import { hostNamesOf } from "../checks/host-name";
import { checkDetours } from "../checks/local-route";
import { checkNamesTaken } from "../checks/names-taken";
import { checkNatNetworkAcls, checkPublicNetworkAcls } from "../checks/network-acls";
import { checkTaskEgress } from "../checks/task-egress";
import { checkTransitWayNetworkAcls } from "../checks/transit-way-network-acls";
import { checkVpcDns } from "../checks/vpc-dns";
import { type FoundWayOut, isAnsweredWithin, type PossibleWayOut } from "../checks/way-to-internet";
import { wayUnknown } from "../checks/way-unknown";
import type { Step } from "./walk";

/** The way of a call that leaves the VPC, since no endpoint answers for the service, or may leave it. */
export function wayOutSteps(call: ServiceCall, way: FoundWayOut | PossibleWayOut): readonly Step[] {
  const by = way.truth === "yes" ? way.by : "a way out";
  const natSubnets = way.truth === "yes" ? way.natSubnets : [];
  const transits = way.truth === "yes" ? (way.transits ?? []) : [];
  // The prefix list of a service is that of its own Region.
  const inList = call.region === undefined ? { service: call.service } : {};
  const there = { other: `the addresses of "${call.service}"`, ...inList };
  return [
    [
      "name-resolution",
      () =>
        together([
          asksOtherServers(call) ? undefined : checkVpcDns(call, ["dnsSupport"]),
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
          why: `without an endpoint the call leaves over ${by} for public addresses`,
        }),
    ],
    [
      "network-acl",
      () =>
        together([
          checkPublicNetworkAcls(call, { other: hostNamesOf(call), ...inList }, isAnsweredWithin(transits)),
          checkNatNetworkAcls(call, natSubnets, there),
          transits.length === 0 ? undefined : checkTransitWayNetworkAcls(call, transits, there),
        ]),
    ],
    [
      "route",
      () =>
        together([
          way.truth === "yes" ? holds(`the call leaves over ${by}`, way.resources) : wayUnknown(call, way.because),
          checkDetours(call, natSubnets, call.subnets, `the answers come back over ${by}`),
        ]),
    ],
  ];
}
