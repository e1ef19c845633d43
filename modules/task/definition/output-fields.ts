/**
 * What ECS and Terraform say of a registered task definition, under the names of ECS. None of it is part of the task.
 *
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html,
 * https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition, and the meta-arguments
 * of Terraform.
 */
const OUTPUT_FIELDS: ReadonlySet<string> = new Set([
  "revision",
  "status",
  "requiresAttributes",
  "compatibilities",
  "registeredAt",
  "registeredBy",
  "deregisteredAt",
  "deleteRequestedAt",
  "id",
  "arnWithoutRevision",
  "tagsAll",
  "skipDestroy",
  "trackLatest",
  "provider",
  "count",
  "forEach",
  "dependsOn",
  "lifecycle",
  "provisioner",
  "connection",
  "//",
]);

/** Whether a field describes the registered task definition, not the task. */
export function isOutputField(field: string): boolean {
  return OUTPUT_FIELDS.has(field);
}
