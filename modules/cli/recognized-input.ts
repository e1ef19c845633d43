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

/** What a text is that is not JSON. */
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
    sign: /^\s*(?:resource|data|module|variable|provider|terraform|locals|output)\b[^\n=]*\{/m,
    input: () => ({ what: "a configuration of Terraform in HCL", next: CHECK_FOLDER }),
  },
  {
    sign: /^\s*(?:local\s+\w+\s*=|function\s*\(|import\s*['"]|std\.)/m,
    input: () => ({ what: "Jsonnet", next: `make JSON of it: jsonnet FILE | ${PLAN}` }),
  },
  {
    sign: /^\s*<(?:!doctype|html|\?xml)/i,
    input: () => ({
      what: "a page in HTML or XML",
      next: "look at it: it may be the sign-in page of a proxy or a registry",
    }),
  },
  {
    sign: /^\s*(?:AWSTemplateFormatVersion|Resources)\s*:/m,
    input: () => ({
      what: "a template of CloudFormation in YAML",
      next: `deploy it, and read what came out of it: ${DESCRIBE} FAMILY | ${PLAN}`,
    }),
  },
  { sign: /^services\s*:\s*$/m, input: () => COMPOSE },
  {
    sign: /^\s*(?:-\s+)?[A-Za-z_][\w-]*\s*:(?:\s|$)/m,
    input: () => ({ what: "YAML", next: `make JSON of it: yq -o=json FILE | ${PLAN}` }),
  },
];

const COMPOSE: RecognizedInput = {
  what: "a file of Docker Compose",
  next: "write its services as container definitions of ECS: a list of { name, image, … }",
};

/** What JSON is that is surely no task definition. */
export function recognizeJson(value: JsonValue): RecognizedInput | undefined {
  if (Array.isArray(value)) return recognizeList(value);
  if (!isJsonObject(value) || TASK_DEFINITIONS.some((name) => name in value)) return undefined;
  return OBJECTS.find(({ members }) => members.every((name) => name in value))?.input(value);
}

const TASK_DEFINITIONS = ["containerDefinitions", "container_definitions", "taskDefinition"];

function recognizeList(list: readonly JsonValue[]): RecognizedInput | undefined {
  const [first] = list;
  if (first === undefined || !isJsonObject(first)) return undefined;
  if ("imageUri" in first) {
    return { what: "imagedefinitions.json of a pipeline", next: "give the task definition whose images it replaces" };
  }
  return "DockerId" in first ? METADATA : undefined;
}

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
  {
    members: ["Resources"],
    input: () => ({
      what: "a template of CloudFormation",
      next: `deploy it, and read what came out of it: ${DESCRIBE} FAMILY | ${PLAN}`,
    }),
  },
  { members: ["services"], input: () => COMPOSE },
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
