import { issue } from "../../issues/issue";
import type { FieldReader } from "../json/field-reader";
import { pendingName } from "../json/pending-name";
import type { TaskDefinitionContext } from "../json/task-definition-context";
import { classifySecret } from "./classify-secret";
import { SecretSource } from "./secret-source";

/**
 * A list of `{ name, valueFrom }`, as `secrets` of a container and `secretOptions` of its log configuration have it.
 *
 * @param taskPath where the secrets stand in the task
 */
export function readSecrets(
  owner: FieldReader,
  field: "secrets" | "secretOptions",
  taskPath: string,
  context: TaskDefinitionContext,
): Readonly<Record<string, SecretSource>> | undefined {
  const entries = owner.objects(field);
  if (entries === undefined) return undefined;
  const secrets = new Map<string, SecretSource>();
  for (const entry of entries) {
    const written = entry.requiredText("name", "the value of a secret is handed to the container under a name");
    const valueFrom = entry.requiredText("valueFrom", "it says where the value is fetched from");
    const name = pendingName(written, (each) => secrets.has(each));
    context.paths.set(`${taskPath}.${name}`, entry.pathOf("valueFrom"));
    secrets.set(name, readSecret(valueFrom, entry, `${taskPath}.${name}`, context));
  }
  return Object.fromEntries(secrets);
}

function readSecret(
  valueFrom: string,
  entry: FieldReader,
  taskPath: string,
  context: TaskDefinitionContext,
): SecretSource {
  const classified = classifySecret(valueFrom);
  if (classified === undefined) {
    context.markUnknown(taskPath, "secret", entry.pathOf("valueFrom"), valueFrom);
    return SecretSource.ssmParameter(valueFrom);
  }
  if (classified.suffixFields === 1 || classified.suffixFields === 2) {
    context.issues.report(
      entry.pathOf("valueFrom"),
      issue("secret-suffix-incomplete", {
        problem: `"${valueFrom}" has ${classified.suffixFields} of the three fields that may follow the name of the secret`,
        fix: `write "${valueFrom}${":".repeat(3 - classified.suffixFields)}"`,
      }),
    );
  }
  return classified.source;
}
