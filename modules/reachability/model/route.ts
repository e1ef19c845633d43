import type { Cidr } from "../../addressing/cidr";
import type { Fact } from "./fact";
import type { Identity } from "./identity";
import type { PrefixListReference } from "./prefix-list-reference";

/** Where a route leads. */
export interface Route {
  /** The resource that says it. */
  readonly address: string;
  readonly destination: Fact<{ readonly cidr: Cidr } | { readonly prefixList: PrefixListReference } | "ipv6">;
  readonly target: Fact<RouteTarget>;
  /** Whether a gateway or a route server adds such routes, which nobody writes down. @default false */
  readonly isPropagated?: boolean;
}

export interface RouteTarget {
  /** `"way-out"` is one of which somebody says that it leads out. */
  readonly kind: "internet-gateway" | "nat-gateway" | "way-out" | "other";
  /** The argument that names it, for example `"transit_gateway_id"`. */
  readonly argument: string;
  readonly id: Identity;
}
