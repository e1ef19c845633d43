import type { PolicyStatement } from "../../aws/policy-document";
import { type Fact, knownValue } from "../model/fact";
import type { Statement } from "../model/policy";
import type { Role } from "../model/role";

/**
 * What the policies of a role allow, as far as they are written down. Policies of AWS and conditions are left out; what is
 * read is a sign of what the application calls, no more.
 */
export function statementsOfRole(role: Fact<Role> | undefined): readonly PolicyStatement[] {
  const policies = (role && knownValue(role)?.policies) ?? [];
  return policies
    .filter(({ address }) => !address.startsWith("arn:"))
    .flatMap(({ statements }) => statements)
    .flatMap(asPlanned);
}

function asPlanned({ effect, actions, resources }: Statement): PolicyStatement[] {
  if (effect === "Deny" || actions.negated) return [];
  return [{ effect, actions: actions.values, resources: resources.values }];
}
