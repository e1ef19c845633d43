import { parseCidr } from "../../addressing/cidr";
import type { CalledPlace, CallInVpc } from "../model/call-in-vpc";
import { known, knownValue } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent, type ObjectValue, type Value } from "../terraform/expressions/value";
import { cidrFact, memberOf, numberFact } from "./facts";
import { identityFact } from "./identities";
import type { ResourceIndex } from "./resource-index";

/** The calls within the VPC that the comment of a task definition says, by their names. What is not one is left out. */
export function readCalls(said: Value | undefined, index: ResourceIndex): readonly CallInVpc[] {
  if (said?.kind !== "object") return [];
  return Object.entries(said.members).flatMap(([name, call]): CallInVpc[] => {
    const to = call.kind === "object" ? placeOf(call, index) : undefined;
    if (call.kind !== "object" || to === undefined) return [];
    return [{ name, port: numberFact(memberOf(call, "port")), to }];
  });
}

/**
 * The calls that egress rules of security groups say in their comments: of a call whose rules are in another stack than the task
 * definition.
 */
export function callsOfGroups(groups: readonly Identity[], index: ResourceIndex): readonly CallInVpc[] {
  return index.managed("aws_vpc_security_group_egress_rule").flatMap((rule) => {
    if (rule.saidCalls === undefined) return [];
    const own = knownValue(identityFact(rule.argument("security_group_id"), index));
    const isTheirs = own !== undefined && groups.some((group) => sameIdentity(group, own) === "yes");
    return isTheirs ? readCalls(rule.saidCalls, index) : [];
  });
}

function placeOf(call: ObjectValue, index: ResourceIndex): CalledPlace | undefined {
  const [group, cidr, host] = ["securityGroup", "cidr", "host"].map((name) => memberOf(call, name));
  if (group !== undefined && !isAbsent(group)) return { kind: "security-group", group: identityFact(group, index) };
  if (cidr !== undefined && !isAbsent(cidr)) return { kind: "addresses", cidr: cidrFact(cidr) };
  if (host === undefined || isAbsent(host)) return undefined;
  const name = symbolicText(host);
  const address = parseCidr(`${name}/32`);
  return "cidr" in address ? { kind: "addresses", cidr: known(address.cidr) } : { kind: "host", host: name };
}
