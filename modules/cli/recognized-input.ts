import { isJsonObject, type JsonObject } from "../values/is-json-value";
import type { JsonValue } from "../values/json-value";

/** What somebody gives in place of a task definition, and how to get from there to an answer. */
export interface RecognizedInput {
  /** For example `"the answer of aws ecs describe-services"`. */
  readonly what: string;
  /** What to type next. */
  readonly next: string;
}

const DESCRIBE = "aws ecs describe-task-definition --task-definition";
const PLAN = "private-fargate plan -";
const CHECK_FOLDER = "check the configuration: private-fargate check DIRECTORY";

/** Whether a text that is not JSON has members or a list as YAML has them: names without quotation marks, or no brackets. */
export function looksLikeYaml(text: string): boolean {
  return (/^\s*[[{]/.test(text) ? MEMBER_IN_BRACES : MEMBER_OR_ELEMENT).test(text);
}

const MEMBER_IN_BRACES = /(?:^|[{,])\s*[A-Za-z_][\w-]*\s*:\s/m;
const MEMBER_OR_ELEMENT = /^(?:\s*(?:-\s+)*["']?[A-Za-z_][\w.:/-]*["']?\s*:(?:\s|$)|-\s)/m;

/** What a text is that is neither JSON nor YAML. */
export function recognizeText(text: string): RecognizedInput | undefined {
  const [line = ""] = text.split(/\r?\n/).filter((each) => each.trim() !== "");
  if (line === "") return EMPTY;
  return TEXTS.find(({ sign }) => sign.test(text))?.input(line.trim());
}

const EMPTY: RecognizedInput = {
  what: "empty: there is nothing in the file or on standard input",
  next: "run the command that writes it by itself, and mend what it reports",
};

const TEXTS: readonly { readonly sign: RegExp; readonly input: (line: string) => RecognizedInput }[] = [
  {
    sign: /^\s*(?:An error occurred \(|aws: error|usage: aws |Unable to locate credentials|Unable to parse config|You must specify a region|Could not connect to the endpoint|The config profile|Error when retrieving)/,
    input: (line) => ({ what: `an error of the AWS CLI, "${line}"`, next: "mend that, and run both commands again" }),
  },
  {
    sign: /^(?:resource|data|module|variable|provider|terraform|locals|output)\b[^\n=:]*\{/m,
    input: () => ({ what: "a configuration of Terraform in HCL", next: CHECK_FOLDER }),
  },
  {
    sign: /^(?:local\s+\w+\s*=|function\s*\(|import\s*['"]|std\.)/m,
    input: () => ({ what: "Jsonnet", next: `make JSON of it: jsonnet FILE | ${PLAN}` }),
  },
  {
    sign: /^\s*<(?:!doctype|html|\?xml)/i,
    input: () => ({
      what: "a page in HTML or XML",
      next: "look at it: it may be the sign-in page of a proxy or a registry",
    }),
  },
];

const COMPOSE: RecognizedInput = {
  what: "a file of Docker Compose",
  next: "write its services as container definitions of ECS: a list of { name, image, … }",
};

/** What a value is that is surely no task definition. */
export function recognizeValue(value: JsonValue): RecognizedInput | undefined {
  if (Array.isArray(value)) return recognizeList(value);
  if (!isJsonObject(value) || TASK_DEFINITIONS.some((name) => name in value)) return undefined;
  return OBJECTS.find(({ members }) => members.every((name) => name in value))?.input(value);
}

const TASK_DEFINITIONS = ["containerDefinitions", "container_definitions", "ContainerDefinitions", "taskDefinition"];

function recognizeList(list: readonly JsonValue[]): RecognizedInput | undefined {
  const [first] = list;
  if (first === undefined || !isJsonObject(first)) return undefined;
  if ("imageUri" in first) {
    return { what: "imagedefinitions.json of a pipeline", next: "give the task definition whose images it replaces" };
  }
  if ("hosts" in first || "tasks" in first || Object.keys(first).some((name) => name.endsWith("ecs_taskdefinition"))) {
    return {
      what: "a playbook of Ansible",
      next: `give the list that ecs_taskdefinition has for containers, or what it registered: ${DESCRIBE} FAMILY | ${PLAN}`,
    };
  }
  return "DockerId" in first ? METADATA : undefined;
}

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
  listed("clusters", "describe-clusters", "aws ecs list-services --cluster CLUSTER"),
  listed("clusterArns", "list-clusters", "aws ecs list-services --cluster CLUSTER"),
  listed("serviceArns", "list-services", "aws ecs describe-services --cluster CLUSTER --services SERVICE"),
  listed("taskArns", "list-tasks", "aws ecs describe-tasks --cluster CLUSTER --tasks TASK"),
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
    input: () => ({
      what: "a manifest of Kubernetes",
      next: "write its containers as container definitions of ECS: a list of { name, image, … }",
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
