import { isJsonObject, type JsonObject } from "../../values/is-json-value";
import type { JsonValue } from "../../values/json-value";
import { CLOUDFORMATION_SPELLING, type Spelling, TERRAFORM_CONTAINER_SPELLING } from "../json/field-spelling";

/**
 * Fields by which a container definition is told from other things that have a name. `command` is not one of them: tasks of Ansible
 * have it as well.
 */
const TELLING = [
  "image",
  "essential",
  "cpu",
  "memory",
  "memoryReservation",
  "portMappings",
  "secrets",
  "logConfiguration",
  "firelensConfiguration",
  "mountPoints",
  "dependsOn",
] as const;

/**
 * The spelling of a container definition outside of a task definition, as Terraform and pipelines keep one; `undefined` where an object is none. Modules
 * that add the name take it without.
 */
export function spellingOfContainer(json: JsonObject): Spelling | undefined {
  return [TERRAFORM_CONTAINER_SPELLING, CLOUDFORMATION_SPELLING].find(({ inputName }) => {
    const has = (field: string) => inputName(field) in json;
    return has("image") && (has("name") || TELLING.filter(has).length > 1);
  });
}

/** Whether a part of a list can be a container definition. An expression may stand for one. */
export function canBeContainer(element: JsonValue): boolean {
  if (!isJsonObject(element)) return true;
  const names = new Set(Object.keys(element).map((name) => name.toLowerCase()));
  return Array.isArray(element["environment"]) || TELLING.some((field) => names.has(field.toLowerCase()));
}
