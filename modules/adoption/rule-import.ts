import { hclBlock, hclText } from "./hcl";
import { inlineRules, PEER_ATTRIBUTES } from "./inline-rules";
import { type Counterparts, valueToBe } from "./match-resources";
import { isOfRoot, type ProviderOfPlan, providerLine } from "./provider-of-plan";
import type { ResourceOfPlan } from "./resources-of-plan";

/** A rule that would be created and that its group has. */
export interface StandingRule {
  readonly address: string;
  /** Id of the group. */
  readonly group: string;
  readonly provider: ProviderOfPlan | undefined;
  /** What is true of the rule among those that the data source reads. */
  readonly condition: string;
}

/** What the account has beside the counterparts. */
export interface InAccount {
  /** Addresses of what would be created and exists in the account. */
  readonly exists: ReadonlySet<string>;
  /** What leaves the state and not the account. */
  readonly forgotten: readonly ResourceOfPlan[];
}

/**
 * The rule in the account that a rule to be created is: one that stands within the group in the state, or of which the
 * account says that it exists.
 */
export function standingRule(
  rule: ResourceOfPlan,
  counterparts: Counterparts,
  account: InAccount,
): StandingRule | undefined {
  const isEgress = rule.type === "aws_vpc_security_group_egress_rule";
  if (!isEgress && rule.type !== "aws_vpc_security_group_ingress_rule") return undefined;
  if (!isOfRoot(rule.provider)) return undefined;
  const group = valueToBe(rule, "security_group_id", counterparts);
  const protocol = valueToBe(rule, "ip_protocol", counterparts);
  if (typeof group !== "string" || typeof protocol !== "string") return undefined;
  const peers = PEER_ATTRIBUTES.flatMap((attribute) => {
    const peer = valueToBe(rule, attribute, counterparts);
    return typeof peer === "string" && peer !== "" ? [{ attribute, peer }] : [];
  });
  const [peer, ...others] = peers;
  if (peer === undefined || others.length > 0) return undefined;

  const standing = [...counterparts.values(), ...account.forgotten].find(
    ({ type, values }) => type === "aws_security_group" && values["id"] === group,
  );
  const ports = protocol === "-1" ? [] : ["from_port", "to_port"];
  // An apply decides it: nothing says which rule it is.
  if (ports.some((port) => rule.unknown.has(port))) return undefined;
  const isWithin = (standing === undefined ? [] : inlineRules(standing)).some(
    (each) =>
      each.direction === (isEgress ? "egress" : "ingress") &&
      each.protocol === protocol &&
      (ports.length === 0 || (each.from === rule.values["from_port"] && each.to === rule.values["to_port"])) &&
      each.attribute === peer.attribute &&
      each.peer === peer.peer,
  );
  if (!isWithin && !account.exists.has(rule.address)) return undefined;
  const conditions = [
    isEgress ? "rule.is_egress" : "!rule.is_egress",
    `rule.ip_protocol == ${hclText(protocol)}`,
    ...ports.map((port) => `rule.${port} == ${String(rule.values[port])}`),
    `rule.${peer.attribute} == ${hclText(peer.peer)}`,
  ];
  return { address: rule.address, group, provider: rule.provider, condition: conditions.join(" && ") };
}

/** The blocks that import rules: the ids of rules within a group are in no state, so Terraform looks them up. */
export function ruleImports(rules: readonly StandingRule[]): readonly string[] {
  return [...new Set(rules.map(({ group }) => group))].flatMap((group) => {
    const name = `rules_of_${group}`;
    const provider = providerLine(rules.find((rule) => rule.group === group)?.provider);
    return [
      hclBlock(`data "aws_vpc_security_group_rules" "${name}"`, [
        ...provider,
        "filter {",
        '  name   = "group-id"',
        `  values = [${hclText(group)}]`,
        "}",
      ]),
      hclBlock(`data "aws_vpc_security_group_rule" "${name}"`, [
        ...provider,
        `for_each               = toset(data.aws_vpc_security_group_rules.${name}.ids)`,
        "security_group_rule_id = each.key",
      ]),
      ...rules
        .filter((rule) => rule.group === group)
        .map(({ address, condition }) =>
          hclBlock("import", [
            `to = ${address}`,
            "id = one([",
            `  for id, rule in data.aws_vpc_security_group_rule.${name} : id`,
            `  if ${condition}`,
            "])",
          ]),
        ),
    ];
  });
}
