import type { Fact } from "./fact";
import type { Policy } from "./policy";
import type { SymbolicText } from "./symbol";

/** What decides about rights besides roles and endpoints: policies of things, and the keys with which they are encrypted. */
export interface RightsModel {
  /** ARNs of what is created here without a policy of its own, so that roles alone decide who may use it. */
  readonly withoutPolicy: ReadonlySet<SymbolicText>;
  /** Policies that are known of what is created here, keys of KMS left out, by the ARNs of the things. */
  readonly resourcePolicies: ReadonlyMap<SymbolicText, readonly Policy[]>;
  /** Keys of KMS as they are named, by ARNs of the secrets and parameters that are encrypted with them. */
  readonly encryptedWith: ReadonlyMap<SymbolicText, SymbolicText>;
  /** Log groups that are encrypted with a key of one's own, by their addresses, and the keys as they are named. */
  readonly encryptedLogGroups: readonly { readonly address: string; readonly key: SymbolicText }[];
  /** Policies of keys that are created here and have one of their own, by the ARNs of the keys. */
  readonly keyPolicies: ReadonlyMap<SymbolicText, Fact<Policy>>;
}
