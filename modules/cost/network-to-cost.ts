import type { EndpointType } from "../aws/endpoint-services/catalog";

/** An endpoint as far as its price depends on it. */
export interface EndpointToCost {
  /** AWS's short name of its service, or the whole one. */
  readonly service: string;
  /** Region of the service, where the endpoint leads to another one. @default - the network's own */
  readonly serviceRegion?: string;
  /** Terraform's address. @default - it is only planned */
  readonly address?: string;
  /** @default - not known */
  readonly type?: EndpointType | "other";
  /** In how many zones it is. @default - in those of the network */
  readonly zones?: number;
  /** Whether it leads to an endpoint service of somebody else's than AWS, to which a NAT gateway does not. @default false */
  readonly ofOthers?: boolean;
  /** Whether no task is known to call it. @default false */
  readonly unused?: boolean;
}

/** A network whose endpoints have a price: one that is planned, or a VPC in Terraform. */
export interface NetworkToCost {
  /** What it is called: the tasks that share it, or the address of the VPC. */
  readonly name: string;
  /** @default - not known */
  readonly region?: string;
  readonly endpoints: readonly EndpointToCost[];
  /** Why it may have more endpoints or NAT gateways. @default - it has no others */
  readonly others?: string;
  /** In how many zones its tasks are. @default - not known */
  readonly zones?: number;
  /** NAT gateways that it has. @default 0 */
  readonly natGateways?: number;
  /** What its tasks call outside of AWS, where no endpoint leads. @default - nothing is known */
  readonly outside?: readonly string[];
}

/** The interface endpoints, and those of which the type is not known. */
export function chargedEndpoints({ endpoints }: NetworkToCost): readonly EndpointToCost[] {
  return endpoints.filter(({ type }) => type !== "Gateway");
}

/** One network for the tasks of several: each endpoint once. */
export function sharedNetwork(networks: readonly NetworkToCost[]): NetworkToCost {
  const endpoints = networks.flatMap((network) => network.endpoints);
  const byKey = new Map(endpoints.map((each) => [`${each.type} ${each.service} ${each.serviceRegion}`, each]));
  const [region, ...others] = new Set(networks.flatMap((network) => network.region ?? []));
  return {
    name: networks.map(({ name }) => name).join(", "),
    ...(region === undefined || others.length > 0 ? {} : { region }),
    endpoints: [...byKey.values()],
    outside: [...new Set(networks.flatMap(({ outside = [] }) => outside))],
  };
}
