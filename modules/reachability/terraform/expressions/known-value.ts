import { elementOfSymbol, openListElement } from "./open-list";
import { openSymbol } from "./open-symbol";
import { symbolicText } from "./symbolic-text";
import { literal, type UnknownValue, unknownValue, type Value } from "./value";

/** Whether Terraform reports an error in a value, however deep. */
export function hasError(value: Value): boolean {
  return hasPart(value, (part) => part.kind === "unknown" && part.isError === true);
}

/** Whether anything in a value is not even known by name. */
export function hasUnknown(value: Value): boolean {
  return hasPart(value, ({ kind }) => kind === "unknown");
}

/** Why something cannot be worked out of a value: the first part of it that only an apply knows. */
export function whyOpen(value: Value): UnknownValue | undefined {
  for (const part of partsOf(value)) {
    if (part.kind === "unknown") return part;
    if (part.kind === "reference") return openSymbol(part);
  }
  return undefined;
}

/** Whether something holds of a value, or of anything in a list, an object or a text. */
function hasPart(value: Value, holds: (part: Value) => boolean): boolean {
  switch (value.kind) {
    case "list":
      return value.items.some((item) => hasPart(item, holds));
    case "object":
      return Object.values(value.members).some((member) => hasPart(member, holds));
    case "text":
      return value.parts.some((part) => hasPart(part, holds));
    default:
      return holds(value);
  }
}

/** A value with everything in it, lists and objects themselves left out. */
function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "list":
      return value.items.flatMap(partsOf);
    case "object":
      return Object.values(value.members).flatMap(partsOf);
    case "text":
      return value.parts.flatMap(partsOf);
    default:
      return [value];
  }
}

/** Attributes that every resource has, and that are never null or empty. */
const ALWAYS_SET: ReadonlySet<string> = new Set(["id", "arn"]);

/** Attributes that every VPC has, one that is looked up as well. */
const SET_OF_VPC =
  /^(?:cidr_block|(?:default_network_acl|default_route_table|default_security_group|main_route_table)_id)$/;

/** A parameter that is looked up, of which AWS takes none without a value. */
const FOUND_PARAMETER = /(?:^|\.)data\.aws_ssm_parameter\.[^.]+$/;

/** Whether a value is surely neither null nor empty text, although it may not be known. */
export function isSurelySet(value: Value): boolean {
  if (value.kind === "reference") {
    if (value.type === "aws_vpc" && SET_OF_VPC.test(value.attribute)) return true;
    if (FOUND_PARAMETER.test(value.address) && value.attribute === "value") return true;
    return value.type !== undefined && ALWAYS_SET.has(value.attribute);
  }
  if (value.kind === "text") return value.parts.some(isSurelySet);
  return value.kind === "literal" ? value.value !== null && value.value !== "" : value.kind !== "unknown";
}

/** Things whose ids AWS makes, all with a hyphen: `sg-…`. */
const GENERATED = /(?:^|_)(?:network_acl|prefix_list|route_table|security_group|subnet|vpc|vpc_endpoint)_id$/;

/** Whether a reference can surely not be a word that somebody has written, for example `"self"`. */
function isNoWord(value: Value, other: Value): boolean {
  if (value.kind !== "reference" || other.kind !== "literal" || !/^\w+$/.test(String(other.value ?? ""))) {
    return false;
  }
  return GENERATED.test(value.attribute === "id" ? `${value.type}_id` : value.attribute) && value.type !== undefined;
}

/** Whether two values are the same. @returns `undefined` where that is not known */
export function isEqual(left: Value, right: Value): boolean | undefined {
  if (left.kind === "literal" && right.kind === "literal") {
    if (left.value === right.value) return true;
    // What one side has as text the provider may have made of a number.
    const isConverted = typeof left.value !== typeof right.value && String(left.value) === String(right.value);
    return isConverted && left.value !== null && right.value !== null ? undefined : false;
  }
  const [empty, other] = isEmptyText(left) ? [left, right] : [right, left];
  if (isEmptyText(empty) && isSurelySet(other)) return false;
  if (isNoWord(left, right) || isNoWord(right, left)) return false;
  const isSymbol = left.kind === "reference" || left.kind === "text";
  return isSymbol && whyOpen(left)?.isError !== true && isSameSymbol(left, right) ? true : undefined;
}

/** Whether a value is `null` or an empty text. */
export function isEmptyText(value: Value): boolean {
  return value.kind === "literal" && (value.value === null || value.value === "");
}

function isSameSymbol(left: Value, right: Value): boolean {
  const text = symbolicText(left);
  return !text.includes("${?}") && text === symbolicText(right);
}

/** A truth value. @returns `undefined` where it is none that is known */
export function booleanOf(value: Value): boolean | undefined {
  if (value.kind !== "literal") return undefined;
  if (value.value === true || value.value === "true") return true;
  return value.value === false || value.value === "false" ? false : undefined;
}

/** A number. @returns `undefined` where it is none that is known */
export function numberOf(value: Value | undefined): number | undefined {
  if (value?.kind !== "literal") return undefined;
  const isNumber = typeof value.value === "number" || (typeof value.value === "string" && value.value.trim() !== "");
  return isNumber && Number.isFinite(Number(value.value)) ? Number(value.value) : undefined;
}

/** A text. @returns `undefined` where it is none that is known */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "literal" && value.value !== null ? String(value.value) : undefined;
}

/** The members of an object in the order of Terraform, and of nothing else. */
export function membersOf(value: Value | undefined): readonly (readonly [string, Value])[] | undefined {
  if (value?.kind !== "object") return undefined;
  return Object.entries(value.members).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A key of an object as a value. A key may be made of what only an apply knows. */
export function keyValue(key: string): Value {
  const element = elementOfSymbol(key);
  if (element !== undefined && openListElement(element) !== undefined) return element;
  return isSymbolicKey(key) ? unknownValue(`the key ${key} has its value only when Terraform runs`) : literal(key);
}

/** Whether a key of an object is made of what only an apply knows. */
export function isSymbolicKey(key: string): boolean {
  return key.includes("${");
}
