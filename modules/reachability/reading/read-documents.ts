import { known } from "../model/fact";
import { symbolicJson } from "../terraform/expressions/symbolic-text";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { isEmpty, notKnown } from "./facts";
import { documentOfJob } from "./job-document";
import type { TaskDocument } from "./task-document";

/** The document of a task definition of ECS, or of a job definition of AWS Batch. */
export function documentOf(definition: TerraformResource): TaskDocument {
  if (definition.type === "aws_batch_job_definition") return documentOfJob(definition);
  const containers = definition.argument("container_definitions");
  const isOpen = containers.kind === "unknown" || containers.kind === "reference";
  return {
    json: isOpen ? notKnown(containers) : known(attributesOf(definition)),
    executionRole: definition.argument("execution_role_arn"),
    taskRole: definition.argument("task_role_arn"),
  };
}

/** The arguments that say what a task is. */
const ATTRIBUTES = [
  "container_definitions",
  "cpu",
  "ephemeral_storage",
  "execution_role_arn",
  "family",
  "memory",
  "network_mode",
  "requires_compatibilities",
  "runtime_platform",
  "task_role_arn",
  "volume",
] as const;

function attributesOf(definition: TerraformResource): Readonly<Record<string, unknown>> {
  const attributes: Record<string, unknown> = {};
  for (const name of ATTRIBUTES) {
    const value = definition.argument(name);
    if (!isEmpty(value)) attributes[name] = symbolicJson(value);
  }
  return attributes;
}
