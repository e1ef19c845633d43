import type { JsonValue } from "../values/json-value";
import { type Direction, type InlineRule, inlineRules, PEER_ATTRIBUTES } from "./inline-rules";
import { type Counterparts, valueToBe } from "./match-resources";
import type { ResourceOfPlan, ResourcesOfPlan } from "./resources-of-plan";

/** A rule that stands within a group which is taken over, and that no Terraform manages any more. */
export interface UnmanagedRule extends InlineRule {
  /** Address that the group gets. */
  readonly group: string;
  readonly groupId: string;
}

/** Types of rules that are resources of their own. */
const RULE_TYPES: ReadonlyMap<string, Direction | undefined> = new Map([
  ["aws_vpc_security_group_ingress_rule", "ingress"],
  ["aws_vpc_security_group_egress_rule", "egress"],
  ["aws_security_group_rule", undefined],
]);

/**
 * Finds the rules within groups that the new configuration does not have. A rule of which an apply decides may be any of them: what
 * may be managed is not named.
 */
export function unmanagedRules(resources: ResourcesOfPlan, counterparts: Counterparts): readonly UnmanagedRule[] {
  const { leaving, forgotten, arriving, staying } = resources;
  const rules = [...leaving, ...forgotten, ...arriving, ...staying].filter(({ type }) => RULE_TYPES.has(type));
  return [...arriving, ...staying].flatMap(({ address: group, configured }) => {
    const standing = counterparts.get(group);
    const groupId = standing?.values["id"];
    if (standing?.type !== "aws_security_group" || typeof groupId !== "string" || configured === undefined) return [];
    return inlineRules(standing)
      .filter(({ direction }) => !configured.has(direction))
      .filter((rule) => !rules.some((each) => mayBe(each, rule, groupId, counterparts)))
      .map((rule) => ({ ...rule, group, groupId }));
  });
}

/** A line of words on it, for a comment. */
export function describeUnmanaged({ direction, protocol, from, to, peer, group, groupId }: UnmanagedRule): string {
  const ports = protocol === "-1" ? "" : ` ${String(from)}${from === to ? "" : `-${String(to)}`}`;
  const what = protocol === "-1" ? "everything" : `${String(protocol)}${ports}`;
  return `${direction} of ${what} ${direction === "egress" ? "to" : "from"} ${peer} in ${group} (${groupId})`;
}

/** Whether a rule of its own is, or may become, a rule within a group. */
function mayBe(resource: ResourceOfPlan, rule: InlineRule, groupId: string, counterparts: Counterparts): boolean {
  const isOr = (attribute: string, wanted: JsonValue) => {
    const value = valueToBe(resource, attribute, counterparts);
    return value === undefined || value === wanted;
  };
  if (!isOr("security_group_id", groupId)) return false;
  // Its lists are not compared: it is enough that it may be.
  if (resource.type === "aws_security_group_rule")
    return isOr("type", rule.direction) && isOr("protocol", rule.protocol);
  if (RULE_TYPES.get(resource.type) !== rule.direction || !isOr("ip_protocol", rule.protocol)) return false;
  const arePorts = rule.protocol === "-1" || (isOr("from_port", rule.from) && isOr("to_port", rule.to));
  const isUnknown = PEER_ATTRIBUTES.some((each) => valueToBe(resource, each, counterparts) === undefined);
  return arePorts && (isUnknown || valueToBe(resource, rule.attribute, counterparts) === rule.peer);
}
