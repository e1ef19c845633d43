import { isWindows } from "../../aws/operating-system";
import { type Issue, issue } from "../../issues/issue";
import type { JsonValue } from "../../values/json-value";
import { isPending } from "../../values/pending";
import type { UncheckedFargateTask } from "../fargate-task";
import { isUnset } from "../json/is-unset";
import { writeOptions } from "../options/container-options";

type Fields = Readonly<Record<string, JsonValue>>;

/**
 * Fields that Fargate refuses where they have a value.
 * Source: Amazon ECS Developer Guide, "Task definition differences for Fargate", read 2026-11-20. `tmpfs` is not among them
 * since 2026-01-06: https://github.com/aws/containers-roadmap/issues/736
 */
const OF_CONTAINERS = [
  "disableNetworking",
  "dnsSearchDomains",
  "dnsServers",
  "dockerSecurityOptions",
  "extraHosts",
  "links",
  "privileged",
] as const;
const OF_LINUX_PARAMETERS = ["devices", "sharedMemorySize", "maxSwap", "swappiness"] as const;
const OF_TASKS = ["ipcMode", "placementConstraints"] as const;

/** The only Linux capability that a container on Fargate may add. Source: as above. */
const ADDABLE_CAPABILITY = "SYS_PTRACE";

/** What of the additional fields Fargate refuses: of the task, and of its containers. */
export function* checkRefusedFields(task: UncheckedFargateTask): Generator<Issue> {
  yield* refuse(task.additionalFields, OF_TASKS, "additionalFields");
  yield* checkPidMode(task.additionalFields?.["pidMode"]);
  for (const [name, container] of Object.entries(task.containers)) {
    const { additionalFields: fields } = container;
    const path = `containers.${name}.additionalFields`;
    yield* refuse(fields, OF_CONTAINERS, path);
    yield* refuse(fields, ["hostname"], path, "in the network mode awsvpc");
    if (isWindows(task.operatingSystemFamily)) {
      yield* refuse(writeOptions(container), ["ulimits"], `containers.${name}`, "on Windows");
      yield* refuse(fields, ["ulimits"], path, "on Windows");
    }
    yield* checkGpu(fields?.["resourceRequirements"], `${path}.resourceRequirements`);
    const linux = fields?.["linuxParameters"];
    if (!isFields(linux)) continue;
    yield* refuse(linux, OF_LINUX_PARAMETERS, `${path}.linuxParameters`);
    yield* checkCapabilities(linux["capabilities"], `${path}.linuxParameters.capabilities.add`);
  }
}

function* refuse(fields: Fields | undefined, names: readonly string[], path: string, where = ""): Generator<Issue> {
  for (const name of names) {
    const value = fields?.[name];
    if (value === undefined || isUnset(value)) continue;
    // What is filled in as a whole may come to be empty; a list with one such element does not.
    if (isPending(value) && !Array.isArray(value)) continue;
    yield issue("field-refused", {
      path: `${path}.${name}`,
      problem: `${name} is ${JSON.stringify(value)}`,
      why: ["Fargate does not support the field", where].join(" ").trimEnd(),
      fix: `remove ${name}`,
    });
  }
}

/** Source: Amazon ECS API Reference, RegisterTaskDefinition, `pidMode`. */
function* checkPidMode(mode: JsonValue | undefined): Generator<Issue> {
  if (isUnset(mode) || mode === "task" || isPending(mode)) return;
  yield issue("field-refused", {
    path: "additionalFields.pidMode",
    problem: `pidMode is ${JSON.stringify(mode)}`,
    why: "on Fargate containers can share the process ids of their task only",
    fix: 'write "task", or remove pidMode',
  });
}

function* checkGpu(requirements: JsonValue | undefined, path: string): Generator<Issue> {
  if (!Array.isArray(requirements)) return;
  if (!requirements.some((requirement) => isFields(requirement) && requirement["type"] === "GPU")) return;
  yield issue("field-refused", {
    path,
    problem: "the container asks for a GPU",
    why: "Fargate has no GPUs",
    fix: "remove the requirement, or run the task on EC2 instances",
  });
}

function* checkCapabilities(capabilities: JsonValue | undefined, path: string): Generator<Issue> {
  const added = isFields(capabilities) ? capabilities["add"] : undefined;
  if (!Array.isArray(added)) return;
  for (const capability of added) {
    if (capability === ADDABLE_CAPABILITY || isPending(capability)) continue;
    yield issue("field-refused", {
      path,
      problem: `the container adds the capability ${JSON.stringify(capability)}`,
      why: `on Fargate only ${ADDABLE_CAPABILITY} can be added`,
      fix: "remove it",
    });
  }
}

function isFields(value: JsonValue | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
