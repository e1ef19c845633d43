import { issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { isJsonObject, isJsonValue } from "../../values/is-json-value";
import type { JsonValue } from "../../values/json-value";
import { DEEPEST, placeTooDeep } from "../../values/nesting";
import { isPending } from "../../values/pending";
import { expressionsAsTexts } from "../json/expressions-as-texts";
import { FieldReader } from "../json/field-reader";
import {
  CLOUDFORMATION_SPELLING,
  ECS_SPELLING,
  type Spelling,
  TERRAFORM_CONTAINER_SPELLING,
  TERRAFORM_SPELLING,
} from "../json/field-spelling";
import { given } from "../json/given";
import type { JsonPath } from "../json/json-path";
import { describeJson } from "../json/json-types";
import type { ReadingIssues } from "../json/reading-issues";
import { canBeContainer, spellingOfContainer } from "./container-form";

/** A document by its form. */
export interface OpenDocument {
  /** The fields of the task definition. @default - the document is a list of container definitions only */
  readonly task?: FieldReader;
  /** The container definitions. */
  readonly containers: readonly FieldReader[];
  /** Whether the task has further ones, or may have them. */
  readonly hasOthers: boolean;
}

/** A spelling of task definitions, and that of the containers in it. */
interface Form {
  readonly task: Spelling;
  readonly containers: Spelling;
}

/** Container definitions have the names of ECS in Terraform as well. */
const FORMS: readonly Form[] = [
  { task: ECS_SPELLING, containers: ECS_SPELLING },
  { task: TERRAFORM_SPELLING, containers: TERRAFORM_CONTAINER_SPELLING },
  { task: CLOUDFORMATION_SPELLING, containers: CLOUDFORMATION_SPELLING },
];

/** Opens a document, whatever its form. Reports what is in the way, and gives `undefined` then. */
export function openDocument(json: unknown, issues: ReadingIssues): OpenDocument | undefined {
  if (isTooDeep(json, [], issues)) return undefined;
  if (!isJsonValue(json)) return refuse([], "the value is not JSON", issues);
  if (typeof json === "string" || Array.isArray(json)) return openContainers(json, [], { issues });
  if (!isJsonObject(json)) return refuse([], `${describeJson(json)} is not a task definition`, issues);
  if (spellingOfContainer(json) !== undefined) return openContainers([json], [], { issues, isOneOfSeveral: true });
  const described = asObject(json["taskDefinition"]);
  const path = isJsonObject(described) ? ["taskDefinition"] : [];
  const fields = isJsonObject(described) ? described : json;
  for (const form of FORMS) {
    const name = form.task.inputName("containerDefinitions");
    if (!Object.hasOwn(fields, name)) continue;
    const task = new FieldReader(fields, path, issues, form.task);
    const list = task.value("containerDefinitions") ?? null;
    return openContainers(list, [...path, name], { task, spelling: form.containers, issues });
  }
  const meant = Object.keys(fields).find((name) =>
    nearest(name, ["containerDefinitions", "container_definitions", "ContainerDefinitions"]),
  );
  const instead = meant === undefined ? "" : `, but "${meant}"`;
  return refuse(path, `there is neither containerDefinitions nor container_definitions${instead}`, issues);
}

/** A task definition may be a text in JSON. */
function asObject(json: JsonValue | undefined): JsonValue | undefined {
  if (typeof json !== "string" || !json.trimStart().startsWith("{")) return json;
  try {
    const parsed: unknown = JSON.parse(json);
    return isJsonValue(parsed) ? parsed : json;
  } catch {
    return json;
  }
}

/** What is known of the task around some containers. */
interface Surroundings {
  readonly task?: FieldReader;
  /** @default - that of the containers themselves */
  readonly spelling?: Spelling;
  readonly issues: ReadingIssues;
  /** Whether the containers are a part of those of the task. @default false */
  readonly isOneOfSeveral?: boolean;
}

function openContainers(
  json: JsonValue,
  path: JsonPath,
  { task, spelling, issues, isOneOfSeveral = false }: Surroundings,
): OpenDocument | undefined {
  if (isPending(json) && !isParsable(json)) return refuseUnresolved(path, issues);
  const list = typeof json === "string" ? parseContainers(json, path, issues) : json;
  if (list === undefined) return undefined;
  if (!Array.isArray(list)) return refuse(path, `${describeJson(list)} is not a list of container definitions`, issues);
  if (list.length > 0 && list.every(isPending)) return refuseUnresolved(path, issues);
  if (task === undefined && list.length > 0 && !list.some(canBeContainer)) {
    return refuse(path, "it is a list, and nothing in it is a container definition", issues);
  }
  const containers = list.flatMap((element: JsonValue, index) => {
    if (isJsonObject(element))
      return [new FieldReader(element, [...path, index], issues, spelling ?? spellingOfContainer(element))];
    if (isPending(element)) issues.reportUnresolved("containerDefinitions", [...path, index]);
    else refuse([...path, index], `${describeJson(element)} is not a container definition`, issues);
    return [];
  });
  if (list.length > 0 && containers.length === 0) return undefined;
  const hasOthers = isOneOfSeveral || containers.length < list.length;
  return { ...given({ task }), containers, hasOthers };
}

function refuseUnresolved(path: JsonPath, issues: ReadingIssues): undefined {
  issues.report(
    path,
    issue("containers-unresolved", {
      problem: "the container definitions are filled in later as a whole",
      fix: "read the definition that came out of it: aws ecs describe-task-definition --task-definition FAMILY",
    }),
  );
  return undefined;
}

/** Whether a text with expressions in it is JSON around them, as Terraform's configuration may have it. */
function isParsable(json: JsonValue): boolean {
  return Array.isArray(json) || (typeof json === "string" && json.trimStart().startsWith("["));
}

function parseContainers(text: string, path: JsonPath, issues: ReadingIssues): JsonValue | undefined {
  try {
    const parsed = parseTemplate(text);
    if (!isTooDeep(parsed, path, issues) && isJsonValue(parsed)) return parsed;
  } catch (error) {
    issues.report(
      path,
      issue("json-malformed", {
        problem: `the text is not JSON: ${error instanceof Error ? error.message : error}`,
        why: "the container definitions are a text that holds a list in JSON",
        fix: "write the list with jsonencode, or correct the text",
      }),
    );
  }
  return undefined;
}

/** @throws {SyntaxError} where the text is not JSON, with expressions in the place of values or without */
function parseTemplate(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const template = expressionsAsTexts(text);
    if (template === text) throw error;
    return JSON.parse(template);
  }
}

function isTooDeep(json: unknown, path: JsonPath, issues: ReadingIssues): boolean {
  const place = placeTooDeep(json);
  if (place === undefined) return false;
  issues.report(
    [...path, ...place],
    issue("json-too-deep", {
      problem: `what is in it is nested deeper than ${DEEPEST} levels`,
      fix: "write it as ECS has it; a task definition has about ten levels",
    }),
  );
  return true;
}

function refuse(path: JsonPath, problem: string, issues: ReadingIssues): undefined {
  issues.report(
    path,
    issue("not-a-task-definition", {
      problem,
      fix: "give the answer of aws ecs describe-task-definition, the input of register-task-definition, or container_definitions of Terraform",
    }),
  );
  return undefined;
}
