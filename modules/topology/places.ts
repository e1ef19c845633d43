import { formatCidr } from "../addressing/cidr";
import { knownValue } from "../reachability/model/fact";
import type { Identity } from "../reachability/model/identity";
import type { Subnet } from "../reachability/model/network-model";
import type { NetworkView } from "../reachability/model/network-view";
import type { ResourceIndex } from "../reachability/reading/resource-index";
import { byCodeUnits } from "../text/code-units";
import { groupedBy } from "../values/grouped-by";
import { partName, zoneName } from "./names";
import { routesOfSubnet, tierOf } from "./tier-of";
import { type Part, TIERS, type TopologySubnet, type TopologyVpc, type TopologyZone } from "./topology";

/** Where things stand of which it is not known where. */
export const NOWHERE: Identity = { kind: "symbol", text: "?" };

/** The VPCs and subnets of a network, to which parts are added one by one. */
export class Places {
  readonly #view: NetworkView;
  readonly #index: ResourceIndex;
  readonly #vpcs = new Map<string, Identity>();
  readonly #subnets = new Map<string, Identity>();
  readonly #inVpc = new Map<string, Map<string, Part>>();
  readonly #inSubnet = new Map<string, Map<string, Part>>();

  constructor(view: NetworkView, index: ResourceIndex) {
    this.#view = view;
    this.#index = index;
    for (const { id } of view.model.vpcs) this.#vpcs.set(id.text, id);
    for (const { id } of view.model.subnets) this.#subnets.set(id.text, id);
  }

  /** Adds a part that belongs to a VPC. */
  addToVpc(vpc: Identity | undefined, part: Part): void {
    const id = vpc ?? NOWHERE;
    this.#vpcs.set(id.text, id);
    added(this.#inVpc, id.text, part);
  }

  /** Adds a part that stands in a subnet. */
  addToSubnet(subnet: Identity, part: Part): void {
    this.#subnets.set(subnet.text, subnet);
    added(this.#inSubnet, subnet.text, part);
  }

  /** The VPC of a subnet. */
  vpcOf(subnet: Identity): Identity | undefined {
    return knownValue(this.#view.subnet(subnet).vpc);
  }

  /** The zone of a subnet, as it is compared. */
  zoneOf(subnet: Identity): string | undefined {
    return knownValue(this.#view.subnet(subnet).zone)?.text;
  }

  /** All of it, in the order of the names. */
  vpcs(): readonly TopologyVpc[] {
    const subnets = [...this.#subnets.values()].map((id) => this.#view.subnet(id));
    const byVpc = groupedBy(subnets, ({ vpc }) => (knownValue(vpc) ?? NOWHERE).text);
    for (const text of byVpc.keys()) {
      const id = subnets.map(({ vpc }) => knownValue(vpc)).find((vpc) => vpc?.text === text) ?? NOWHERE;
      this.#vpcs.set(text, id);
    }
    return [...this.#vpcs.values()].map((id) => this.#vpc(id, byVpc.get(id.text) ?? [])).sort(byName);
  }

  #vpc(id: Identity, subnets: readonly Subnet[]): TopologyVpc {
    const { address, region, cidrBlocks } = this.#view.vpc(id);
    const inRegion = this.#view.regions.cluesOf(id)[0]?.region ?? knownValue(region);
    const cidr = knownValue(cidrBlocks)?.map(formatCidr).join(", ");
    const byZone = groupedBy(subnets, ({ zone }) => knownValue(zone)?.text ?? "");
    return {
      id: id.text,
      name: id === NOWHERE ? "a VPC that is not known" : partName(address, this.#index),
      address,
      ...(inRegion === undefined ? {} : { region: inRegion }),
      ...(cidr === undefined || cidr === "" ? {} : { cidr }),
      zones: [...byZone.values()].map((each) => this.#zone(each)).sort(byZoneName),
      parts: partsInOrder(this.#inVpc.get(id.text)),
    };
  }

  #zone(subnets: readonly Subnet[]): TopologyZone {
    const zone = subnets[0] && knownValue(subnets[0].zone);
    return {
      ...(zone === undefined ? {} : { name: zoneName(zone) }),
      subnets: subnets.map((subnet) => this.#subnet(subnet)).sort(byTier),
    };
  }

  #subnet(subnet: Subnet): TopologySubnet {
    const cidr = knownValue(subnet.cidrBlock);
    return {
      id: subnet.id.text,
      name: partName(subnet.address, this.#index),
      address: subnet.address,
      ...(cidr === undefined ? {} : { cidr: formatCidr(cidr) }),
      tier: tierOf(routesOfSubnet(subnet, this.#view)),
      parts: partsInOrder(this.#inSubnet.get(subnet.id.text)),
    };
  }
}

function added(places: Map<string, Map<string, Part>>, place: string, part: Part): void {
  const parts = places.get(place) ?? new Map<string, Part>();
  places.set(place, parts.set(part.id, part));
}

const byName = (a: { readonly name: string; readonly id: string }, b: typeof a) =>
  byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id);

/** A zone that is not known comes last. */
const byZoneName = (a: TopologyZone, b: TopologyZone) => byCodeUnits(a.name ?? "\uffff", b.name ?? "\uffff");

const byTier = (a: TopologySubnet, b: TopologySubnet) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || byName(a, b);

/** Parts by kind, then by name. */
export function partsInOrder(parts: ReadonlyMap<string, Part> | undefined): readonly Part[] {
  return [...(parts?.values() ?? [])].sort((a, b) => byCodeUnits(a.kind, b.kind) || byName(a, b));
}
