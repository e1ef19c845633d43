import type { RunningTask } from "../model/network-model";
import { readRole } from "./read-roles";
import type { ResourceIndex } from "./resource-index";

/** Addresses of the roles of task definitions that nothing in sight starts, so that nobody looks at what they ask. */
export function readIdleRoles(tasks: readonly RunningTask[], index: ResourceIndex): ReadonlySet<string> {
  const started = new Set(tasks.map(({ definition }) => definition));
  const idle = index.managed("aws_ecs_task_definition").filter(({ address }) => !started.has(address));
  const roles = idle.flatMap((definition) =>
    ["execution_role_arn", "task_role_arn"].map((name) => readRole(definition.argument(name), index)),
  );
  return new Set(roles.flatMap((role) => (role?.known === true ? [role.value.address] : [])));
}
