import type { EndpointCall } from "../calls/call";
import { checkAddressType, checkAnswersOverIpv4 } from "../checks/address-type";
import { checkAmazonDns } from "../checks/amazon-dns";
import { endpointInterfaces } from "../checks/endpoint-interfaces";
import { checkEndpointPolicy } from "../checks/endpoint-policy";
import { checkEndpointZones } from "../checks/endpoint-zones";
import { holds, together } from "../checks/finding";
import { checkInterfaceIngress } from "../checks/interface-ingress";
import { checkLocalRoute } from "../checks/local-route";
import { checkNamesTaken } from "../checks/names-taken";
import { checkNetworkAcls } from "../checks/network-acls";
import { checkOneSubnetPerZone } from "../checks/one-subnet-per-zone";
import { checkPrivateDns } from "../checks/private-dns";
import { zoneLeadingTo } from "../checks/private-hosted-zone";
import { checkSharedSubnet } from "../checks/shared-subnet";
import { checkTaskAddresses } from "../checks/task-addresses";
import { checkTaskEgress } from "../checks/task-egress";
import { checkVpcDns } from "../checks/vpc-dns";
import { checkZoneConflict } from "../checks/zone-conflict";
import { checkZonesOffered } from "../checks/zones-offered";
import { knownValue } from "../model/fact";
import type { Step } from "./walk";

/** The way of a call through an interface endpoint. */
export function interfaceSteps(call: EndpointCall): readonly Step[] {
  const { endpoint, service, vpc } = call;
  return [
    [
      "endpoint",
      () =>
        together([
          holds(`${endpoint.address} serves "${service}" in ${vpc.address}`, [endpoint.address]),
          checkTaskAddresses(call),
        ]),
    ],
    ["name-resolution", () => together([checkVpcDns(call), checkAmazonDns(call), checkNames(call)])],
    ["task-security-group", () => checkTaskEgress(call, { ...egressTarget(call), sides: endpointInterfaces(call) })],
    ["network-acl", () => checkNetworkAcls(call)],
    ["route", () => checkLocalRoute(call)],
    ...stepsAtEndpoint(call),
  ];
}

/** What is at the end of the way, in whichever VPC the endpoint is. */
export function stepsAtEndpoint(call: EndpointCall): readonly Step[] {
  const { view, endpoint } = call;
  return [
    ["endpoint-security-group", () => checkInterfaceIngress(call)],
    ["endpoint-policy", () => checkEndpointPolicy(call)],
    [
      "zones",
      () =>
        together([
          checkEndpointZones(call),
          checkOneSubnetPerZone(view, endpoint),
          checkZonesOffered(view, endpoint),
          checkSharedSubnet(view, endpoint),
          checkAddressType(view, endpoint),
          checkAnswersOverIpv4(call),
        ]),
    ],
  ];
}

function egressTarget({ view, endpoint }: EndpointCall) {
  const [group] = knownValue(view.securityGroupsOf(endpoint)) ?? [];
  const address =
    group === undefined ? "the endpoint's security group" : (view.securityGroup(group)?.address ?? group.text);
  return {
    name: endpoint.address,
    peer: `the security group ${address} as its destination`,
    why: "a security group lets out only what a rule admits; the connection times out",
  };
}

/** With private DNS the names have a zone of AWS's; by hand they are in one that is looked at by its records. */
function checkNames(call: EndpointCall) {
  const { privateDns, address } = call.endpoint;
  const conflict = checkZoneConflict(call.view, call.endpoint);
  if (conflict !== undefined) return conflict;
  const resolved = checkPrivateDns(call);
  if (resolved.verdict !== "proved") return resolved;
  const byHand = knownValue(privateDns) === true ? undefined : zoneLeadingTo(call.endpoint, call);
  const zone = byHand === undefined ? {} : { zone: byHand };
  return together([resolved, checkNamesTaken(call, { by: address, isPrivateZone: true, ...zone })]);
}
