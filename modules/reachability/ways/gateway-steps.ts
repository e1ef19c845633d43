import type { EndpointCall } from "../calls/call";
import { checkAmazonDns } from "../checks/amazon-dns";
import { checkEndpointPolicy } from "../checks/endpoint-policy";
import { holds, together } from "../checks/finding";
import { checkGatewayRoute } from "../checks/gateway-route";
import { checkGatewayRouteDuplicate } from "../checks/gateway-route-duplicate";
import { checkListRoute } from "../checks/more-specific-route";
import { checkNamesTaken } from "../checks/names-taken";
import { checkPublicNetworkAcls } from "../checks/network-acls";
import { checkTaskAddresses } from "../checks/task-addresses";
import { checkTaskEgress } from "../checks/task-egress";
import { checkVpcDns } from "../checks/vpc-dns";
import { knownValue } from "../model/fact";
import type { Step } from "./walk";

/** The way of a call through a gateway endpoint, whose packets keep the public addresses of the service. */
export function gatewaySteps(call: EndpointCall): readonly Step[] {
  const { view, endpoint, service, vpc } = call;
  const listed = view.model.serviceAddresses.get(knownValue(endpoint.serviceName));
  return [
    [
      "endpoint",
      () =>
        together([
          holds(`${endpoint.address} serves "${service}" in ${vpc.address}`, [endpoint.address]),
          checkTaskAddresses(call),
        ]),
    ],
    [
      "name-resolution",
      () =>
        together([
          checkVpcDns(call),
          checkAmazonDns(call),
          checkNamesTaken(call, { by: `the addresses of "${service}"`, isPrivateZone: false }),
        ]),
    ],
    [
      "task-security-group",
      () =>
        checkTaskEgress(call, {
          name: endpoint.address,
          sides: [{ kind: "service", service }],
          peer: `the prefix list ${endpoint.address}.prefix_list_id as its destination`,
          why: "packets to a gateway endpoint keep the public addresses of the service, so a rule that names a security group or a block of the VPC does not admit them",
        }),
    ],
    [
      "network-acl",
      () => checkPublicNetworkAcls(call, { other: `the addresses of "${service}"`, service, addresses: listed }),
    ],
    ["route", () => together([checkGatewayRoute(call), checkGatewayRouteDuplicate(call), checkListRoute(call)])],
    ["endpoint-policy", () => checkEndpointPolicy(call)],
  ];
}
