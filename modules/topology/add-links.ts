import { knownValue } from "../reachability/model/fact";
import type { Identity } from "../reachability/model/identity";
import type { NetworkView } from "../reachability/model/network-view";
import type { LoadBalancerModel } from "../reachability/reading/read-load-balancers";
import type { ResourceIndex } from "../reachability/reading/resource-index";
import type { PlacedParts } from "./add-parts";
import { partName } from "./names";
import type { Places } from "./places";
import type { Link, Part } from "./topology";

/** What belongs together without a call of a task. */
export interface Linked {
  readonly links: readonly Link[];
  /** What is outside every VPC. */
  readonly outside: readonly Part[];
  /** The parts by which a VPC reaches another, from its side to the other one, by what a route names. */
  readonly passages: ReadonlyMap<string, readonly PassageEnd[]>;
}

/** The end of a connection in a VPC. */
export interface PassageEnd {
  readonly vpc: Identity;
  readonly part: Part;
  /** What is between this end and the others. @default - nothing */
  readonly middle?: Part;
}

/** Adds what connects VPCs, the load balancers with their tasks, and endpoints with the services of others. */
export function addLinks(
  places: Places,
  view: NetworkView,
  parts: PlacedParts,
  balancers: readonly LoadBalancerModel[],
  index: ResourceIndex,
): Linked {
  const links: Link[] = [];
  const outside: Part[] = [];
  const passages = new Map<string, readonly PassageEnd[]>();
  const end = (connection: string, vpc: Identity, kind: "peering" | "transit-gateway", address: string): PassageEnd => {
    const part: Part = { id: `${connection} in ${vpc.text}`, kind, name: partName(address, index), address };
    places.addToVpc(vpc, part);
    return { vpc, part };
  };
  for (const { address, requester, accepter } of view.model.connections.peerings) {
    const ends = [requester, accepter].flatMap((vpc) =>
      vpc.known ? [end(address, vpc.value, "peering", address)] : [],
    );
    const [one, other] = ends;
    if (one !== undefined && other !== undefined) links.push({ from: one.part.id, to: other.part.id, text: "peering" });
    passages.set(address, ends);
  }
  for (const gateway of view.model.connections.transitGateways) {
    outside.push({
      id: gateway.id.text,
      kind: "transit-gateway",
      name: partName(gateway.address, index),
      address: gateway.address,
    });
  }
  for (const { address, gateway, vpc } of view.model.connections.attachments) {
    const through = knownValue(gateway)?.text;
    if (through === undefined || !vpc.known) continue;
    const middle = outside.find(({ id }) => id === through) ?? elsewhere(through, outside);
    const passage = { ...end(address, vpc.value, "transit-gateway", address), middle };
    links.push({ from: passage.part.id, to: middle.id });
    passages.set(through, [...(passages.get(through) ?? []), passage]);
  }
  for (const service of view.model.endpointServices) {
    const part: Part = {
      id: service.address,
      kind: "endpoint-service",
      name: partName(service.address, index),
      address: service.address,
    };
    outside.push(part);
    const arns = index.at(service.address)?.argument("network_load_balancer_arns");
    for (const balancer of balancers) {
      const isOf = arns !== undefined && JSON.stringify(arns).includes(`"${balancer.address}"`);
      const [placed] = parts.balancers.get(balancer.address) ?? [];
      if (isOf && placed !== undefined) links.push({ from: part.id, to: placed.part.id });
    }
    for (const endpoint of view.model.endpoints) {
      if (knownValue(endpoint.serviceIdentity)?.text !== service.serviceName.text) continue;
      for (const { part: each } of parts.endpoints.get(endpoint.address) ?? [])
        links.push({ from: each.id, to: part.id });
    }
  }
  for (const balancer of balancers) {
    for (const { part, subnet } of parts.balancers.get(balancer.address) ?? []) {
      for (const task of balancer.services.flatMap((address) => parts.tasks.get(address) ?? [])) {
        if (places.zoneOf(task.subnet) === places.zoneOf(subnet)) links.push({ from: part.id, to: task.part.id });
      }
    }
  }
  return { links, outside, passages };
}

function elsewhere(id: string, outside: Part[]): Part {
  const part: Part = { id, kind: "transit-gateway", name: id };
  outside.push(part);
  return part;
}
