import { knownValue } from "../reachability/model/fact";
import type { Identity } from "../reachability/model/identity";
import type { Endpoint, RunningTask } from "../reachability/model/network-model";
import type { NetworkView } from "../reachability/model/network-view";
import { identityFact } from "../reachability/reading/identities";
import type { LoadBalancerModel } from "../reachability/reading/read-load-balancers";
import type { ResourceIndex } from "../reachability/reading/resource-index";
import { counted } from "../text/words";
import { partName } from "./names";
import { NOWHERE, type Places } from "./places";
import { routesOfSubnet } from "./tier-of";
import type { Part, PartKind } from "./topology";

/** Where a part of something stands that has one in each of its subnets. */
export interface Placed {
  readonly part: Part;
  readonly subnet: Identity;
}

/** The parts that calls start at, pass and end at, by the addresses of what they are parts of. */
export interface PlacedParts {
  readonly tasks: ReadonlyMap<string, readonly Placed[]>;
  readonly endpoints: ReadonlyMap<string, readonly Placed[]>;
  readonly gatewayEndpoints: ReadonlyMap<string, Part>;
  readonly balancers: ReadonlyMap<string, readonly Placed[]>;
  readonly mountTargets: ReadonlyMap<string, Placed>;
}

/** Puts everything that stands in a VPC in its place. */
export function addParts(
  places: Places,
  view: NetworkView,
  balancers: readonly LoadBalancerModel[],
  index: ResourceIndex,
): PlacedParts {
  const inSubnets = (
    thing: { readonly address: string },
    kind: PartKind,
    name: string,
    subnets: readonly Identity[],
  ) => {
    return (subnets.length === 0 ? [NOWHERE] : subnets).map((subnet): Placed => {
      const part: Part = {
        id: `${thing.address} in ${subnet.text}`,
        kind,
        name,
        address: thing.address,
      };
      places.addToSubnet(subnet, part);
      return { part, subnet };
    });
  };
  const tasks = view.model.tasks.map((task: RunningTask) => {
    return [task.address, inSubnets(task, "task", task.name, knownValue(task.subnets) ?? [])] as const;
  });
  const endpoints: [string, readonly Placed[]][] = [];
  const gatewayEndpoints: [string, Part][] = [];
  for (const endpoint of view.model.endpoints) {
    if (knownValue(endpoint.type) === "Gateway") {
      const part = gatewayEndpoint(endpoint, view, index);
      places.addToVpc(knownValue(endpoint.vpc), part);
      gatewayEndpoints.push([endpoint.address, part]);
    } else {
      const subnets = knownValue(view.subnetsOf(endpoint)) ?? [];
      const placed = subnets.length === 0 ? inVpcAlone(endpoint, places, index) : undefined;
      endpoints.push([
        endpoint.address,
        placed ?? inSubnets(endpoint, "interface-endpoint", serviceOf(endpoint, index), subnets),
      ]);
    }
  }
  for (const gateway of view.model.natGateways) {
    inSubnets(gateway, "nat-gateway", partName(gateway.address, index), [knownValue(gateway.subnet) ?? NOWHERE]);
  }
  for (const instance of index.managed("aws_instance")) {
    const subnet = knownValue(identityFact(instance.argument("subnet_id"), index));
    inSubnets(instance, "instance", partName(instance.address, index), [subnet ?? NOWHERE]);
  }
  addInternetGateways(places, view, index);
  return {
    tasks: new Map(tasks),
    endpoints: new Map(endpoints),
    gatewayEndpoints: new Map(gatewayEndpoints),
    balancers: new Map(
      balancers.map((each) => {
        const name = partName(each.address, index);
        return [each.address, inSubnets(each, "load-balancer", name, knownValue(each.subnets) ?? [])] as const;
      }),
    ),
    mountTargets: new Map(
      view.model.mountTargets.flatMap((target) => {
        const [placed] = inSubnets(target, "mount-target", "efs", [knownValue(target.subnet) ?? NOWHERE]);
        return placed === undefined ? [] : [[target.address, placed] as const];
      }),
    ),
  };
}

/** The short name of its service; the endpoint's own where the service is somebody's. */
const serviceOf = ({ service, address }: Endpoint, index: ResourceIndex): string => service ?? partName(address, index);

function gatewayEndpoint(endpoint: Endpoint, view: NetworkView, index: ResourceIndex): Part {
  const tables = knownValue(view.routeTablesOf(endpoint));
  return {
    id: endpoint.address,
    kind: "gateway-endpoint",
    name: serviceOf(endpoint, index),
    address: endpoint.address,
    ...(tables === undefined ? {} : { detail: counted(tables.length, "route table") }),
  };
}

/** An endpoint of which no subnet is known, in its VPC. */
function inVpcAlone(endpoint: Endpoint, places: Places, index: ResourceIndex): readonly Placed[] {
  const { address } = endpoint;
  const part: Part = { id: address, kind: "interface-endpoint", name: serviceOf(endpoint, index), address };
  places.addToVpc(knownValue(endpoint.vpc), part);
  return [{ part, subnet: NOWHERE }];
}

/** Internet gateways are known by the routes that lead to them. */
function addInternetGateways(places: Places, view: NetworkView, index: ResourceIndex): void {
  for (const subnet of view.model.subnets) {
    for (const { kind, id } of routesOfSubnet(subnet, view).targets) {
      if (kind !== "internet-gateway") continue;
      places.addToVpc(knownValue(subnet.vpc), internetGateway(id, index));
    }
  }
}

/** The part of an internet gateway. */
export function internetGateway(id: Identity, index: ResourceIndex): Part {
  return {
    id: id.text,
    kind: "internet-gateway",
    name: partName(id.text, index),
    ...(id.kind === "id" ? {} : { address: id.text }),
  };
}
