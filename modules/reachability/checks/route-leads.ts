import type { Cidr } from "../../addressing/cidr";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { type AddressRange, covered, uncovered } from "../model/address-range";
import { knownValue } from "../model/fact";
import type { OpenSet } from "../model/grouped";
import type { Identity } from "../model/identity";
import type { NetworkView } from "../model/network-view";
import type { Route } from "../model/route";

/** Addresses, and the route that takes them. */
export interface Lead {
  /** @default - no route does */
  readonly route?: Route;
  readonly ranges: readonly AddressRange[];
}

/** A route that takes some of the addresses, or may. */
export interface FurtherLead extends Lead {
  readonly route: Route;
  /** Why it is not known whether it takes those of a call. */
  readonly because: string;
  /** Whether it takes more addresses than anybody has, for certain. */
  readonly isWide: boolean;
}

/** Where a route table leads addresses, of which nobody knows which ones a call has. */
export interface Leads {
  /** That of the largest block. */
  readonly likely: Lead;
  readonly further: readonly FurtherLead[];
  /** Why the table may have other routes for addresses that no route takes. @default - it has none */
  readonly incomplete?: string;
}

/** Which addresses are asked for. */
export interface Addresses {
  readonly ranges: readonly AddressRange[];
  /** Whose prefix list has them. @default - they are on no list */
  readonly service?: EndpointServiceName;
  /** Whether a gateway endpoint is in the table, which takes those of the list. @default false */
  readonly hasGateway?: boolean;
}

/**
 * Nobody was given more addresses than a block with this prefix has, so that no entry of a prefix list of AWS is larger.
 *
 * Source: https://www.iana.org/assignments/ipv4-address-space
 */
const LARGEST_ENTRY = 8;

const AWS_KNOWS = "the more specific route counts, and AWS alone knows the addresses of its services";

/**
 * Where a route table leads addresses: each to the most specific route that is about it.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function leadsOf(view: NetworkView, table: Identity, addresses: Addresses): Leads {
  return leadsIn(view, view.routesOf(table), table.text, addresses);
}

/** Where routes lead addresses, of a table with a name. */
export function leadsIn(view: NetworkView, routes: OpenSet<Route>, name: string, addresses: Addresses): Leads {
  const { items, possible, others } = routes;
  const { ranges, hasGateway = false } = addresses;
  const list = items.find((route) => isForList(route, addresses));
  const isListed = hasGateway || list !== undefined;
  const placed = items
    .flatMap((route) => blocksOf(route, view).map((cidr): Placed => ({ route, cidr })))
    .filter(({ cidr }) => !isListed || !isWide(cidr))
    .sort((a, b) => b.cidr.prefixLength - a.cidr.prefixLength);
  const { taken, left } = take(ranges, placed);
  const vague = items
    .filter(isVague)
    .map((route): FurtherLead => ({ route, ranges, because: whyVague(route), isWide: false }));
  const loose = possible
    .filter((route) => isVague(route) || isForList(route, addresses) || touches(route, ranges, placed, view))
    .map((route): FurtherLead => {
      return { route, ranges, because: `it may be in ${name}, and ${whyVague(route)}`, isWide: false };
    });
  const uncertain = [...vague, ...loose];
  if (isListed) {
    const likely = list === undefined ? { ranges } : { route: list, ranges };
    return { likely, further: [...taken, ...uncertain] };
  }
  const last = taken.at(-1);
  if (left.length === 0 && last !== undefined) return { likely: last, further: [...taken.slice(0, -1), ...uncertain] };
  const incomplete = others === undefined ? {} : { incomplete: others };
  return { likely: { ranges: left }, further: [...taken, ...uncertain], ...incomplete };

  function isVague({ destination }: Route): boolean {
    if (!destination.known) return true;
    if (destination.value === "ipv6" || "cidr" in destination.value) return false;
    const { prefixList } = destination.value;
    return prefixList.kind === "list" && view.prefixList(prefixList.id)?.cidrs.known !== true;
  }
}

interface Placed {
  readonly route: Route;
  readonly cidr: Cidr;
}

/** The routes that take some of the addresses, the most specific one first, and what none of them takes. */
function take(ranges: readonly AddressRange[], placed: readonly Placed[]) {
  const taken: FurtherLead[] = [];
  let left = ranges;
  for (const { route, cidr } of placed) {
    const part = left.flatMap((range) => covered(range, [cidr]));
    if (part.length === 0) continue;
    left = left.flatMap((range) => uncovered(range, [cidr]));
    taken.push({ route, ranges: part, because: AWS_KNOWS, isWide: isWide(cidr) });
  }
  return { taken, left };
}

function isWide({ prefixLength }: Cidr): boolean {
  return prefixLength < LARGEST_ENTRY;
}

function isForList({ destination }: Route, { service }: Addresses): boolean {
  const to = knownValue(destination);
  if (to === undefined || to === "ipv6" || !("prefixList" in to)) return false;
  return to.prefixList.kind === "service" && to.prefixList.service === service;
}

/** The blocks of a route, as far as they are known. */
function blocksOf({ destination }: Route, view: NetworkView): readonly Cidr[] {
  const to = knownValue(destination);
  if (to === undefined || to === "ipv6") return [];
  if ("cidr" in to) return [to.cidr];
  if (to.prefixList.kind === "service") return [];
  const cidrs = view.prefixList(to.prefixList.id)?.cidrs;
  return cidrs?.known === true ? cidrs.value : [];
}

/** Whether a route is about some addresses, and may be in a table: one with the block of another is not. */
function touches(route: Route, ranges: readonly AddressRange[], placed: readonly Placed[], view: NetworkView) {
  const blocks = blocksOf(route, view).filter(
    ({ first, last }) => !placed.some(({ cidr }) => cidr.first === first && cidr.last === last),
  );
  return ranges.some((range) => covered(range, blocks).length > 0);
}

function whyVague({ destination }: Route): string {
  return destination.known ? AWS_KNOWS : `its destination is not known: ${destination.because}`;
}
