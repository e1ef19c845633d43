import type { EndpointType } from "../aws/endpoint-services/catalog";

/** An endpoint as far as its price depends on it. */
export interface EndpointToCost {
  /** AWS's short name of its service, or the whole one. */
  readonly service: string;
  /** Terraform's address. @default - it is only planned */
  readonly address?: string;
  /** @default - not known */
  readonly type?: EndpointType | "other";
  /** In how many zones it is. @default - in those of the network */
  readonly zones?: number;
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
  /** NAT gateways that it has. @default 0 */
  readonly natGateways?: number;
  /** What its tasks call outside of AWS, where no endpoint leads. @default - nothing is known */
  readonly outside?: readonly string[];
}

/** The interface endpoints, and those of which the type is not known. */
export function chargedEndpoints({ endpoints }: NetworkToCost): readonly EndpointToCost[] {
  return endpoints.filter(({ type }) => type !== "Gateway");
}
