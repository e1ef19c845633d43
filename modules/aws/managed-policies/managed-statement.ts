/** A statement of a policy that AWS keeps. All of those that are known here allow. */
export interface ManagedStatement {
  readonly actions: readonly string[];
  /** Whether every action but those is allowed (`NotAction`). */
  readonly allBut: boolean;
  /** ARNs, for all partitions at once (`arn:*:…`), or `["*"]`. */
  readonly resources: readonly string[];
  /** Operator, then condition key, then values. @default - none */
  readonly conditions?: Conditions;
}

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

interface Limits {
  /** @default - everything */
  readonly on?: readonly string[];
  /** @default - always */
  readonly when?: Conditions;
}

/** @param actions with spaces in between */
export function allow(actions: string, { on = ["*"], when }: Limits = {}): ManagedStatement {
  const conditions = when === undefined ? {} : { conditions: when };
  return { actions: actions.trim().split(/\s+/), allBut: false, resources: on, ...conditions };
}

/** @param actions with spaces in between */
export function allowAllBut(actions: string): ManagedStatement {
  return { ...allow(actions), allBut: true };
}
