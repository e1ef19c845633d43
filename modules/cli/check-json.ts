import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import { textAt } from "../reachability/terraform/expressions/terraform-json";
import { isObject } from "../values/is-object";
import { UnusableInputError } from "./unusable-input";

/** The members of a configuration. Source: https://developer.hashicorp.com/terraform/language/syntax/json */
export const TERRAFORM_BLOCKS: readonly string[] = [
  "resource",
  "data",
  "module",
  "provider",
  "terraform",
  "variable",
  "output",
  "locals",
];

/** The newest major version of the format that is read. Within one, Terraform only adds. */
const FORMAT_VERSION = 1;

/**
 * A JSON value as Terraform JSON.
 *
 * @throws {UnusableInputError} where it is none, with what it looks like
 */
export function asTerraformJson(value: unknown, name: string): TerraformJson {
  const refusal = isObject(value) ? refuse(value, name) : `is ${describeValue(value, name)}`;
  if (refusal === undefined && isObject(value)) return value;
  throw new UnusableInputError(`${name} ${refusal}`);
}

function refuse(json: TerraformJson, name: string): string | undefined {
  const version = textAt(json, "format_version");
  if (version !== undefined) return refusePlan(json, version);
  if (["taskDefinition", "containerDefinitions", "container_definitions"].some((member) => member in json)) {
    return isTaskDefinition(name);
  }
  if (typeof json["lineage"] === "string" || (typeof json["version"] === "number" && "terraform_version" in json)) {
    return `is a state file; write terraform show -json ${name} > state.json, and check that`;
  }
  if (isObject(json["stacks"])) return "is the manifest of a cdktf.out; name its folder";
  if (typeof json["app"] === "string") return "is the cdktf.json of a project; write cdktf synth, and check cdktf.out";
  if ("AWSTemplateFormatVersion" in json || isObject(json["Resources"])) {
    return "is a CloudFormation template; only Terraform is read";
  }
  const given = TERRAFORM_BLOCKS.filter((block) => block in json);
  return given.length === 0
    ? `is ${describeMembers(json)}, and neither a configuration nor a plan of Terraform`
    : undefined;
}

/** Source: https://developer.hashicorp.com/terraform/internals/json-format */
function refusePlan(json: TerraformJson, version: string): string | undefined {
  if (Number.parseInt(version, 10) > FORMAT_VERSION) {
    return `has the format ${version}, which is newer than this command; it reads the format ${FORMAT_VERSION}, so update cdktf-private-fargate`;
  }
  if (json["errored"] === true) {
    return "is an incomplete plan, because Terraform stopped at an error; correct that, and plan again";
  }
  if (isObject(json["planned_values"]) || isObject(json["values"])) return undefined;
  const others = Object.keys(json).filter((member) => !["format_version", "terraform_version"].includes(member));
  if (others.length === 0) return "is an empty state; check a plan: terraform show -json PLAN > plan.json";
  return `is ${describeMembers(json)}, and no plan; write terraform show -json PLAN > plan.json`;
}

function isTaskDefinition(name: string): string {
  const file = name === "standard input" ? "-" : name;
  return `is a task definition, which tells nothing of a network; private-fargate plan ${file} shows the endpoints that it needs`;
}

function describeValue(value: unknown, name: string): string {
  if (!Array.isArray(value)) return `${value === null ? "null" : `a ${typeof value}`}, and no Terraform JSON`;
  const isContainers = value.length > 0 && value.every((each) => isObject(each) && "image" in each && "name" in each);
  return isContainers ? isTaskDefinition(name).replace(/^is /, "") : "a list, and no Terraform JSON";
}

function describeMembers(json: TerraformJson): string {
  const members = Object.keys(json);
  if (members.length === 0) return "an empty object";
  const some = members.slice(0, 3).map((member) => JSON.stringify(member));
  return `an object with ${some.join(", ")}${members.length > some.length ? " and more" : ""}`;
}
