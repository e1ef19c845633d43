import { type Issue, issue } from "../issues/issue";
import { nearest } from "../text/nearest";
import { ownMember } from "../values/own-member";
import { isPendingNumber } from "../values/pending";
import { isUnresolved } from "../values/unresolved";
import type { MemberShapes, Shape } from "./shape";

/**
 * Finds where a value cannot be looked into: properties that nobody knows, that are missing, or that are something else.
 *
 * A value that Terraform fills in fits every shape.
 *
 * @param path where the value is; empty for the whole
 */
export function* checkShape(value: unknown, shape: Shape, path = ""): Generator<Issue> {
  if (isUnresolved(value) && fitsUnresolved(value, shape)) return;
  switch (shape.kind) {
    case "anything":
      if (value === null) yield malformed(value, shape, path);
      return;
    case "text":
      if (typeof value !== "string") yield malformed(value, shape, path);
      else yield* present(shape.issueOf?.(value, path));
      return;
    case "flag":
      if (typeof value !== "boolean" && !isPendingNumber(value)) yield malformed(value, shape, path);
      return;
    case "expression":
      yield malformed(value, shape, path);
      return;
    case "function":
      if (typeof value !== "function") yield malformed(value, shape, path);
      return;
    case "number":
      if (!isNumber(value, shape.whole) && !isPendingNumber(value)) yield malformed(value, shape, path);
      return;
    case "list":
      if (!Array.isArray(value)) yield malformed(value, shape, path);
      else for (const [index, item] of value.entries()) yield* checkShape(item, shape.of, `${path}[${index}]`);
      return;
    case "record":
      if (!isObject(value)) yield malformed(value, shape, path);
      else for (const [name, member] of given(value)) yield* checkShape(member, shape.of, below(path, name));
      return;
    case "object":
      if (!isObject(value)) yield malformed(value, shape, path);
      else yield* checkMembers(value, shape.members, shape.open, path);
      return;
    case "variants":
      yield* checkShape(value, variantOf(value, shape.by, shape.of) ?? shape.other, path);
      return;
    case "either":
      yield* checkEither(value, shape.of, shape, path);
  }
}

function* checkMembers(value: object, members: MemberShapes, open: boolean, path: string): Generator<Issue> {
  const names = new Map(given(value));
  for (const [name, shape] of Object.entries(members)) {
    const isRequired = "required" in shape;
    const whole = isRequired ? shape.required : shape;
    const member: unknown = names.has(name) || open ? Reflect.get(value, name) : undefined;
    if (member !== undefined) yield* checkShape(member, whole, below(path, name));
    else if (isRequired) {
      yield issue("property-missing", {
        path: below(path, name),
        problem: `${name} is missing`,
        fix: `write ${name}: ${whole.example}`,
      });
    }
  }
  if (open) return;
  for (const name of names.keys()) if (!Object.hasOwn(members, name)) yield unknownName(name, members, path);
}

function variantOf(value: unknown, by: string, shapes: Readonly<Record<string, Shape>>): Shape | undefined {
  const kind: unknown = isObject(value) ? Reflect.get(value, by) : undefined;
  return typeof kind === "string" ? ownMember(shapes, kind) : undefined;
}

function* present(issue: Issue | undefined): Generator<Issue> {
  if (issue !== undefined) yield issue;
}

/** A text does not stand for what the code takes to pieces, and a number for a number only. */
function fitsUnresolved(value: unknown, { kind }: Shape): boolean {
  if (typeof value === "number") return kind === "number";
  if (typeof value === "string") return ["text", "flag", "number", "expression", "anything"].includes(kind);
  return !Array.isArray(value);
}

/** The shape that fits; else what is wrong by the one that looks most like the value. */
function* checkEither(value: unknown, shapes: readonly Shape[], whole: Shape, path: string): Generator<Issue> {
  const all = shapes.map((shape) => [...checkShape(value, shape, path)]);
  if (all.some((issues) => issues.length === 0)) return;
  const isOfKind = shapes.map((shape) => shape.kind === "object" && isObject(value));
  const ofKind = all.filter((_, index) => isOfKind[index]).map((issues) => ({ issues, misfits: misfitsIn(issues) }));
  const closest = ofKind.sort((a, b) => a.misfits - b.misfits || a.issues.length - b.issues.length)[0]?.issues;
  if (closest === undefined) yield malformed(value, whole, path);
  else yield* closest;
}

/** How many properties are not of the shape. A text that AWS refuses is of it. */
function misfitsIn(issues: readonly Issue[]): number {
  return issues.filter(({ code }) => code.startsWith("property-")).length;
}

function unknownName(name: string, members: MemberShapes, path: string): Issue {
  const known = Object.keys(members);
  const near = nearest(name, known);
  return issue("property-unknown", {
    path: below(path, name),
    problem: `there is no property ${JSON.stringify(name)}`,
    fix: near === undefined ? `leave it out; there are ${known.join(", ")}` : `write ${near}`,
  });
}

const KINDS = {
  text: "a text",
  flag: "true or false",
  function: "a function",
  expression: "an expression",
  list: "a list",
  record: "an object",
  object: "an object",
  number: "a number",
  either: "what can stand here",
  variants: "what can stand here",
  anything: "what can stand here",
} as const satisfies Readonly<Record<Shape["kind"], string>>;

function malformed(value: unknown, shape: Shape, path: string): Issue {
  const isWhole = shape.kind === "number" && shape.whole;
  const what = isWhole ? "a whole number, zero or more" : KINDS[shape.kind];
  const place = path.slice(path.lastIndexOf(".") + 1);
  const isOfText = shape.kind === "text" && ["number", "boolean"].includes(typeof value);
  const example = isOfText ? `"${String(value)}"` : shape.example;
  return issue("property-malformed", {
    ...(path === "" ? {} : { path }),
    problem: `${shown(value)} is not ${what}`,
    ...(isWhole ? { why: "there cannot be less than none of something, nor a part of it" } : {}),
    fix: path === "" || path.endsWith("]") ? `write ${example}` : `write ${place}: ${example}`,
  });
}

function isNumber(value: unknown, whole: boolean): boolean {
  return typeof value === "number" && Number.isFinite(value) && (!whole || (Number.isInteger(value) && value >= 0));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The properties that are given; one that is `undefined` is not. */
function given(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

const LONGEST = 60;

function shown(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (typeof value === "number") return String(value);
  const whole = typeof value === "object" && value !== null ? quoted(value) : JSON.stringify(value);
  const all = whole ?? String(value);
  return all.length > LONGEST ? `${all.slice(0, LONGEST)}…` : all;
}

/** A construct leads to its whole app, around in circles. */
function quoted(value: object): string {
  const { name } = value.constructor ?? {};
  return Array.isArray(value) || name === "Object" || name === undefined ? plain(value) : `a ${name}`;
}

function plain(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return Array.isArray(value) ? "a list" : "an object";
  }
}

function below(path: string, name: string): string {
  const step = /^[A-Za-z_$][\w$-]*$/.test(name) ? name : JSON.stringify(name);
  return path === "" ? step : `${path}.${step}`;
}
