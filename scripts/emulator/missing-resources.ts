import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, jsonAt } from "./json";
import type { SynthesizedStack } from "./synthesized-app";

/** A type of resource that the emulator cannot create. */
export interface MissingResource {
  readonly type: string;
  readonly reason: string;
}

/** What moto 5.2 lacks of what the stacks have. */
export const MISSING_RESOURCES: readonly MissingResource[] = [
  { type: "aws_vpc_endpoint_connection_accepter", reason: "the emulator connects endpoints without acceptance" },
];

/**
 * Makes Terraform leave out what the emulator cannot create, by an override file beside the stack's configuration.
 *
 * @returns what is left out
 */
export function leaveOutMissingResources(stack: SynthesizedStack): readonly MissingResource[] {
  const file = join(stack.directory, "missing_resources_override.tf.json");
  const resource = omissionsOf(stack.configuration);
  // Terraform refuses an empty block; an empty file takes the place of one that an earlier synthesis left.
  writeFileSync(file, JSON.stringify(Object.keys(resource).length === 0 ? {} : { resource }, null, 2));
  return MISSING_RESOURCES.filter(({ type }) => isJsonObject(jsonAt(stack.configuration, "resource", type)));
}

/** The `resource` block of the override file: none of each resource. */
export function omissionsOf(configuration: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    MISSING_RESOURCES.flatMap(({ type }) => {
      const resources = jsonAt(configuration, "resource", type);
      if (!isJsonObject(resources)) return [];
      return [[type, Object.fromEntries(Object.keys(resources).map((id) => [id, { count: 0 }]))]];
    }),
  );
}
