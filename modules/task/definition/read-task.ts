import { isRegion } from "../../aws/region";
import { issue } from "../../issues/issue";
import type { JsonValue } from "../../values/json-value";
import { FROM_ELSEWHERE } from "../../values/unresolved";
import type { Container } from "../container";
import type { UncheckedFargateTask, VerbatimTaskDefinition } from "../fargate-task";
import type { FieldReader } from "../json/field-reader";
import { given } from "../json/given";
import { pendingName } from "../json/pending-name";
import type { TaskDefinitionContext } from "../json/task-definition-context";
import { readVolume } from "../volumes/read-volume";
import type { Volume } from "../volumes/volume";
import { checkLaunch } from "./check-launch";
import type { OpenDocument } from "./open-document";
import { isOutputField } from "./output-fields";
import { readContainer } from "./read-container";

/** A task, and what the document says besides. */
export interface ReadTask {
  readonly task: UncheckedFargateTask;
  /** The roles. @default - the document is a list of containers, which has none */
  readonly roles?: VerbatimTaskDefinition;
  /** Region of the registered task definition. @default - the document does not say */
  readonly region?: string;
}

/**
 * The task of a document.
 *
 * @param defaultFamily name of the task where the document has none
 */
export function readTask(
  { task: fields, containers: list, hasOthers }: OpenDocument,
  context: TaskDefinitionContext,
  defaultFamily: string | undefined,
): ReadTask {
  const family = fields?.text("family") ?? defaultFamily;
  if (family === undefined) {
    context.issues.report(
      fields?.path ?? [],
      issue("family-missing", {
        problem: "the task has no family",
        fix: 'give one beside the document, for example { family: "orders" }',
      }),
    );
  }
  const containers = readContainers(list, context);
  for (const container of list) container.reportUnread();
  if (hasOthers) context.incomplete.add("containers");
  if (fields === undefined || fields.isIncomplete("volumes")) context.incomplete.add("volumes");
  if (fields === undefined) return { task: { family: family ?? FROM_ELSEWHERE, containers } };
  checkLaunch(fields, context.issues);
  const platform = fields.object("runtimePlatform");
  const storage = fields.object("ephemeralStorage");
  if (storage !== undefined) context.paths.set("ephemeralStorage", storage.pathOf("sizeInGiB"));
  if (platform !== undefined) {
    context.paths.set("operatingSystemFamily", platform.pathOf("operatingSystemFamily"));
    context.paths.set("cpuArchitecture", platform.pathOf("cpuArchitecture"));
  }
  for (const field of ["family", "cpu", "memory"]) context.paths.set(field, fields.pathOf(field));
  const region = readRegion(fields);
  const roles = given({
    executionRoleArn: fields.text("executionRoleArn"),
    taskRoleArn: fields.text("taskRoleArn"),
  });
  const task = {
    family: family ?? FROM_ELSEWHERE,
    containers,
    ...given({
      cpu: readSize(fields, "cpu"),
      memory: readSize(fields, "memory"),
      operatingSystemFamily: platform?.text("operatingSystemFamily"),
      cpuArchitecture: platform?.text("cpuArchitecture"),
      ephemeralStorage: storage?.number("sizeInGiB"),
      volumes: readVolumes(fields, context),
      additionalFields: readAdditionalFields(fields, context),
    }),
  };
  fields.reportUnread();
  return { task, roles, ...given({ region }) };
}

function readContainers(list: readonly FieldReader[], context: TaskDefinitionContext): Record<string, Container> {
  const containers = new Map<string, Container>();
  for (const fields of list) {
    const written = fields.requiredText("name", "a container has a name, which is unique in its task");
    const name = pendingName(written, (each) => containers.has(each));
    if (context.hasBranches && containers.has(name)) {
      const other = freeName(name, (each) => containers.has(each));
      containers.set(other, callsOf(readContainer(fields, `containers.${other}`, context)));
      continue;
    }
    const container = readContainer(fields, `containers.${name}`, context);
    if (containers.has(name)) {
      context.issues.report(
        fields.pathOf("name"),
        issue("container-name-duplicate", {
          problem: `there is another container "${name}"`,
          fix: "rename one of the two",
        }),
      );
      continue;
    }
    containers.set(name, container);
  }
  return Object.fromEntries(containers);
}

function freeName(name: string, isTaken: (name: string) => boolean): string {
  let number = 2;
  while (isTaken(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

/** What a container calls that stands in another branch than one of its name; its size and ports do not add to the other's. */
function callsOf({ image, environment, environmentFiles, secrets, logDriver }: Container): Container {
  return { image, essential: false, ...given({ environment, environmentFiles, secrets, logDriver }) };
}

/** A number, or text such as `"1024"` and `"1 vCPU"`. */
function readSize(fields: FieldReader, field: "cpu" | "memory"): number | string | undefined {
  return typeof fields.value(field) === "number" ? fields.number(field) : fields.text(field);
}

function readVolumes(fields: FieldReader, context: TaskDefinitionContext): Record<string, Volume> | undefined {
  const list = fields.objects("volumes");
  if (list === undefined) return undefined;
  const volumes = new Map<string, Volume>();
  for (const volume of list) {
    const written = volume.requiredText("name", "containers mount a volume by its name");
    const name = pendingName(written, (each) => volumes.has(each));
    context.paths.set(`volumes.${name}`, volume.path);
    volumes.set(name, readVolume(volume));
  }
  return Object.fromEntries(volumes);
}

/** Where the definition is registered: in Terraform's `region`, else in the ARN. */
function readRegion(fields: FieldReader): string | undefined {
  const arn = fields.text("taskDefinitionArn");
  const region = fields.text("region") ?? arn?.split(":")[3];
  return region !== undefined && isRegion(region) ? region : undefined;
}

function readAdditionalFields(
  fields: FieldReader,
  { paths }: TaskDefinitionContext,
): Readonly<Record<string, JsonValue>> | undefined {
  const rest = Object.entries(fields.rest()).filter(([field]) => !isOutputField(field));
  for (const [field] of rest) paths.set(`additionalFields.${field}`, fields.pathOf(field));
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
