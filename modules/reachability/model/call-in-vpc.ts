import type { Cidr } from "../../addressing/cidr";
import type { Fact } from "./fact";
import type { Identity } from "./identity";

/** What a task says that it calls in its VPC. */
export interface CallInVpc {
  /** Name of the call. */
  readonly name: string;
  /** TCP port. */
  readonly port: Fact<number>;
  readonly to: CalledPlace;
}

/** Where a call goes: to what carries a security group, to addresses, or to a host of which only its name is known. */
export type CalledPlace =
  | { readonly kind: "security-group"; readonly group: Fact<Identity> }
  | { readonly kind: "addresses"; readonly cidr: Fact<Cidr> }
  | { readonly kind: "host"; readonly host: string };
