import { formatCidr } from "../../addressing/cidr";
import type { EndpointCall } from "../calls/call";
import { checkAmazonDns } from "../checks/amazon-dns";
import { checkEndpointByZone } from "../checks/endpoint-by-zone";
import { endpointInterfaces, subnetsOfEndpoint } from "../checks/endpoint-interfaces";
import { holds, together } from "../checks/finding";
import { decidingName } from "../checks/host-name";
import { checkNamesTaken } from "../checks/names-taken";
import { checkNetworkAcls } from "../checks/network-acls";
import type { EndpointByZone } from "../checks/private-hosted-zone";
import { checkTaskAddresses } from "../checks/task-addresses";
import { checkTaskEgress } from "../checks/task-egress";
import { arrivesByTransit, checkTransitNetworkAcls } from "../checks/transit-network-acls";
import { checkVpcDns } from "../checks/vpc-dns";
import { checkVpcRoute } from "../checks/vpc-route";
import { checkZoneConflict } from "../checks/zone-conflict";
import { stepsAtEndpoint } from "./interface-steps";
import type { Step } from "./walk";

/** The way of a call through an interface endpoint in another VPC, to which a private hosted zone leads the names. */
export function otherVpcSteps(call: EndpointCall, byZone: EndpointByZone): readonly Step[] {
  const { view, endpoint } = call;
  const { zone, record } = byZone;
  return [
    ["endpoint", () => together([checkEndpointByZone(call, byZone), checkTaskAddresses(call)])],
    [
      "name-resolution",
      () =>
        together([
          checkVpcDns(call),
          checkAmazonDns(call),
          checkZoneConflict(view, endpoint) ??
            holds(`${record.address} leads ${decidingName(call)} to ${endpoint.address}`, [
              zone.address,
              record.address,
            ]),
          checkNamesTaken(call, { by: endpoint.address, isPrivateZone: true, zone }),
        ]),
    ],
    ["task-security-group", () => checkTaskEgress(call, { ...egressTarget(call), sides: endpointInterfaces(call) })],
    [
      "network-acl",
      () =>
        together([
          checkNetworkAcls(call, (from, to) => !arrivesByTransit(call, from, to)),
          checkTransitNetworkAcls(call),
        ]),
    ],
    ["route", () => checkVpcRoute(call)],
    ...stepsAtEndpoint(call),
  ];
}

function egressTarget(call: EndpointCall) {
  const { endpoint } = call;
  const blocks = subnetsOfEndpoint(call).map(({ cidrBlock, address }) => {
    return cidrBlock.known ? formatCidr(cidrBlock.value) : `the block of ${address}`;
  });
  return {
    name: endpoint.address,
    peer: `cidr_ipv4 = ${blocks.join(", ")}`,
    why: "a security group lets out only what a rule admits; the connection to the other VPC times out",
  };
}
