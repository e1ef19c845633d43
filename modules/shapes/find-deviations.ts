import type { Issue } from "../issues/issue";
import { isObject } from "../values/is-object";
import { ownMember } from "../values/own-member";
import { isPendingNumber } from "../values/pending";
import { isUnresolved } from "../values/unresolved";
import type { MemberShapes, NumberKind, Shape } from "./shape";

/** A place at which a value is not of its shape. */
export type Deviation = { readonly path: string } & (
  | { readonly kind: "missing"; readonly name: string; readonly shape: Shape }
  | { readonly kind: "unknown"; readonly name: string; readonly members: MemberShapes }
  | { readonly kind: "malformed"; readonly value: unknown; readonly shape: Shape }
  /** A text that another check refuses. */
  | { readonly kind: "refused"; readonly issue: Issue }
);

/** Who has written a value: a program, in which Terraform or a pipeline may fill in parts, or another program into a file, whole. */
export type Origin = "program" | "file";

/**
 * Finds where a value is not of its shape.
 *
 * What Terraform fills in fits every shape.
 *
 * @param path where the value is; empty for the whole
 */
export function* findDeviations(value: unknown, shape: Shape, path: string, origin: Origin): Generator<Deviation> {
  if (origin === "program" && isUnresolved(value) && fitsUnresolved(value, shape)) return;
  const malformed: Deviation = { kind: "malformed", path, value, shape };
  switch (shape.kind) {
    case "json":
      return;
    case "anything":
      if (value === null) yield malformed;
      return;
    case "text":
      if (typeof value !== "string" || (value === "" && !shape.empty)) yield malformed;
      else {
        const issue = shape.issueOf?.(value, path);
        if (issue !== undefined) yield { kind: "refused", path, issue };
      }
      return;
    case "word":
      if (typeof value !== "string" || !shape.of.includes(value)) yield malformed;
      return;
    case "flag":
      if (typeof value !== "boolean" && !isFilledIn(value, origin)) yield malformed;
      return;
    case "expression":
      yield malformed;
      return;
    case "function":
      if (typeof value !== "function") yield malformed;
      return;
    case "number":
      if (!isNumber(value, shape.of) && !isFilledIn(value, origin)) yield malformed;
      return;
    case "list":
      if (!Array.isArray(value)) yield malformed;
      else {
        for (const [index, item] of value.entries()) yield* findDeviations(item, shape.of, `${path}[${index}]`, origin);
      }
      return;
    case "record":
      if (!isObject(value)) yield malformed;
      else {
        for (const [name, member] of given(value)) yield* findDeviations(member, shape.of, below(path, name), origin);
      }
      return;
    case "object":
      if (!isObject(value)) yield malformed;
      else yield* deviationsOfMembers(value, shape, path, origin);
      return;
    case "variants":
      yield* findDeviations(value, variantOf(value, shape.by, shape.of) ?? shape.other, path, origin);
      return;
    case "either":
      yield* deviationsOfClosest(value, shape.of, malformed, origin);
  }
}

function* deviationsOfMembers(
  value: object,
  { members, open }: { readonly members: MemberShapes; readonly open: boolean },
  path: string,
  origin: Origin,
): Generator<Deviation> {
  const names = new Map(given(value));
  for (const [name, shape] of Object.entries(members)) {
    const isRequired = "required" in shape;
    const whole = isRequired ? shape.required : shape;
    // A construct has some of its class.
    const member: unknown = names.has(name) || (open && origin === "program") ? Reflect.get(value, name) : undefined;
    if (member !== undefined) yield* findDeviations(member, whole, below(path, name), origin);
    else if (isRequired) yield { kind: "missing", path: below(path, name), name, shape: whole };
  }
  if (open) return;
  for (const name of names.keys()) {
    if (!Object.hasOwn(members, name)) yield { kind: "unknown", path: below(path, name), name, members };
  }
}

function variantOf(value: unknown, by: string, shapes: Readonly<Record<string, Shape>>): Shape | undefined {
  const kind: unknown = isObject(value) ? Reflect.get(value, by) : undefined;
  return typeof kind === "string" ? ownMember(shapes, kind) : undefined;
}

/** Whether a pipeline fills in a number or a flag, for which a text stands meanwhile. */
function isFilledIn(value: unknown, origin: Origin): boolean {
  return origin === "program" && isPendingNumber(value);
}

/** A text does not stand for what the code takes to pieces, and a number for a number only. */
function fitsUnresolved(value: unknown, { kind }: Shape): boolean {
  if (typeof value === "number") return kind === "number";
  if (typeof value === "string") {
    return ["text", "word", "flag", "number", "expression", "anything", "json"].includes(kind);
  }
  return !Array.isArray(value);
}

/** The shape that fits; else what is wrong by the one that looks most like the value. */
function* deviationsOfClosest(
  value: unknown,
  shapes: readonly Shape[],
  malformed: Deviation,
  origin: Origin,
): Generator<Deviation> {
  const all = shapes.map((shape) => [...findDeviations(value, shape, malformed.path, origin)]);
  if (all.some((deviations) => deviations.length === 0)) return;
  const ofKind = shapes.flatMap((shape, index) => {
    const found = all[index];
    if (found === undefined || shape.kind !== "object" || !isObject(value)) return [];
    return [{ found, misfits: misfitsIn(found), named: requiredIn(value, shape.members) }];
  });
  const [first] = ofKind.sort((a, b) => a.misfits - b.misfits || a.found.length - b.found.length || b.named - a.named);
  const closest = first?.found;
  if (closest === undefined) yield malformed;
  else yield* closest;
}

/** How many of the properties are given that a shape has to have: of several that fit alike, it is meant which has most. */
function requiredIn(value: object, members: MemberShapes): number {
  return given(value).filter(([name]) => {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    return member !== undefined && "required" in member;
  }).length;
}

/** How many properties are not of the shape. A text that AWS refuses is of it. */
function misfitsIn(deviations: readonly Deviation[]): number {
  return deviations.filter(({ kind }) => kind !== "refused").length;
}

function isNumber(value: unknown, kind: NumberKind): boolean {
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  return kind === "any" || (Number.isInteger(value) && (kind === "whole" || value >= 0));
}

/** The properties that are given; one that is `undefined` is not. */
function given(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

function below(path: string, name: string): string {
  const step = /^[A-Za-z_$][\w$-]*$/.test(name) ? name : JSON.stringify(name);
  return path === "" ? step : `${path}.${step}`;
}
