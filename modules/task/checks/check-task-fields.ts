import { type Issue, issue } from "../../issues/issue";
import type { FargateTask } from "../fargate-task";

/** The fields of an ECS task definition for which a task has a name, and those names. */
const OWN_FIELDS: ReadonlyMap<string, string> = new Map([
  ["family", "family"],
  ["containerdefinitions", "containers"],
  ["cpu", "cpu"],
  ["memory", "memory"],
  ["volumes", "volumes"],
  ["ephemeralstorage", "ephemeralStorage"],
  ["runtimeplatform", "operatingSystemFamily and cpuArchitecture"],
]);

/** Fields that an additional field would say twice. */
export function* checkTaskFields(fields: FargateTask["additionalFields"]): Generator<Issue> {
  for (const field of Object.keys(fields ?? {})) {
    const own = OWN_FIELDS.get(field.toLowerCase());
    if (own === undefined) continue;
    yield issue("additional-field-known", {
      path: `additionalFields.${field}`,
      problem: `"${field}" is not an additional field`,
      fix: `use ${own} instead`,
    });
  }
}
