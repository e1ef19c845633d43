import { type Issue, issue } from "../issues/issue";
import type { SecurityGroupRule } from "../network/security-group-props";

/** Who is let out, and what happens without the rule that does. */
const LOSS = {
  tasks: "the tasks reach no endpoint",
  instance: "the instance does not get there",
} as const;

type Rules = Readonly<Record<string, SecurityGroupRule>>;

/**
 * A rule of the same name would take the place of the one that leads to the endpoints.
 *
 * @param derived the rules that lead there, by name
 * @param own the rules that are given for the security group besides
 */
export function* checkEgressNames(who: keyof typeof LOSS, derived: Rules, own: Rules = {}): Generator<Issue> {
  for (const name of Object.keys(own)) {
    if (!Object.hasOwn(derived, name)) continue;
    yield issue("egress-rule-name-taken", {
      path: `securityGroup.egress.${name}`,
      problem: `the egress rule "${name}" has the name of a rule that lets the ${who} out ${derived[name]?.description}`,
      why: `the name is part of the resource address, and without the other rule ${LOSS[who]}`,
      fix: `give it another name, for example "${name}-own"`,
    });
  }
}
