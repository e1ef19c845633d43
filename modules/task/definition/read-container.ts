import { issue } from "../../issues/issue";
import { CONTAINER_CONDITIONS, type Container, type ContainerCondition, type MountPoint } from "../container";
import { readImage } from "../images/read-image";
import type { FieldReader } from "../json/field-reader";
import { given } from "../json/given";
import { isWord } from "../json/json-types";
import type { TaskDefinitionContext } from "../json/task-definition-context";
import { readLogDriver } from "../log-drivers/read-log-driver";
import { OPTION_NAMES, readOptions } from "../options/container-options";
import { readSecrets } from "../secrets/read-secrets";
import { readHealthCheck } from "./read-health-check";
import { readPorts } from "./read-ports";

/**
 * One ECS container definition. What {@link Container} has no name for stays as it is, in `additionalFields`.
 *
 * @param taskPath where the container stands in the task
 */
export function readContainer(fields: FieldReader, taskPath: string, context: TaskDefinitionContext): Container {
  context.paths.set(taskPath, fields.path);
  context.paths.set(`${taskPath}.additionalFields`, fields.path);
  const { image, additionalFields } = readImage(fields, `${taskPath}.image`, context);
  const blocks = { healthCheck: "healthCheck", firelens: "firelensConfiguration" };
  for (const [name, field] of Object.entries(blocks)) {
    if (fields.isIncomplete(field)) context.incomplete.add(`${taskPath}.${name}`);
  }
  const container = {
    image,
    logDriver: readLogDriver(fields, `${taskPath}.logDriver`, context),
    ...given({
      command: fields.texts("command"),
      entryPoint: fields.texts("entryPoint"),
      environment: readEnvironment(fields, `${taskPath}.environment`, context),
      secrets: readSecrets(fields, "secrets", `${taskPath}.secrets`, context),
      ports: readPorts(fields, `${taskPath}.ports`, context),
      essential: fields.truth("essential"),
      healthCheck: readHealthCheck(fields),
      readonlyRootFilesystem: fields.truth("readonlyRootFilesystem"),
      user: fields.text("user"),
      workingDirectory: fields.text("workingDirectory"),
      environmentFiles: readEnvironmentFiles(fields, context),
      mountPoints: readMountPoints(fields),
      dependsOn: readDependsOn(fields, `${taskPath}.dependsOn`, context),
      firelens: readFirelens(fields, `${taskPath}.firelens`, context),
      cpu: fields.number("cpu"),
      memory: fields.number("memory"),
      memoryReservation: fields.number("memoryReservation"),
      stopTimeout: fields.number("stopTimeout"),
    }),
  };
  for (const name of OPTION_NAMES) context.paths.set(`${taskPath}.${name}`, fields.pathOf(name));
  const unnamed = fields.rest();
  const options = readOptions(unnamed);
  const others = Object.entries(unnamed).filter(([name]) => !Object.hasOwn(options, name));
  const rest = { ...Object.fromEntries(others), ...additionalFields };
  return { ...container, ...options, ...(Object.keys(rest).length === 0 ? {} : { additionalFields: rest }) };
}

function readEnvironment(
  fields: FieldReader,
  taskPath: string,
  { paths }: TaskDefinitionContext,
): Container["environment"] {
  const entries = fields.objects("environment")?.map((variable) => {
    const name = variable.requiredText("name", "a variable has a name");
    paths.set(`${taskPath}.${name}`, variable.path);
    return [name, variable.text("value") ?? ""] as const;
  });
  return entries && Object.fromEntries(entries);
}

function readEnvironmentFiles(fields: FieldReader, { issues }: TaskDefinitionContext): Container["environmentFiles"] {
  return fields.objects("environmentFiles")?.map((file) => {
    const type = file.text("type");
    if (!isWord(type, ["s3"])) {
      issues.report(
        file.pathOf("type"),
        issue("environment-file-type", {
          problem: type === undefined ? "the type is missing" : `"${type}" is not a type of environment file`,
          fix: 'write "type": "s3"',
        }),
      );
    }
    return file.requiredText("value", "it is the ARN of the file");
  });
}

function readMountPoints(fields: FieldReader): readonly MountPoint[] | undefined {
  return fields.objects("mountPoints")?.map((mountPoint) => ({
    sourceVolume: mountPoint.requiredText("sourceVolume", "it names the volume that is mounted"),
    containerPath: mountPoint.requiredText("containerPath", "it says where the container sees the volume"),
    ...given({ readOnly: mountPoint.truth("readOnly") }),
  }));
}

function readDependsOn(
  fields: FieldReader,
  taskPath: string,
  { paths }: TaskDefinitionContext,
): Container["dependsOn"] {
  const entries = fields.objects("dependsOn")?.flatMap((dependency): (readonly [string, ContainerCondition])[] => {
    const name = dependency.requiredText("containerName", "it names the container that starts first");
    const why = "it says how far the other container must be";
    const condition = dependency.requiredWord("condition", CONTAINER_CONDITIONS, why);
    if (condition === undefined) return [];
    paths.set(`${taskPath}.${name}`, dependency.path);
    return [[name, condition]];
  });
  return entries && Object.fromEntries(entries);
}

function readFirelens(fields: FieldReader, taskPath: string, { paths }: TaskDefinitionContext): Container["firelens"] {
  const router = fields.object("firelensConfiguration");
  if (router === undefined) return undefined;
  paths.set(taskPath, router.path);
  const type = router.requiredWord("type", ["fluentbit", "fluentd"], "it says which log router the container is");
  const options = router.textMembers("options");
  return type === undefined ? undefined : { type, ...given({ options }) };
}
