import { type Cidr, containsCidr, formatCidr } from "../../addressing/cidr";
import type { Connection, InterfaceConnection, InterfaceTarget } from "../calls/call";
import { endpointInterfaces, seenGroups } from "../checks/endpoint-interfaces";
import { holds, together } from "../checks/finding";
import { groupReferences } from "../checks/group-references";
import { CALLED, checkInterfaceIngress } from "../checks/interface-ingress";
import { checkDetours, checkLocalRoute } from "../checks/local-route";
import { checkNetworkAcls, checkPassages, otherSide } from "../checks/network-acls";
import { checkTaskEgress } from "../checks/task-egress";
import { arrivesByTransit, checkTransitNetworkAcls } from "../checks/transit-network-acls";
import { checkVpcRoute } from "../checks/vpc-route";
import { known, knownValue } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { Step } from "./walk";

/** The way of a call to what carries a security group, in the VPC of the task or in one that routes lead to. */
export function groupSteps(connection: Connection, endpoint: InterfaceTarget, group: Identity): readonly Step[] {
  const { view } = connection;
  const within: InterfaceConnection = { ...connection, endpoint };
  const vpc = knownValue(endpoint.vpc);
  const isOther = vpc !== undefined && sameIdentity(vpc, connection.vpc.id) === "no";
  const call = isOther ? { ...within, references: groupReferences(within) } : within;
  const name = view.securityGroup(group)?.address ?? group.text;
  return [
    ["called", () => holds(`${endpoint.address} has ${name}`, [endpoint.address])],
    [
      "task-security-group",
      () =>
        checkTaskEgress(call, {
          name: endpoint.address,
          sides: endpointInterfaces(call),
          peer: `the security group ${name} as its destination`,
          why: "a security group lets out only what a rule admits; the connection times out",
        }),
    ],
    [
      "network-acl",
      () =>
        isOther
          ? together([
              checkNetworkAcls(call, (from, to) => !arrivesByTransit(call, from, to)),
              checkTransitNetworkAcls(call),
            ])
          : checkNetworkAcls(call),
    ],
    ["route", () => (isOther ? checkVpcRoute(call) : checkLocalRoute(call))],
    ["called-security-group", () => checkInterfaceIngress(call, CALLED)],
  ];
}

/** The way of a call to addresses. What is there, and whom it lets in, nobody sees; that the task reaches it, it says itself. */
export function addressSteps(call: Connection, cidr: Cidr): readonly Step[] {
  const { view, vpc, subnets } = call;
  const name = formatCidr(cidr);
  const there: Subnet = {
    ...view.subnet({ kind: "symbol", text: name }),
    vpc: known(vpc.id),
    cidrBlock: known(cidr),
  };
  const around = view.subnetsIn(vpc.id).items.find(({ cidrBlock }) => {
    return cidrBlock.known && containsCidr(cidrBlock.value, cidr);
  });
  const arrives = () => holds(`the task declares that it reaches ${name}`);
  if (around !== undefined) {
    const id = { kind: "created", text: name } as const;
    const endpoint = { id, address: name, vpc: known(vpc.id), subnets: known([around.id]), securityGroups: known([]) };
    const inside: InterfaceConnection = { ...call, endpoint };
    return [
      egressStep(call, there),
      ["network-acl", () => checkNetworkAcls(inside)],
      ["route", () => together([checkLocalRoute(inside), arrives()])],
    ];
  }
  return [
    egressStep(call, there),
    [
      "network-acl",
      () =>
        checkPassages(
          call,
          subnets.flatMap((subnet) =>
            call.ports.flatMap((port) => [
              { subnet, direction: "egress", port, ...otherSide(there) } as const,
              { subnet, direction: "ingress", port: "ephemeral", ...otherSide(there) } as const,
            ]),
          ),
        ),
    ],
    [
      "route",
      () => together([checkDetours(call, subnets, [there], `packets from the task to ${name} arrive`), arrives()]),
    ],
  ];
}

function egressStep(call: Connection, there: Subnet): Step {
  const sides = [{ kind: "interfaces", subnet: there, groups: seenGroups([], "unknown") }] as const;
  const target = {
    name: there.address,
    sides,
    peer: `cidr_ipv4 = ${there.address}`,
    why: "a security group lets out only what a rule admits; the connection times out",
  };
  return ["task-security-group", () => checkTaskEgress(call, target)];
}
