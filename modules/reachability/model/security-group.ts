import type { Cidr } from "../../addressing/cidr";
import type { Fact } from "./fact";
import type { Identity } from "./identity";
import type { PrefixListReference } from "./prefix-list-reference";

/** Whom a rule admits. */
export type RulePeer =
  | { readonly kind: "cidr"; readonly cidr: Cidr }
  | Ipv6RulePeer
  | { readonly kind: "security-group"; readonly id: Identity }
  | { readonly kind: "prefix-list"; readonly list: PrefixListReference };

/** Addresses of IPv6. */
export interface Ipv6RulePeer {
  readonly kind: "ipv6";
  /** Whether they are all that there are. @default - that is not known */
  readonly isEverywhere?: boolean;
}

export interface SecurityGroupRuleModel {
  /** The resource that says it. */
  readonly address: string;
  readonly direction: "ingress" | "egress";
  /** For example `"tcp"`; `"-1"` is all. */
  readonly protocol: Fact<string>;
  readonly fromPort: Fact<number>;
  readonly toPort: Fact<number>;
  readonly peer: Fact<RulePeer>;
}

export interface SecurityGroupModel {
  readonly id: Identity;
  readonly address: string;
  readonly vpc: Fact<Identity>;
  /** Further VPCs in which it may be used. @default - none */
  readonly otherVpcs?: readonly Fact<Identity>[];
  readonly rules: readonly SecurityGroupRuleModel[];
  /** Whether it has no other rules. */
  readonly complete: boolean;
}
