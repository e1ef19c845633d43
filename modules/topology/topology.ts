import type { HopName } from "../reachability/model/proof";
import type { Verdict } from "../reachability/model/verdict";

/** What is drawn of a network, besides VPCs, zones and subnets. */
export type PartKind =
  | "task"
  | "instance"
  | "interface-endpoint"
  | "gateway-endpoint"
  | "mount-target"
  | "load-balancer"
  | "nat-gateway"
  | "internet-gateway"
  | "transit-gateway"
  | "peering"
  | "endpoint-service"
  | "service"
  | "host";

/** One thing of a network. */
export interface Part {
  /** Tells it from every other part, and stays while the network does: Terraform's address, with the subnet where one has several. */
  readonly id: string;
  readonly kind: PartKind;
  /** What it is called in the picture: the short name of an endpoint's service, the name of a task. */
  readonly name: string;
  /** Terraform's address. @default - it is in no Terraform: a service of AWS, a host */
  readonly address?: string;
  /** A further line: `"2 subnets"`, `"512 CPU units"`. @default - none */
  readonly detail?: string;
}

/**
 * How a subnet reaches what is outside its VPC: by an internet gateway (`"public"`), by a NAT gateway or another VPC
 * (`"private"`), not at all (`"isolated"`), or its routes are not known.
 */
export type Tier = (typeof TIERS)[number];

/** The tiers, from the internet inwards. */
export const TIERS = ["public", "private", "isolated", "unknown"] as const;

/** A subnet with what stands in it. */
export interface TopologySubnet {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** @default - not known */
  readonly cidr?: string;
  readonly tier: Tier;
  readonly parts: readonly Part[];
}

/** A zone: a column of the picture. */
export interface TopologyZone {
  /** Name of the zone. @default - not known */
  readonly name?: string;
  /** By tier, then by name. */
  readonly subnets: readonly TopologySubnet[];
}

/** A VPC with what stands in it. */
export interface TopologyVpc {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** @default - not known */
  readonly region?: string;
  /** @default - not known */
  readonly cidr?: string;
  /** By name. */
  readonly zones: readonly TopologyZone[];
  /** What belongs to the VPC and to no subnet: gateway endpoints, internet gateways, attachments. */
  readonly parts: readonly Part[];
}

/** The way of one call, from the task to where it ends. */
export interface Way {
  /** The part that calls. */
  readonly from: string;
  /** The parts on the way, in order, the last one where the call ends or should. */
  readonly through: readonly string[];
  /** What is called, as the proof says it. */
  readonly service: string;
  readonly verdict: Verdict;
  /** The first hop that is broken or not known, and what the proof says about it. @default - it is proved */
  readonly trouble?: { readonly hop?: HopName; readonly text: string };
}

/** Two parts that belong together and of which no call is known: peering, an attachment, an endpoint and its service. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly text?: string;
}

/** What is broken or left open beside the calls: a role that is missing, two resources that cannot both be. */
export interface TopologyFinding {
  readonly verdict: Exclude<Verdict, "proved">;
  readonly text: string;
}

/** A network as it is drawn: plain data, in an order that depends on names alone, so that a difference of it is one of the network. */
export interface Topology {
  /** @default - nothing is proved: only the network is drawn */
  readonly verdict?: Verdict;
  readonly vpcs: readonly TopologyVpc[];
  /** What is outside every VPC: services of AWS that are reached in public, hosts, transit gateways, endpoint services of others. */
  readonly outside: readonly Part[];
  readonly ways: readonly Way[];
  readonly links: readonly Link[];
  /** What the verdict rests on beside the ways. @default - nothing */
  readonly findings?: readonly TopologyFinding[];
}
