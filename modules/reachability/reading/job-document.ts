import { known, mapFact } from "../model/fact";
import { symbolicJson } from "../terraform/expressions/symbolic-text";
import { ABSENT, isAbsent, literal, type ObjectValue, unknownValue, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, memberOf } from "./facts";
import { type JobTask, taskOfJob } from "./job-tasks";
import type { TaskDocument } from "./task-document";

/** A job definition of AWS Batch as the task definition of ECS that Batch makes of it. */
export function documentOfJob(job: TerraformResource): TaskDocument {
  const found = taskOfJob(job);
  if (!found.known) {
    const open = unknownValue(found.because);
    return { json: found, executionRole: open, taskRole: open };
  }
  const { task, taskRole, path, containersPath } = found.value;
  const isOne = path === containersPath;
  return {
    json: known(symbolicJson(definitionOfJob(found.value, job))),
    executionRole: memberOf(task, "executionRoleArn"),
    taskRole,
    pathInResource: (inDocument) => {
      if (inDocument.startsWith(CONTAINERS)) {
        const rest = inDocument.slice(CONTAINERS.length);
        return `${containersPath}${isOne ? rest.replace(/^\[0\]/, "") : rest}`;
      }
      const isOfJob = inDocument === "" || inDocument === "family";
      return isOfJob ? inDocument : `${path}.${inDocument === "taskRoleArn" && isOne ? "jobRoleArn" : inDocument}`;
    },
  };
}

const CONTAINERS = "containerDefinitions";

/** What both have under the same name. */
const SAME = ["executionRoleArn", "volumes", "runtimePlatform", "ephemeralStorage"] as const;

/** What a container of ECS has as well. The other fields of one say how Batch schedules it. */
const OF_CONTAINER = [
  "command",
  "dependsOn",
  "environment",
  "essential",
  "firelensConfiguration",
  "image",
  "linuxParameters",
  "logConfiguration",
  "mountPoints",
  "name",
  "privileged",
  "readonlyRootFilesystem",
  "repositoryCredentials",
  "secrets",
  "ulimits",
  "user",
] as const;

function definitionOfJob({ task, containers, taskRole }: JobTask, job: TerraformResource): ObjectValue {
  return object({
    ...pick(task, SAME),
    family: job.argument("name"),
    taskRoleArn: taskRole,
    networkMode: literal("awsvpc"),
    requiresCompatibilities: { kind: "list", items: [literal("FARGATE")] },
    cpu: sum(containers, "VCPU", 1024),
    memory: sum(containers, "MEMORY", 1),
    [CONTAINERS]: { kind: "list", items: containers.map((each) => withLog(object(pick(each, OF_CONTAINER)), job)) },
  });
}

/** The size of the task is that of its containers. @returns nothing where one of them is not known */
function sum(containers: readonly ObjectValue[], type: "VCPU" | "MEMORY", unit: number): Value {
  let total = 0;
  for (const container of containers) {
    const requirements = mapFact(blocksFact(memberOf(container, "resourceRequirements")), (all) =>
      all.filter((each) => symbolicJson(memberOf(each, "type")) === type).map((each) => memberOf(each, "value")),
    );
    const [value] = requirements.known ? requirements.value : [];
    if (value?.kind !== "literal") return ABSENT;
    total += Number(value.value) * unit;
  }
  return Number.isFinite(total) && total > 0 ? literal(String(total)) : ABSENT;
}

/**
 * A container with what Batch fills in of its logs.
 *
 * Source: https://docs.aws.amazon.com/batch/latest/userguide/using_awslogs.html
 */
function withLog(container: ObjectValue, job: TerraformResource): ObjectValue {
  const log = memberOf(container, "logConfiguration");
  if (log.kind !== "object" && !isAbsent(log)) return container;
  const given = log.kind === "object" ? log.members : {};
  const driver = given["logDriver"] ?? literal("awslogs");
  const options = given["options"] ?? object({});
  const isFilledIn = symbolicJson(driver) === "awslogs" && (options.kind === "object" || isAbsent(options));
  if (!isFilledIn) return container;
  const filled = {
    "awslogs-group": literal("/aws/batch/job"),
    "awslogs-region": job.region,
    "awslogs-stream-prefix": job.argument("name"),
    ...(options.kind === "object" ? options.members : {}),
  };
  return object({
    ...container.members,
    logConfiguration: object({ ...given, logDriver: driver, options: object(filled) }),
  });
}

function pick(from: ObjectValue, names: readonly string[]): Record<string, Value> {
  const entries = names.map((name) => [name, memberOf(from, name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => !isAbsent(value)));
}

function object(members: Readonly<Record<string, Value>>): ObjectValue {
  return { kind: "object", members: Object.fromEntries(Object.entries(members).filter(([, each]) => !isAbsent(each))) };
}
