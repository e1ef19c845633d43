import { planIpv6Subnets } from "../addressing/ipv6-subnets";
import { planSubnets, type SubnetSource } from "../addressing/plan-subnets";
import type { SubnetSpec } from "../addressing/subnet-spec";
import { type NatGateways, planWaysOut, type WaysOut } from "../addressing/ways-out";
import type { Issue } from "../issues/issue";

/** What a network is made from. */
export interface NetworkSource extends SubnetSource {
  readonly natGateways: NatGateways | undefined;
  readonly ipv6: boolean;
}

/** A network before it is created. */
export interface PlannedNetwork {
  readonly subnets: readonly SubnetSpec[];
  readonly waysOut: WaysOut;
  /** The number of each subnet's IPv6 block by the subnet's name; none has a block in a network without IPv6. */
  readonly ipv6Indexes: ReadonlyMap<string, number>;
}

/** Plans a network, and finds everything that is wrong with it. */
export function* planNetwork(source: NetworkSource): Generator<Issue, PlannedNetwork> {
  const { subnets, cidr } = yield* planSubnets(source);
  const waysOut = yield* planWaysOut(subnets, source.natGateways);
  const ipv6Indexes = source.ipv6 ? yield* planIpv6Subnets(subnets, cidr) : new Map<string, number>();
  return { subnets, waysOut, ipv6Indexes };
}
