import type { EcsTaskDefinitionConfig } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { Token } from "cdktf";
import { DEFAULT_FARGATE_SIZE, DEFAULT_WINDOWS_SIZE } from "../aws/fargate-size";
import { isWindows } from "../aws/operating-system";
import { readCpu, readMemory, type SizeValue } from "../aws/read-fargate-size";
import { type Issue, issue } from "../issues/issue";
import type { FargateTask } from "../task/fargate-task";
import { volumeKind } from "../task/volumes/volume";
import { isUnresolved } from "../values/unresolved";

/** What a task definition takes from the task, apart from its containers and roles. */
export function taskDefinitionSettings(task: FargateTask): Omit<EcsTaskDefinitionConfig, "containerDefinitions"> {
  const { family, operatingSystemFamily, cpuArchitecture, ephemeralStorage, volumes } = task;
  const least = isWindows(operatingSystemFamily) ? DEFAULT_WINDOWS_SIZE : DEFAULT_FARGATE_SIZE;
  const platform = {
    operatingSystemFamily: operatingSystemFamily ?? "LINUX",
    ...(cpuArchitecture && { cpuArchitecture }),
  };
  const isPlain = operatingSystemFamily === undefined && cpuArchitecture === undefined;
  const pidMode = task.additionalFields?.["pidMode"];
  return {
    family,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: sizeAsText(task.cpu ?? least.cpu, readCpu),
    memory: sizeAsText(task.memory ?? least.memory, readMemory),
    ...(isPlain ? {} : { runtimePlatform: platform }),
    ...(ephemeralStorage === undefined ? {} : { ephemeralStorage: { sizeInGib: ephemeralStorage } }),
    ...(volumes === undefined
      ? {}
      : { volume: Object.entries(volumes).map(([name, each]) => ({ name, ...volumeKind(each)?.write(each) })) }),
    ...(typeof pidMode === "string" ? { pidMode } : {}),
  };
}

/** The additional fields of a task that reach its task definition. */
const ADDITIONAL_FIELDS = ["pidMode"];

/** Additional fields of the task that would be lost on the way to Terraform. */
export function* checkLostFields({ additionalFields = {} }: FargateTask): Generator<Issue> {
  for (const field of Object.keys(additionalFields)) {
    if (ADDITIONAL_FIELDS.includes(field)) continue;
    yield issue("additional-field-lost", {
      path: `additionalFields.${field}`,
      problem: `FargateService does not pass "${field}" on`,
      why: `Terraform spells the fields of a task definition in its own way; only ${ADDITIONAL_FIELDS.join(", ")} is passed on`,
      fix: "remove it, and write service.taskDefinition.addOverride(argument, value)",
    });
  }
}

/** ECS takes sizes as text and gives numbers back; another spelling would show as a change in every plan. */
function sizeAsText(size: SizeValue, read: (size: SizeValue) => number | undefined): string {
  return isUnresolved(size) ? Token.asString(size) : String(read(size) ?? size);
}
