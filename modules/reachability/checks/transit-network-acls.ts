import type { EndpointCall } from "../calls/call";
import { sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { TransitGatewayAttachment } from "../model/vpc-connections";
import { subnetsOfEndpoint } from "./endpoint-interfaces";
import { type Finding, open, together } from "./finding";
import { checkPassages, otherSide, type Passage } from "./network-acls";
import { sameZone } from "./one-subnet-per-zone";
import { spaceOf } from "./peer-match";
import { leadsOf } from "./route-leads";

/**
 * The network ACLs of the subnets by which both VPCs are attached to a transit gateway let the call and its answer pass, as
 * far as those packets come from, or go to, another subnet of their VPC.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
export function checkTransitNetworkAcls(call: EndpointCall): Finding | undefined {
  const attachments = attachmentsOnTheWay(call);
  const sides = subnetsOfEndpoint(call);
  const ofTask = (gate: Subnet) => passages(call, gate, call.subnets, { call: "ingress", answer: "egress" });
  const ofEndpoint = (gate: Subnet) => passages(call, gate, sides, { call: "egress", answer: "ingress" });
  return together([
    atGates(call, gatesOf(call, attachments.there, call.subnets), ofTask),
    atGates(call, gatesOf(call, attachments.back, []), ofEndpoint),
  ]);
}

/** What the subnets of one attachment come to, of which nobody knows by which one the packets go. */
function atGates(
  call: EndpointCall,
  gates: readonly Subnet[],
  passagesAt: (gate: Subnet) => readonly Passage[],
): Finding | undefined {
  const findings = gates.flatMap((gate) => checkPassages(call, passagesAt(gate)) ?? []);
  const [first] = findings;
  if (findings.every(({ verdict }) => verdict === first?.verdict)) return first;
  return open({
    code: "network-acl-unknown",
    what: `whether the network ACLs of the transit gateway's subnets let the call to ${call.endpoint.address} and its answer pass`,
    because: "they are not alike, and by which zone the packets come is not known",
    assure: `each of them lets TCP ${call.ports.join(", ")} and the answers pass`,
    path: call.endpoint.address,
  });
}

type Direction = Passage["direction"];

/** What passes the subnet of an attachment on its way to or from some others. What stays in a subnet passes nothing. */
function passages(
  { ports }: EndpointCall,
  gate: Subnet,
  subnets: readonly Subnet[],
  directions: { readonly call: Direction; readonly answer: Direction },
): readonly Passage[] {
  const others = subnets.filter(({ id }) => sameIdentity(id, gate.id) !== "yes");
  return others.flatMap((other) =>
    ports.flatMap((port): readonly Passage[] => [
      { subnet: gate, direction: directions.call, port, ...otherSide(other) },
      { subnet: gate, direction: directions.answer, port: "ephemeral", ...otherSide(other) },
    ]),
  );
}

/** The subnets of attachments, of the zones from which packets come where that is known. */
function gatesOf(
  { view }: EndpointCall,
  attachments: readonly TransitGatewayAttachment[],
  from: readonly Subnet[],
): readonly Subnet[] {
  const gates = attachments.flatMap(({ subnets }) => (subnets.known ? subnets.value.map((id) => view.subnet(id)) : []));
  return gates.filter((gate) => from.length === 0 || from.some((subnet) => sameZone(gate, subnet) !== "no"));
}

/** The attachments of the task's VPC and of the endpoint's to the transit gateways to which routes lead. */
function attachmentsOnTheWay(call: EndpointCall) {
  const { view, vpc, endpoint } = call;
  const targets = call.subnets.flatMap((from) => {
    const table = view.effectiveRouteTable(from);
    return subnetsOfEndpoint(call).flatMap((to) => {
      const space = spaceOf(to, view);
      if (!table.known || !space.known) return [];
      const target = leadsOf(view, table.value, { ranges: space.value }).likely.route?.target;
      return target?.known === true && target.value.argument === "transit_gateway_id" ? [target.value.id] : [];
    });
  });
  const gateways = [...new Map(targets.map((id) => [id.text, id])).values()];
  const attachedBy = (id: typeof vpc.id) =>
    gateways.flatMap((gateway) => view.connections.attachmentsOf(gateway, id).items);
  return { there: attachedBy(vpc.id), back: endpoint.vpc.known ? attachedBy(endpoint.vpc.value) : [] };
}
