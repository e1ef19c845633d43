import { portMapping } from "../planning/task/check-task";
import { imageName } from "../planning/task/container-image";
import type { Container, FargateTask, JsonValue } from "../planning/task/fargate-task";
import type { AwslogsDriver } from "../planning/task/log-driver";
import { secretValueFrom } from "../planning/task/secret-source";

/** What container definitions take from the service. */
export interface ContainerSurroundings {
  /** Region of the service. */
  readonly region: string;
  /** Name of the service's log group, for containers that name none. */
  readonly logGroupName: string;
}

/** One ECS container definition, in ECS's own spelling. */
export type ContainerDefinition = Readonly<Record<string, JsonValue>>;

/** The containers of a task as ECS container definitions, in the order in which they are written. */
export function containerDefinitions(task: FargateTask, surroundings: ContainerSurroundings): ContainerDefinition[] {
  return Object.entries(task.containers).map(([name, container]) => ({
    name,
    image: imageName(container.image),
    essential: container.essential ?? true,
    ...optional("command", container.command),
    ...optional("entryPoint", container.entryPoint),
    ...optional("environment", nameValuePairs(container.environment)),
    ...optional("secrets", secrets(container)),
    ...optional("portMappings", portMappings(container)),
    ...optional("logConfiguration", logConfiguration(name, container, surroundings)),
    ...optional("healthCheck", container.healthCheck === undefined ? undefined : { ...container.healthCheck }),
    ...optional("readonlyRootFilesystem", container.readonlyRootFilesystem),
    ...optional("user", container.user),
    ...optional("workingDirectory", container.workingDirectory),
    ...container.additionalFields,
  }));
}

function optional(field: string, value: JsonValue | undefined): ContainerDefinition {
  return value === undefined ? {} : { [field]: value };
}

function nameValuePairs(variables: Container["environment"]): JsonValue | undefined {
  return variables && Object.entries(variables).map(([name, value]) => ({ name, value }));
}

function secrets({ secrets: sources }: Container): JsonValue | undefined {
  return sources && Object.entries(sources).map(([name, source]) => ({ name, valueFrom: secretValueFrom(source) }));
}

function portMappings({ ports }: Container): JsonValue | undefined {
  return ports?.map((port) => {
    const { containerPort, protocol, name } = portMapping(port);
    // ECS fills hostPort in; leaving it out would show as a change in every plan.
    return { containerPort, hostPort: containerPort, protocol, ...optional("name", name) };
  });
}

function logConfiguration(
  container: string,
  { logDriver }: Container,
  surroundings: ContainerSurroundings,
): JsonValue | undefined {
  const driver: AwslogsDriver | undefined = logDriver?.kind === "none" ? undefined : (logDriver ?? { kind: "awslogs" });
  if (driver === undefined) return undefined;
  return {
    logDriver: "awslogs",
    options: {
      "awslogs-group": driver.logGroupName ?? surroundings.logGroupName,
      "awslogs-region": driver.region ?? surroundings.region,
      "awslogs-stream-prefix": driver.streamPrefix ?? container,
    },
  };
}
