import { isPending } from "../../values/pending";
import { FROM_ELSEWHERE } from "../../values/unresolved";
import type { FieldReader } from "../json/field-reader";
import { given } from "../json/given";
import type { TaskDefinitionContext } from "../json/task-definition-context";
import { readSecrets } from "../secrets/read-secrets";
import { LOG_DRIVER_KINDS, type LogDriver } from "./log-driver";
import type { EcsLogDriver } from "./log-driver-kind";
import { none } from "./none";

/** The drivers by their names in a log configuration. */
const BY_NAME: ReadonlyMap<string | undefined, EcsLogDriver<LogDriver>> = new Map(
  Object.values(LOG_DRIVER_KINDS).flatMap(({ ecs }) => (ecs === undefined ? [] : [[ecs.name, ecs] as const])),
);

/**
 * `logConfiguration` of a container. A container that has none drops its output.
 *
 * @param taskPath where the log driver stands in the task
 */
export function readLogDriver(container: FieldReader, taskPath: string, context: TaskDefinitionContext): LogDriver {
  const configuration = container.object("logConfiguration");
  if (configuration === undefined) return none();
  context.paths.set(taskPath, configuration.path);
  const name = configuration.requiredText("logDriver", "it says where the output goes");
  const written = configuration.textMembers("options") ?? {};
  const secretOptions = readSecrets(configuration, "secretOptions", `${taskPath}.secretOptions`, context);
  const ecs = BY_NAME.get(name);
  if (ecs !== undefined) {
    const { issues } = context;
    const isOpen = configuration.isIncomplete("options") || configuration.isIncomplete("secretOptions");
    const elsewhere = isOpen ? ecs.needed.map((option) => [option, FROM_ELSEWHERE] as const) : [];
    const options = { ...Object.fromEntries(elsewhere), ...written };
    return ecs.read(options, { path: configuration.pathOf("options"), issues, ...given({ secretOptions }) });
  }
  if (name !== undefined && isPending(name)) {
    context.markUnknown(taskPath, "log-driver", configuration.pathOf("logDriver"), name);
  }
  return { kind: "unsupported", logDriver: name ?? "" };
}
