import { isJsonObject, type JsonObject } from "../../values/is-json-value";
import type { JsonValue } from "../../values/json-value";
import { ownMember } from "../../values/own-member";
import type { Scalar } from "./placed-value";
import { unresolvedText } from "./unresolved-text";

/** The sections of a template that expressions refer to. */
export interface TemplateSections {
  readonly parameters: JsonObject;
  readonly mappings: JsonObject;
  readonly resources: JsonObject;
}

/** The sections of a template; of anything else there is none. */
export function templateOf(sections: JsonObject): TemplateSections {
  return {
    parameters: objectIn(sections, "Parameters"),
    mappings: objectIn(sections, "Mappings"),
    resources: objectIn(sections, "Resources"),
  };
}

/** An object in another. Where there is none, it is empty. */
export function objectIn(value: JsonObject, name: string): JsonObject {
  const member = ownMember(value, name);
  return isJsonObject(member) ? member : {};
}

/**
 * What a parameter has where nobody gives it a value; `undefined` where somebody has to. An empty text is no value: it is the
 * mark for "not given", and a condition asks for it.
 */
export function defaultOf({ parameters }: TemplateSections, name: string): Scalar | readonly string[] | undefined {
  const parameter = objectIn(parameters, name);
  const { Type: type, Default: value } = parameter;
  // The value is in Parameter Store, and its default is only the name there.
  if (typeof type === "string" && type.startsWith("AWS::SSM::Parameter::Value")) return undefined;
  if (!isScalar(value) || value === null || value === "") return undefined;
  const isList = type === "CommaDelimitedList" || (typeof type === "string" && type.startsWith("List<"));
  return isList
    ? String(value)
        .split(",")
        .map((each) => each.trim())
    : value;
}

/** A reference to what a deployment makes, with the type of the resource that it is of, where it is of one. */
export function reference({ parameters, resources }: TemplateSections, name: string, attribute?: string): string {
  const { Type: kind, Default: stored } = objectIn(parameters, name);
  if (
    kind === "AWS::SSM::Parameter::Value<String>" &&
    typeof stored === "string" &&
    stored.startsWith("/aws/service/")
  ) {
    // What AWS publishes is the same everywhere, and its name tells what it is.
    return `{{resolve:ssm:${stored}}}`;
  }
  const type = objectIn(resources, name)["Type"];
  const what = attribute === undefined ? name : `${name}.${attribute}`;
  if (attribute !== undefined && MANAGED_SECRET.test(attribute)) {
    return unresolvedText(`AWS::SecretsManager::Secret ${what}`);
  }
  return unresolvedText(typeof type === "string" ? `${type} ${what}` : what);
}

/** Attributes of databases that are the ARN of a secret in Secrets Manager. */
const MANAGED_SECRET = /^(?:MasterUserSecret\.SecretArn|MasterPasswordSecretArn)$/;

/** Whether a value is no list and no object. */
export function isScalar(value: JsonValue | undefined): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
