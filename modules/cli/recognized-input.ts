import { isJsonObject, type JsonObject } from "../values/is-json-value";
import type { JsonValue } from "../values/json-value";
import { hasPlaceholder } from "../values/placeholder";

/** What somebody gives in place of a task definition, and how to get from there to an answer. */
export interface RecognizedInput {
  /** For example `"the answer of aws ecs describe-services"`. */
  readonly what: string;
  /** What to type next. */
  readonly next: string;
}

const DESCRIBE = "aws ecs describe-task-definition --task-definition";
/** What takes the answer of another command. */
export const PLAN = "private-fargate plan -";

const COMPOSE: RecognizedInput = {
  what: "a file of Docker Compose",
  next: "write its services as container definitions of ECS: a list of { name, image, … }",
};

/** What a value is that is surely no task definition. */
export function recognizeValue(value: JsonValue): RecognizedInput | undefined {
  if (Array.isArray(value)) return recognizeList(value);
  if (!isJsonObject(value) || TASK_DEFINITIONS.some((name) => name in value)) return undefined;
  if ("taskDefinition" in value) return namesDefinition(value["taskDefinition"]) ? SERVICE.input(value) : undefined;
  return OBJECTS.find(({ members }) => members.every((name) => name in value))?.input(value);
}

const TASK_DEFINITIONS = ["containerDefinitions", "container_definitions", "ContainerDefinitions"];

/** Whether a value is the name or the ARN of a task definition, and not the definition as a text. */
function namesDefinition(value: JsonValue | undefined): value is string {
  return typeof value === "string" && !/^\s*\{(?!\{)/.test(value);
}

const SERVICE = {
  members: ["desiredCount"],
  input: ({ taskDefinition }: JsonObject): RecognizedInput => {
    const name = namesDefinition(taskDefinition) && !hasPlaceholder(taskDefinition) ? taskDefinition : "FAMILY";
    return {
      what: "a service or a task, which only names its definition",
      next: `read the definition: ${DESCRIBE} ${name} | ${PLAN}`,
    };
  },
} as const;

function recognizeList(list: readonly JsonValue[]): RecognizedInput | undefined {
  const [first] = list;
  if (first === undefined || !isJsonObject(first)) return undefined;
  if ("imageUri" in first) {
    return { what: "imagedefinitions.json of a pipeline", next: "give the task definition whose images it replaces" };
  }
  if (list.some((each) => isJsonObject(each) && Object.keys(each).some((name) => OF_ANSIBLE.test(name)))) {
    return {
      what: "a playbook of Ansible",
      next: `give the list that ecs_taskdefinition has for containers, or what it registered: ${DESCRIBE} FAMILY | ${PLAN}`,
    };
  }
  return "DockerId" in first ? METADATA : undefined;
}

/** What a play or a task of Ansible has, and no container definition. */
const OF_ANSIBLE =
  /^(?:hosts|tasks|block|(?:\w+\.\w+\.)?(?:ecs_taskdefinition|ecs_service|set_fact|import_tasks|include_tasks))$/;

/** A template of CloudFormation that registers no task definition itself. */
export const EMPTY_TEMPLATE: RecognizedInput = {
  what: "a template of CloudFormation without an AWS::ECS::TaskDefinition",
  next: `give the template that has it, or read what came out of it: ${DESCRIBE} FAMILY | ${PLAN}`,
};

const METADATA: RecognizedInput = {
  what: "metadata of a running task",
  next: `read its definition: ${DESCRIBE} FAMILY:REVISION | ${PLAN}`,
};

const OBJECTS: readonly {
  readonly members: readonly string[];
  readonly input: (value: JsonObject) => RecognizedInput;
}[] = [
  described("services", "describe-services", (value) => definitionIn(value, "services", "taskDefinition")),
  described("tasks", "describe-tasks", (value) => definitionIn(value, "tasks", "taskDefinitionArn")),
  described("taskDefinitionArns", "list-task-definitions", ({ taskDefinitionArns: arns }) =>
    Array.isArray(arns) ? arns.at(-1) : undefined,
  ),
  described("taskSets", "describe-task-sets", (value) => definitionIn(value, "taskSets", "taskDefinition")),
  described("serviceRevisions", "describe-service-revisions", (value) =>
    definitionIn(value, "serviceRevisions", "taskDefinition"),
  ),
  described("serviceDeployments", "describe-service-deployments", () => undefined),
  described("capacityProviders", "describe-capacity-providers", () => undefined),
  described("containerInstances", "describe-container-instances", () => undefined),
  listed("containerInstanceArns", "list-container-instances", "aws ecs list-tasks --cluster CLUSTER"),
  listed("families", "list-task-definition-families", `${DESCRIBE} FAMILY | ${PLAN}`),
  listed("clusters", "describe-clusters", "aws ecs list-services --cluster CLUSTER"),
  listed("clusterArns", "list-clusters", "aws ecs list-services --cluster CLUSTER"),
  listed("serviceArns", "list-services", "aws ecs describe-services --cluster CLUSTER --services SERVICE"),
  listed("taskArns", "list-tasks", "aws ecs describe-tasks --cluster CLUSTER --tasks TASK"),
  SERVICE,
  {
    members: ["taskDefinitionArn"],
    input: ({ taskDefinitionArn }) => SERVICE.input({ taskDefinition: taskDefinitionArn ?? null }),
  },
  {
    members: ["detail-type", "detail"],
    input: ({ detail }) => {
      const arn = isJsonObject(detail) ? detail["taskDefinitionArn"] : undefined;
      return {
        what: "an event",
        next: `read the definition of the task: ${DESCRIBE} ${namesDefinition(arn) ? arn : "FAMILY"} | ${PLAN}`,
      };
    },
  },
  {
    members: ["containerProperties"],
    input: () => ({
      what: "a job definition of AWS Batch",
      next: "write its containerProperties as a container definition of ECS: a list of { name, image, … }",
    }),
  },
  {
    members: ["StartAt", "States"],
    input: () => ({
      what: "a state machine of Step Functions",
      next: `read the definition that it runs: ${DESCRIBE} FAMILY | ${PLAN}`,
    }),
  },
  {
    members: ["runtime", "resources"],
    input: () => ({ what: "a program of Pulumi", next: `read what it registered: ${DESCRIBE} FAMILY | ${PLAN}` }),
  },
  { members: ["TaskARN"], input: () => METADATA },
  { members: ["DockerId"], input: () => METADATA },
  {
    members: ["format_version"],
    input: () => ({ what: "a plan or a state of Terraform", next: "prove it: private-fargate check FILE" }),
  },
  {
    members: ["resource"],
    input: () => ({ what: "a configuration of Terraform in JSON", next: "prove it: private-fargate check FILE" }),
  },
  { members: ["services"], input: () => COMPOSE },
  {
    members: ["apiVersion", "kind"],
    input: ({ kind }) => ({
      what: "a manifest of Kubernetes",
      next:
        kind === "TaskDefinition"
          ? `read what it registered: ${DESCRIBE} FAMILY | ${PLAN}`
          : "write its containers as container definitions of ECS: a list of { name, image, … }",
    }),
  },
  {
    members: ["type", "image"],
    input: () => ({
      what: "a manifest of AWS Copilot",
      next: "give the template that comes out of it: copilot svc package --output-dir DIRECTORY",
    }),
  },
  {
    members: ["task_definition", "version"],
    input: () => ({
      what: "parameters of the ECS CLI",
      next: `read what it registered: ${DESCRIBE} FAMILY | ${PLAN}`,
    }),
  },
  {
    members: ["task_definition"],
    input: ({ task_definition: file }) =>
      typeof file === "string" && /\.(?:json(?:net)?|ya?ml)$/.test(file)
        ? {
            what: "a configuration of ecspresso",
            next: `give the task definition that it names: private-fargate plan ${file}`,
          }
        : SERVICE.input({ taskDefinition: file ?? null }),
  },
  {
    members: ["ImageURI"],
    input: () => ({ what: "imageDetail.json of a pipeline", next: "give the task definition whose image it replaces" }),
  },
  {
    members: ["Resources", "version"],
    input: (value) => {
      const arn = deployedDefinition(value);
      return {
        what: "an AppSpec of CodeDeploy",
        next: `read the definition that it deploys: ${DESCRIBE} ${arn ?? "FAMILY"} | ${PLAN}`,
      };
    },
  },
  {
    members: ["jobs", "on"],
    input: () => ({ what: "a workflow of GitHub Actions", next: "give the task definition that it registers" }),
  },
  {
    members: ["phases"],
    input: () => ({ what: "a build specification of CodeBuild", next: "give the task definition that it registers" }),
  },
];

function described(
  member: string,
  command: string,
  definition: (value: JsonObject) => JsonValue | undefined,
): (typeof OBJECTS)[number] {
  return {
    members: command.startsWith("describe") ? [member, "failures"] : [member],
    input: (value) => {
      const arn = definition(value);
      return {
        what: `the answer of aws ecs ${command}`,
        next: `read the definition: ${DESCRIBE} ${typeof arn === "string" ? arn : "FAMILY"} | ${PLAN}`,
      };
    },
  };
}

function listed(member: string, command: string, next: string): (typeof OBJECTS)[number] {
  return {
    members: [member],
    input: () => ({ what: `the answer of aws ecs ${command}`, next: `go on from there: ${next}` }),
  };
}

/** The task definition of the first of some services or tasks. */
function definitionIn(value: JsonObject, member: string, field: string): JsonValue | undefined {
  const list = value[member];
  const [first] = Array.isArray(list) ? list : [];
  return isJsonObject(first) ? first[field] : undefined;
}

/** The task definition that an AppSpec names. */
function deployedDefinition({ Resources: resources }: JsonObject): string | undefined {
  const [first] = Array.isArray(resources) ? resources : [];
  const [service] = isJsonObject(first) ? Object.values(first) : [];
  const properties = isJsonObject(service) ? service["Properties"] : undefined;
  const arn = isJsonObject(properties) ? properties["TaskDefinition"] : undefined;
  return typeof arn === "string" && arn.startsWith("arn:") ? arn : undefined;
}
