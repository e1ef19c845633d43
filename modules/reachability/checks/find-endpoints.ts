import { isRegion } from "../../aws/region";
import type { ServiceCall } from "../calls/call";
import { knownValue } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { Endpoint } from "../model/network-model";

/** The endpoints that a call may go through. */
export interface EndpointsOfCall {
  readonly gateway: readonly Endpoint[];
  readonly interface: readonly Endpoint[];
  /** Endpoints for the service that lead to another Region. */
  readonly otherRegion: readonly Endpoint[];
  /** Why there may be others. @default - there are none */
  readonly because?: string;
}

/** Finds the endpoints for the service of a call in the VPC of the task. */
export function findEndpoints(call: ServiceCall): EndpointsOfCall {
  const { view, vpc, service } = call;
  const inVpc = view.endpointsIn(vpc.id);
  const ofService = inVpc.items.filter((endpoint) => endpoint.service === service);
  const rightRegion = ofService.filter((endpoint) => leadsToRegion(endpoint, call));
  const vague = [
    ...inVpc.items.filter(({ serviceName, type }) => !serviceName.known || !type.known),
    ...inVpc.possible,
  ].find((endpoint) => !endpoint.serviceName.known || endpoint.service === service);
  const because = vague === undefined ? inVpc.others : whyVague(vague, vpc.address);
  return {
    gateway: rightRegion.filter(({ type }) => knownValue(type) === "Gateway"),
    interface: rightRegion.filter(({ type }) => knownValue(type) === "Interface"),
    otherRegion: ofService.filter((endpoint) => !rightRegion.includes(endpoint)),
    ...(because === undefined ? {} : { because }),
  };
}

/** An endpoint that is in another VPC. */
export interface EndpointElsewhere {
  readonly endpoint: Endpoint;
  readonly vpc: Identity;
  /** What connects that VPC with the one of the task. @default - nothing in sight does */
  readonly connection?: string;
}

/** An endpoint for the service of a call in another VPC: of the type that is planned, in a VPC that is connected, before others. */
export function endpointInOtherVpc({ view, vpc, service, type }: ServiceCall): EndpointElsewhere | undefined {
  const all = view.model.endpoints.flatMap((endpoint): EndpointElsewhere[] => {
    const other = knownValue(endpoint.vpc);
    if (endpoint.service !== service || other === undefined || sameIdentity(other, vpc.id) !== "no") return [];
    const connection = view.connections.between(vpc.id, other);
    return [{ endpoint, vpc: other, ...(connection === undefined ? {} : { connection }) }];
  });
  const isOfType = ({ endpoint }: EndpointElsewhere) => knownValue(endpoint.type) === type;
  const isConnected = ({ connection }: EndpointElsewhere) => connection !== undefined;
  const score = (each: EndpointElsewhere) => (isOfType(each) ? 2 : 0) + (isConnected(each) ? 1 : 0);
  return all.toSorted((a, b) => score(b) - score(a))[0];
}

/** The Region in the name of a service, else the one that the endpoint says. `undefined` where neither is known. */
export function regionOfService({ serviceName, serviceRegion }: Endpoint): string | undefined {
  const inName = knownValue(serviceName)?.split(".").find(isRegion);
  return inName ?? knownValue(serviceRegion);
}

/** Whether an endpoint leads to the Region of a call, as far as both are known. */
export function leadsToRegion(endpoint: Endpoint, { region, task }: ServiceCall): boolean {
  const wanted = region ?? knownValue(task.region);
  const actual = regionOfService(endpoint);
  return wanted === undefined || actual === undefined || wanted === actual;
}

function whyVague({ address, serviceName, type }: Endpoint, vpc: string): string {
  if (!serviceName.known) return `the service of ${address} is not known: ${serviceName.because}`;
  if (!type.known) return `the type of ${address} is not known: ${type.because}`;
  return `whether ${address} is in the VPC ${vpc} is not known`;
}
