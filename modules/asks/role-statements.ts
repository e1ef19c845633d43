import { namedStatements } from "../aws/named-statements";
import type { PolicyStatement } from "../aws/policy-document";
import type { Ask, AskedRequest, Asker } from "./ask";

/** What a request is about, as a statement of a role has it. */
export type RightTo = Pick<PolicyStatement, "conditions"> & { readonly resources: readonly string[] };

type RoleStatement = PolicyStatement & RightTo;

/**
 * The rights of a role to what it asks: a statement for each name and condition, those about everything first.
 *
 * @param rightTo how what a request is about is written down
 */
export function roleStatements(
  asks: Iterable<Ask>,
  role: Asker,
  rightTo: (request: AskedRequest) => RightTo,
): PolicyStatement[] {
  const statements = new Map<string, RoleStatement>();
  for (const { by, requests = [] } of asks) {
    if (by !== role) continue;
    for (const request of requests) {
      const { sid, actions, granted = actions } = request;
      if (sid === undefined) continue;
      const right = rightTo(request);
      const key = JSON.stringify([sid, right.conditions]);
      const known = statements.get(key) ?? { sid, actions: [], ...right };
      statements.set(key, {
        ...known,
        actions: [...new Set([...known.actions, ...granted])],
        resources: [...new Set([...known.resources, ...right.resources])],
      });
    }
  }
  const isAboutEverything = ({ resources }: RoleStatement) => Number(resources.includes("*"));
  // Of the same name, with different conditions.
  return [...namedStatements([...statements.values()])].sort((a, b) => isAboutEverything(b) - isAboutEverything(a));
}
