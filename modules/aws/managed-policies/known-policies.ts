import type { ManagedStatement } from "./managed-statement";
import { POLICIES_OF_CALLS } from "./of-calls";
import { POLICIES_OF_DATA } from "./of-data";
import { POLICIES_OF_OPERATIONS } from "./of-operations";

/**
 * Policies that AWS keeps and that roles of tasks often have, by what follows `arn:PARTITION:iam::aws:policy/`. AWS changes some of
 * them now and then; beside each stands the version that is here.
 *
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html, which has a page for each
 */
export const KNOWN_POLICIES: ReadonlyMap<string, readonly ManagedStatement[]> = new Map(
  Object.entries({ ...POLICIES_OF_OPERATIONS, ...POLICIES_OF_DATA, ...POLICIES_OF_CALLS }),
);
