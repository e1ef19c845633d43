import type { Identity } from "../model/identity";
import type { RunningTask, Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { Addresses, Lead, Leads } from "./route-leads";
import type { TransitGates } from "./transit-gates";

/** Whether packets get to the internet. */
export type WayToInternet = FoundWayOut | NoWayOut | PossibleWayOut;

/** Packets get there. */
export interface FoundWayOut {
  readonly truth: "yes";
  /** Over what, for example `"the NAT gateway aws_nat_gateway.a"`. */
  readonly by: string;
  readonly resources: readonly string[];
  /** Subnets of the NAT gateways on the way that are in the same VPC. */
  readonly natSubnets: readonly Subnet[];
  /** The ways to NAT gateways in other VPCs. @default - there are none */
  readonly transits?: readonly TransitWay[];
}

/** The way over a transit gateway to a NAT gateway in another VPC, and back. */
export interface TransitWay {
  readonly source: Subnet;
  /** The subnet of the NAT gateway. */
  readonly nat: Subnet;
  readonly there: TransitGates;
  readonly back: TransitGates;
}

/** Packets do not get there. */
export interface NoWayOut {
  readonly truth: "no";
  /** What leads nowhere, though it looks like a way out. @default - nothing does */
  readonly deadEnd?: DeadEnd;
}

export interface PossibleWayOut {
  readonly truth: "unknown";
  readonly because: string;
}

/** What leads nowhere. */
export interface DeadEnd {
  /** Address of the resource at fault. */
  readonly path: string;
  /** What is wrong with it, as a sentence. */
  readonly problem: string;
  readonly fix: string;
}

/** Who leaves, and from where. */
export interface Leaving {
  readonly view: NetworkView;
  readonly subnet: Subnet;
  readonly task: Pick<RunningTask, "address" | "publicIp">;
  /** Whose prefix list has the addresses. @default - they are on no list */
  readonly service?: Addresses["service"];
  /** The NAT gateway that sends the packets on. One behind another leads nowhere. @default - the task sends them */
  readonly behind?: Identity;
  /** The attachment by which the packets came into this VPC, without a public address. @default - they start here */
  readonly arrivedBy?: string;
}

/** The subnets that tell a way from others which lead over the same things, as one text. */
export function placesOf({ natSubnets, transits = [] }: FoundWayOut): string {
  return [...natSubnets, ...transits.map(({ source }) => source)].map(({ address }) => address).join();
}

/** Whether answers to a subnet come from within its VPC, and not out of a transit gateway. */
export function isAnsweredWithin(transits: readonly TransitWay[]): (subnet: Subnet) => boolean {
  return ({ id }) => !transits.some(({ source }) => source.id.text === id.text);
}

/** The way of addresses that several routes lead. */
export function wayOverEach(
  { likely, further, incomplete }: Leads,
  over: (lead: Lead) => WayToInternet,
): WayToInternet {
  const way = over(likely);
  if (likely.route === undefined && incomplete !== undefined) return { truth: "unknown", because: incomplete };
  const others = further.map((lead) => ({ lead, way: over(lead) }));
  const differing = others.find((other) => other.way.truth !== way.truth);
  if (way.truth === "unknown") return way;
  if (differing === undefined) {
    return way.truth === "yes" ? waysTogether([way, ...others.map((other) => other.way)]) : way;
  }
  const where = way.truth === "yes" ? "elsewhere" : "there";
  return { truth: "unknown", because: `${differing.lead.route.address} may lead ${where}` };
}

/** Several ways out as one. */
export function waysTogether(ways: readonly WayToInternet[]): FoundWayOut {
  const out = ways.filter((way) => way.truth === "yes");
  const transits = out.flatMap((way) => way.transits ?? []);
  return {
    truth: "yes",
    by: [...new Set(out.map(({ by }) => by))].join(", "),
    resources: [...new Set(out.flatMap(({ resources }) => resources))],
    natSubnets: [...new Set(out.flatMap(({ natSubnets }) => natSubnets))],
    ...(transits.length === 0 ? {} : { transits }),
  };
}
