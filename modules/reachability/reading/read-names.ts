import { type Fact, known, knownValue, mapFact, unknown } from "../model/fact";
import type { ResolverRule } from "../model/names";
import type { NetworkModel } from "../model/network-model";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { textFact } from "./facts";
import { identityFact, resourceOf } from "./identities";
import { readPrivateHostedZones } from "./read-hosted-zones";
import { withoutDot } from "./read-zone-records";
import type { ResourceIndex } from "./resource-index";

/** What has a say in the names that a VPC resolves: private hosted zones, Resolver rules, DNS firewalls. */
export function readNames(
  index: ResourceIndex,
): Pick<NetworkModel, "privateHostedZones" | "resolverRules" | "dnsFirewalls"> {
  return {
    privateHostedZones: readPrivateHostedZones(index),
    resolverRules: index.managed("aws_route53_resolver_rule_association").flatMap((each) => readRule(each, index)),
    dnsFirewalls: index.managed("aws_route53_resolver_firewall_rule_group_association").map((association) => ({
      address: association.address,
      vpc: identityFact(association.argument("vpc_id"), index),
    })),
  };
}

/** What forwards names, and what leaves them to Amazon's DNS server where a rule for more of them forwards. */
const RULE_TYPES: ReadonlySet<string> = new Set(["FORWARD", "SYSTEM"]);

function readRule(association: TerraformResource, index: ResourceIndex): ResolverRule[] {
  const id = identityFact(association.argument("resolver_rule_id"), index);
  const rule = id.known ? resourceOf(id.value, "aws_route53_resolver_rule", index) : undefined;
  const type = rule === undefined ? known("FORWARD") : textFact(rule.argument("rule_type"));
  if (type.known && !RULE_TYPES.has(type.value)) return [];
  const vpc = identityFact(association.argument("vpc_id"), index);
  const domain: Fact<string> =
    rule === undefined
      ? unknown(`the rule of ${association.address} is elsewhere`)
      : mapFact(textFact(rule.argument("domain_name")), withoutDot);
  return [{ address: association.address, forwards: knownValue(type) !== "SYSTEM", vpc, domain }];
}
