import type { ProviderProps } from "../internal/provider-props";
import type { Peer } from "../network/peer";
import type { LoadBalancerPlacement } from "./load-balancer-subnets";

/** What application and network load balancers have in common. */
export interface LoadBalancerProps extends LoadBalancerPlacement, ProviderProps {
  /** Name, unique in the account and Region: at most 32 letters, digits and hyphens. @default - made by Terraform */
  readonly name?: string;
  /**
   * Who may connect to the listeners, each under a name that becomes part of resource addresses. Nobody may by default, so
   * it has to be said: `{ internet: Peer.cidr("0.0.0.0/0") }`.
   */
  readonly ingress: Readonly<Record<string, Peer>>;
  /** Whether AWS refuses to delete it, for Terraform as well. @default false */
  readonly deletionProtection?: boolean;
  /** Tags. @default - `Name` is the name, else the construct's path, with hyphens */
  readonly tags?: Readonly<Record<string, string>>;
}
