import type { SnapshotRoute } from "./network-snapshot";

/** How Terraform's `aws_route` says a route. */
export interface RouteArguments {
  /** What follows `destination_`. */
  readonly destination: "cidr_block" | "ipv6_cidr_block" | "prefix_list_id";
  /** @default - nothing takes the packets any more */
  readonly target?: string;
}

/** Arguments by what the ids of their things start with. */
const TARGETS: readonly (readonly [start: string, argument: string])[] = [
  ["nat-", "nat_gateway_id"],
  ["eigw-", "egress_only_gateway_id"],
  ["tgw-", "transit_gateway_id"],
  ["pcx-", "vpc_peering_connection_id"],
  ["eni-", "network_interface_id"],
  ["i-", "network_interface_id"],
  ["vpce-", "vpc_endpoint_id"],
  ["lgw-", "local_gateway_id"],
  ["cagw-", "carrier_gateway_id"],
  ["arn:", "core_network_arn"],
];

/** Where everything goes that no other route takes. */
const EVERYWHERE: ReadonlySet<string> = new Set(["0.0.0.0/0", "::/0"]);

/**
 * A route as arguments of `aws_route`.
 *
 * @returns `undefined` for a route by which nothing gets anywhere: the default one, whose target is gone
 */
export function snapshotRoute({ destination, target }: SnapshotRoute): RouteArguments | undefined {
  if (target === undefined && EVERYWHERE.has(destination)) return undefined;
  const kind = destination.startsWith("pl-")
    ? "prefix_list_id"
    : destination.includes(":")
      ? "ipv6_cidr_block"
      : "cidr_block";
  if (target === undefined) return { destination: kind };
  return {
    destination: kind,
    target: TARGETS.find(([start]) => target.startsWith(start))?.[1] ?? "gateway_id",
  };
}
