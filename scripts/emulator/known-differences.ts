import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, jsonAt } from "./json";
import type { SynthesizedStack } from "./synthesized-app";

/** An attribute that AWS keeps and the emulator does not, so that a second plan would want to set it again. */
export interface KnownDifference {
  readonly type: string;
  readonly attribute: string;
  /** What the emulator does instead. */
  readonly reason: string;
}

/** The known differences of moto 5.2. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    type: "aws_ecs_service",
    attribute: "availability_zone_rebalancing",
    reason: "the emulator does not store it",
  },
  {
    type: "aws_ecs_service",
    attribute: "enable_execute_command",
    reason: "the emulator does not store it",
  },
  {
    type: "aws_ecs_service",
    attribute: "health_check_grace_period_seconds",
    reason: "the emulator does not store it",
  },
  {
    type: "aws_instance",
    attribute: "vpc_security_group_ids",
    reason: "the emulator keeps the groups of an instance with a public address at its network interface only",
  },
  {
    type: "aws_sqs_queue",
    attribute: "redrive_policy",
    reason: "the emulator gives the JSON back with spaces in it",
  },
  {
    type: "aws_vpc_security_group_egress_rule",
    attribute: "description",
    reason: "the emulator stores the description of rules for address blocks only",
  },
  {
    type: "aws_vpc_security_group_ingress_rule",
    attribute: "description",
    reason: "the emulator stores the description of rules for address blocks only",
  },
];

/**
 * Makes Terraform ignore the known differences of a synthesized stack, by an override file beside its configuration: what
 * the emulator forgets would otherwise be set again by every deployment.
 *
 * @returns the differences that the stack has
 */
export function ignoreKnownDifferences(stack: SynthesizedStack): readonly KnownDifference[] {
  const found = KNOWN_DIFFERENCES.filter(({ type }) => isJsonObject(jsonAt(stack.configuration, "resource", type)));
  // Terraform takes no empty resource block.
  if (found.length === 0) return found;
  const file = join(stack.directory, "known_differences_override.tf.json");
  writeFileSync(file, JSON.stringify({ resource: overridesOf(stack.configuration) }, null, 2));
  return found;
}

/** The `resource` block of the override file. */
export function overridesOf(configuration: unknown): Readonly<Record<string, unknown>> {
  const types = new Set(KNOWN_DIFFERENCES.map(({ type }) => type));
  return Object.fromEntries(
    Array.from(types, (type) => {
      const attributes = KNOWN_DIFFERENCES.filter((known) => known.type === type).map(({ attribute }) => attribute);
      const resources = jsonAt(configuration, "resource", type);
      const overrides = Object.entries(isJsonObject(resources) ? resources : {}).map(([id, resource]) => [
        id,
        { lifecycle: { ignore_changes: withIgnored(jsonAt(resource, "lifecycle", "ignore_changes"), attributes) } },
      ]);
      return [type, Object.fromEntries(overrides)] as const;
    }).filter(([, overrides]) => Object.keys(overrides).length > 0),
  );
}

/** An override replaces the list, so what the stack itself ignores is kept. */
function withIgnored(own: unknown, attributes: readonly string[]): unknown {
  if (own === "all") return own;
  return [...new Set([...(Array.isArray(own) ? own : []), ...attributes])];
}
