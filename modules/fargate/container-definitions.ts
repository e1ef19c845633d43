import { Token } from "cdktf";
import type { Container } from "../task/container";
import { environmentFile } from "../task/environment-file";
import type { FargateTask } from "../task/fargate-task";
import { imageKind, imageName } from "../task/images/container-image";
import { logConfiguration } from "../task/log-drivers/log-configuration";
import type { LogDefaults } from "../task/log-drivers/log-driver-kind";
import { writeOptions } from "../task/options/container-options";
import { portMapping } from "../task/port-mapping";
import { secretValueFrom } from "../task/secrets/secret-source";
import type { JsonValue } from "../values/json-value";
import { isUnresolved } from "../values/unresolved";
import type { ServiceLogs } from "./log-group";

/** One ECS container definition, in ECS's own spelling. */
export type ContainerDefinition = Readonly<Record<string, JsonValue>>;

/** The containers of a task as ECS container definitions, in the order in which they are written. */
export function containerDefinitions(task: FargateTask, defaults: ServiceLogs): ContainerDefinition[] {
  const router = Object.values(task.containers).find(({ firelens }) => firelens !== undefined)?.firelens?.type;
  const logs = { ...defaults, ...(router === undefined ? {} : { router }) };
  return Object.entries(task.containers).map(([name, container]) => ({
    name,
    image: imageName(container.image),
    essential: container.essential ?? true,
    ...optional("command", container.command),
    ...optional("entryPoint", container.entryPoint),
    ...optional("environment", nameValuePairs(container.environment)),
    ...optional("environmentFiles", environmentFiles(container)),
    ...optional("secrets", secrets(container)),
    ...optional("portMappings", portMappings(container)),
    ...optional("logConfiguration", logging(container, { ...logs, streamPrefix: name })),
    ...optional("firelensConfiguration", container.firelens && { ...container.firelens }),
    ...optional(
      "mountPoints",
      container.mountPoints?.map((mountPoint) => ({ ...mountPoint })),
    ),
    ...optional("dependsOn", dependsOn(container)),
    ...imageKind(container.image)?.writeFields(container.image),
    ...optional("cpu", container.cpu),
    ...optional("memory", container.memory),
    ...optional("memoryReservation", container.memoryReservation),
    ...optional("stopTimeout", container.stopTimeout),
    ...optional("healthCheck", container.healthCheck === undefined ? undefined : { ...container.healthCheck }),
    ...optional("readonlyRootFilesystem", container.readonlyRootFilesystem),
    ...optional("user", container.user),
    ...optional("workingDirectory", container.workingDirectory),
    ...writeOptions(container),
    ...container.additionalFields,
  }));
}

/**
 * Container definitions as the text that a task definition takes. A token that is an object, such as the `any` value of a
 * variable, becomes its expression: `JSON.stringify` alone would write that it is a token, and Terraform would pass that on.
 */
export function containerDefinitionsJson(definitions: readonly ContainerDefinition[]): string {
  return JSON.stringify(definitions, function (this: Readonly<Record<string, unknown>>, key: string, value: unknown) {
    const raw = this[key];
    return isUnresolved(raw) && typeof raw === "object" && !Array.isArray(raw) ? Token.asString(raw) : value;
  });
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
    const { protocol, name, appProtocol, ...mapping } = portMapping(port);
    const containerPort = Token.asNumber(mapping.containerPort);
    // ECS fills hostPort in; leaving it out would show as a change in every plan.
    return {
      containerPort,
      hostPort: containerPort,
      protocol,
      ...optional("name", name),
      ...optional("appProtocol", appProtocol),
    };
  });
}

function environmentFiles({ environmentFiles: files }: Container): JsonValue | undefined {
  return files?.map((file) => ({ type: "s3", value: environmentFile(file).arn }));
}

function dependsOn({ dependsOn: conditions }: Container): JsonValue | undefined {
  return conditions && Object.entries(conditions).map(([containerName, condition]) => ({ containerName, condition }));
}

function logging({ logDriver }: Container, defaults: LogDefaults): JsonValue | undefined {
  const configuration = logConfiguration(logDriver, defaults);
  if (configuration === undefined) return undefined;
  const { secretOptions, options } = configuration;
  return {
    logDriver: configuration.logDriver,
    ...optional("options", options),
    ...optional(
      "secretOptions",
      secretOptions?.map((option) => ({ ...option })),
    ),
  };
}
