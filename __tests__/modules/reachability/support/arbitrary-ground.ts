import fc from "fast-check";
import {
  dedicatedEndpointSubnets,
  type PrivateNetworkProps,
  type SubnetSpec,
  sharedSubnets,
  tieredSubnets,
} from "../../../../modules";
import { cidrSubnet, formatCidr } from "../../../../modules/addressing/cidr";
import { cidr } from "../../../support/cidrs";
import { REGIONS } from "./scenario-place";

/** Layouts that are computed, and subnets that are written down one by one. */
export const LAYOUTS = [
  "default",
  "shared",
  "dedicated",
  "dedicated-two",
  "tiered",
  "tiered-nat",
  "tiered-28",
] as const;
export const SUBNET_LISTS = ["one-table", "one-endpoint-zone", "endpoint-table", "nat-beside", "nat-only"] as const;
export const BASES = ["10.0.0.0", "10.128.0.0", "172.20.0.0", "192.168.0.0", "100.64.0.0", "20.0.0.0"] as const;
const ZONES = ["a", "b", "c"] as const;

/** A network in a few words. */
export interface Ground {
  readonly region: (typeof REGIONS)[number];
  readonly base: (typeof BASES)[number];
  readonly prefixLength: number;
  readonly subnets: (typeof LAYOUTS)[number] | (typeof SUBNET_LISTS)[number];
  /** Letters of zones, or whichever Terraform finds. */
  readonly zones: readonly (typeof ZONES)[number][] | "looked-up";
  readonly natGateways: "one" | "one-per-zone";
  readonly ipv6: boolean;
}

const common = {
  region: fc.constantFrom(...REGIONS),
  base: fc.constantFrom(...BASES),
  natGateways: fc.constantFrom("one", "one-per-zone"),
  ipv6: fc.boolean(),
} as const;
const zones = fc.subarray([...ZONES], { minLength: 1 });

/** Any network with subnets of a kind. A layout divides its VPC by 64, a list by 16, and subnets have a /28 at least. */
export function arbitraryGround(subnets: Ground["subnets"]): fc.Arbitrary<Ground> {
  const isList = SUBNET_LISTS.some((list) => list === subnets);
  return fc.record({
    ...common,
    subnets: fc.constant(subnets),
    prefixLength: fc.integer({ min: 16, max: isList ? 24 : 22 }),
    zones: isList ? zones : fc.oneof(zones, zones, fc.constant("looked-up" as const)),
  });
}

/** Whether a task subnet leaves by a NAT gateway, by its name. */
export function leavesByNat(subnet: string): boolean {
  return subnet.startsWith("nat");
}

/** Name of the network, with which the names of its parts start. */
export const GROUND = "ground";

/** The network as the library takes it. */
export function privateNetworkProps(ground: Ground): PrivateNetworkProps {
  const { region, base, prefixLength, ipv6, zones: letters } = ground;
  const natGateways = hasNat(ground) ? { natGateways: ground.natGateways } : {};
  const zoneProps = letters === "looked-up" ? {} : { availabilityZones: letters.map((letter) => `${region}${letter}`) };
  const subnets = subnetsOf(ground);
  return {
    region,
    name: GROUND,
    cidrBlock: `${base}/${prefixLength}`,
    ...zoneProps,
    ...(subnets === undefined ? {} : { subnets }),
    ...natGateways,
    ...(ipv6 ? { ipv6 } : {}),
  };
}

function hasNat({ subnets }: Ground): boolean {
  return subnets === "tiered-nat" || subnets === "nat-beside" || subnets === "nat-only";
}

function subnetsOf(ground: Ground): PrivateNetworkProps["subnets"] | undefined {
  switch (ground.subnets) {
    case "default":
      return undefined;
    case "shared":
      return sharedSubnets();
    case "dedicated":
      return dedicatedEndpointSubnets();
    case "dedicated-two":
      return dedicatedEndpointSubnets({ applicationSubnets: ["app", "batch"] });
    case "tiered":
      return tieredSubnets();
    case "tiered-nat":
      return tieredSubnets({ natSubnet: "nat" });
    case "tiered-28":
      return tieredSubnets({ prefixLength: 28 });
    default:
      return subnetList(ground, ground.subnets);
  }
}

type SubnetWish = Pick<SubnetSpec, "name" | "tier" | "routeTable" | "wayOut">;

/** The subnets of one zone; a letter follows their names. */
function subnetsOfZone(list: (typeof SUBNET_LISTS)[number], isFirst: boolean): readonly SubnetWish[] {
  const nat = { name: "nat", tier: "application", wayOut: "nat-gateway" } as const;
  switch (list) {
    case "one-table":
      return [{ name: "private", tier: "shared", routeTable: "private" }];
    case "one-endpoint-zone":
      return [{ name: "app", tier: "application" }, ...(isFirst ? [{ name: "end", tier: "endpoint" } as const] : [])];
    case "endpoint-table":
      return [
        { name: "app", tier: "application", routeTable: "apps" },
        { name: "batch", tier: "application", routeTable: "batches" },
        { name: "end", tier: "endpoint", routeTable: "ends" },
      ];
    case "nat-beside":
      return [{ name: "private", tier: "shared" }, ...(isFirst ? [nat] : []), { name: "public", tier: "public" }];
    case "nat-only":
      return [nat, { name: "end", tier: "endpoint" }, { name: "public", tier: "public" }];
  }
}

function subnetList(ground: Ground, list: (typeof SUBNET_LISTS)[number]): readonly SubnetSpec[] {
  const vpc = cidr(`${ground.base}/${ground.prefixLength}`);
  const letters = ground.zones === "looked-up" ? [] : ground.zones;
  return letters
    .flatMap((letter, index) => subnetsOfZone(list, index === 0).map((wish) => ({ letter, wish })))
    .map(({ letter, wish }, index) => {
      const block = cidrSubnet(vpc, 4, index);
      if (block === undefined) throw new Error(`no room for ${wish.name}`);
      return {
        ...wish,
        name: `${wish.name}-${letter}`,
        availabilityZone: `${ground.region}${letter}`,
        cidrBlock: formatCidr(block),
        ipv6Index: index,
      };
    });
}
