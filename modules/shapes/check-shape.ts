import { type Issue, issue } from "../issues/issue";
import { nearest } from "../text/nearest";
import { type Deviation, findDeviations } from "./find-deviations";
import type { MemberShapes, Shape } from "./shape";
import { shapeInWords } from "./shape-in-words";

/**
 * Finds where a value cannot be looked into: properties that nobody knows, that are missing, or that are something else.
 *
 * A value that Terraform fills in fits every shape.
 *
 * @param path where the value is; empty for the whole
 */
export function* checkShape(value: unknown, shape: Shape, path = ""): Generator<Issue> {
  for (const deviation of findDeviations(value, shape, path, "program")) yield issueOf(deviation);
}

function issueOf(deviation: Deviation): Issue {
  switch (deviation.kind) {
    case "missing":
      return issue("property-missing", {
        path: deviation.path,
        problem: `${deviation.name} is missing`,
        fix: `write ${deviation.name}: ${deviation.shape.example}`,
      });
    case "unknown":
      return unknownName(deviation.name, deviation.members, deviation.path);
    case "malformed":
      return malformed(deviation.value, deviation.shape, deviation.path);
    case "refused":
      return deviation.issue;
  }
}

function unknownName(name: string, members: MemberShapes, path: string): Issue {
  const known = Object.keys(members);
  const near = nearest(name, known);
  return issue("property-unknown", {
    path,
    problem: `there is no property ${JSON.stringify(name)}`,
    fix: near === undefined ? `leave it out; there are ${known.join(", ")}` : `write ${near}`,
  });
}

function malformed(value: unknown, shape: Shape, path: string): Issue {
  const counts = shape.kind === "number" && shape.of === "count";
  const place = path.slice(path.lastIndexOf(".") + 1);
  const isOfText = shape.kind === "text" && ["number", "boolean"].includes(typeof value);
  const example = isOfText ? `"${String(value)}"` : shape.example;
  return issue("property-malformed", {
    ...(path === "" ? {} : { path }),
    problem: `${shown(value)} is not ${shapeInWords(shape)}`,
    ...(counts ? { why: "there cannot be less than none of something, nor a part of it" } : {}),
    fix: path === "" || path.endsWith("]") ? `write ${example}` : `write ${place}: ${example}`,
  });
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
