import { isObject } from "../../../values/is-object";
import type { Lack } from "../../model/fact";

/**
 * A value of a Terraform configuration, as far as its JSON tells.
 *
 * What only an apply knows is a reference where the JSON names it, and unknown otherwise. Nothing is guessed.
 */
export type Value = LiteralValue | ListValue | ObjectValue | WholeValue | ReferenceValue | TextValue | UnknownValue;

/** A value that is written down. `null` is an argument that is not given. */
export interface LiteralValue {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

/** A list or a set. */
export interface ListValue {
  readonly kind: "list";
  readonly items: readonly Value[];
  /** Whether only Terraform knows the order, as of ids that are sorted. @default false */
  readonly isUnordered?: boolean;
  /** Whether it is a set, whose elements are their own keys. @default false */
  readonly isSet?: boolean;
}

/** A map, an object or a block. */
export interface ObjectValue {
  readonly kind: "object";
  readonly members: Readonly<Record<string, Value>>;
}

/** A resource or a module as a whole, whose attributes are looked up when they are asked for. */
export interface WholeValue {
  readonly kind: "whole";
  readonly address: string;
  /** Whether what is not given in its blocks is `null`; else it is an error. */
  readonly isResource: boolean;
  attribute(name: string): Value;
}

/** An attribute that only an apply knows. Two references to the same attribute have the same value. */
export interface ReferenceValue {
  readonly kind: "reference";
  /** Address of the resource, data source, variable or module, for example `"aws_vpc.main"`. */
  readonly address: string;
  /** Type of the resource or data source. @default - it is neither */
  readonly type?: string;
  /** The attribute with what follows it, for example `"id"`; empty for a variable. */
  readonly attribute: string;
  /** What would tell it. @default - only an apply does */
  readonly lack?: Lack | undefined;
}

/** A text that is put together, not all of it known. */
export interface TextValue {
  readonly kind: "text";
  readonly parts: readonly Value[];
}

/** A value that the JSON does not tell. */
export interface UnknownValue {
  readonly kind: "unknown";
  /** Why it is unknown, to follow "because". */
  readonly because: string;
  /** Whether Terraform reports an error here, which `try` and `can` look for. @default false */
  readonly isError?: boolean;
  /** What would tell it. @default - that is not known */
  readonly lack?: Lack | undefined;
}

/** An argument that is not given. */
export const ABSENT: LiteralValue = { kind: "literal", value: null };

/** A list that is made of the items of others. Where only Terraform knows the order of one of them, it alone knows its order. */
export function listLike(items: readonly Value[], sources: readonly Value[]): ListValue {
  const isOpen = items.length > 1 && sources.some((source) => source.kind === "list" && source.isUnordered === true);
  return { kind: "list", items, ...(isOpen ? { isUnordered: true } : {}) };
}

/** A value that is written down. */
export function literal(value: LiteralValue["value"]): LiteralValue {
  return { kind: "literal", value };
}

/** A value that the JSON does not tell. */
export function unknownValue(because: string, lack?: Lack): UnknownValue {
  return { kind: "unknown", because, ...(lack === undefined ? {} : { lack }) };
}

/** The place of an element, and the element at a place, in a list whose order only Terraform knows. */
export const OPEN_ORDER = unknownValue("the order of a list is known to Terraform only");

/** A value that Terraform cannot find, and reports. */
export function errorValue(because: string): UnknownValue {
  return { kind: "unknown", because, isError: true };
}

/**
 * A value of JSON.
 *
 * @param ofPart the value of an item or a member in it
 * @param ofKey what the name of a member stands for
 */
export function valueOfJson(
  json: unknown,
  ofPart: (part: unknown) => Value = valueOfPart,
  ofKey: (key: string) => string = (key) => key,
): Value {
  if (typeof json === "string" || typeof json === "number" || typeof json === "boolean") return literal(json);
  if (Array.isArray(json)) return { kind: "list", items: json.map((item) => ofPart(item)) };
  if (!isObject(json)) return ABSENT;
  const members = Object.entries(json).map(([name, member]) => [ofKey(name), ofPart(member)] as const);
  return { kind: "object", members: Object.fromEntries(members) };
}

function valueOfPart(part: unknown): Value {
  return valueOfJson(part);
}

/** Whether an argument is not given. Terraform takes an empty block list for none as well. */
export function isAbsent(value: Value): boolean {
  return (value.kind === "literal" && value.value === null) || (value.kind === "list" && value.items.length === 0);
}

/** Parts as one value: neighbouring literals are joined, and a single part stands for itself. */
export function joinText(parts: readonly Value[]): Value {
  const joined: Value[] = [];
  for (const part of parts.flatMap((each) => (each.kind === "text" ? each.parts : [each]))) {
    const last = joined.at(-1);
    if (part.kind === "literal" && last?.kind === "literal") {
      joined[joined.length - 1] = literal(`${last.value ?? ""}${part.value ?? ""}`);
    } else joined.push(part);
  }
  const [first = literal(""), ...others] = joined;
  if (others.length > 0) return { kind: "text", parts: joined };
  const isText = first.kind !== "list" && first.kind !== "object" && first.kind !== "whole";
  return isText ? first : unknownValue("a text cannot hold a list");
}
