import type { SymbolicText } from "./symbol";

/** One condition of a statement. */
export interface PolicyCondition {
  /** For example `"StringEquals"`. */
  readonly operator: string;
  /** For example `"aws:SourceVpc"`. */
  readonly key: string;
  readonly values: readonly SymbolicText[];
}

/** What a statement lists, or what it leaves out (`NotAction` and the like). */
export interface PolicyList {
  readonly negated: boolean;
  readonly values: readonly SymbolicText[];
}

/** One statement of a policy. */
export interface Statement {
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  /** `undefined` in the policy of a role. `"*"` stands for everybody. */
  readonly principal?: PolicyList;
  readonly actions: PolicyList;
  readonly resources: PolicyList;
  readonly conditions: readonly PolicyCondition[];
}

export interface Policy {
  /** The resource that holds it. */
  readonly address: string;
  readonly statements: readonly Statement[];
  /** Length of its text in characters, symbols left out. */
  readonly length: number;
}
