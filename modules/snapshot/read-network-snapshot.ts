import { ConfigurationError } from "../issues/configuration-error";
import { type Issue, issue } from "../issues/issue";
import { DEEPEST, placeTooDeep } from "../values/nesting";
import { ownMember } from "../values/own-member";
import { type NetworkSnapshot, SNAPSHOT_FORMAT, SNAPSHOT_VERSION } from "./network-snapshot";
import { type FileShape, SNAPSHOT_SHAPE } from "./snapshot-shape";

/**
 * A VPC as `private-fargate snapshot` has written it.
 *
 * @param json the file, parsed
 * @param name what messages call it
 * @example const network = existingNetwork(readNetworkSnapshot(JSON.parse(readFileSync("network.json", "utf8"))));
 * @throws {ConfigurationError} for what is no such file, or of a newer version
 */
export function readNetworkSnapshot(json: unknown, name = "the network"): NetworkSnapshot {
  if (isNetworkSnapshot(json)) return json;
  throw new ConfigurationError(name, [...checkNetworkSnapshot(json)]);
}

/** Whether JSON is what `private-fargate snapshot` writes. */
export function isNetworkSnapshot(json: unknown): json is NetworkSnapshot {
  return checkNetworkSnapshot(json).next().done === true;
}

const WRITE_AGAIN = "write it again: private-fargate snapshot --vpc VPC --region REGION > network.json";

/** Why JSON is not what `private-fargate snapshot` writes. */
export function* checkNetworkSnapshot(json: unknown): Generator<Issue> {
  const format = isRecord(json) ? ownMember(json, "format") : undefined;
  if (!isRecord(json) || format !== SNAPSHOT_FORMAT) {
    const found = isRecord(json) && format !== undefined ? `its format is ${written(format)}` : "it names no format";
    yield issue("network-snapshot-malformed", {
      problem: `this is no snapshot of a network: ${isRecord(json) ? found : `it is ${described(json)}`}`,
      fix: WRITE_AGAIN,
    });
    return;
  }
  const version = ownMember(json, "version");
  if (typeof version === "number" && version > SNAPSHOT_VERSION) {
    yield issue("network-snapshot-malformed", {
      path: "version",
      problem: `its version is ${version}, and this package reads versions up to ${SNAPSHOT_VERSION}`,
      fix: "update cdktf-private-fargate, or write the file again with this version of it",
    });
    return;
  }
  const deep = placeTooDeep(json);
  if (deep === undefined) yield* deviations(json, SNAPSHOT_SHAPE, "");
  else yield malformed(deep.join("."), `what is in it is nested deeper than ${DEEPEST} levels`);
}

function* deviations(value: unknown, shape: FileShape, path: string): Generator<Issue> {
  switch (shape) {
    case "json":
      return;
    case "text":
      if (typeof value !== "string" || value === "") yield unlike(value, "a text", path);
      return;
    case "number":
      if (!Number.isInteger(value)) yield unlike(value, "a whole number", path);
      return;
    case "truth":
      if (typeof value !== "boolean") yield unlike(value, "true or false", path);
      return;
    default:
  }
  if ("words" in shape) {
    if (typeof value !== "string" || !shape.words.includes(value)) yield unlike(value, shape.words.join(" or "), path);
  } else if ("each" in shape) {
    if (!Array.isArray(value)) yield unlike(value, "a list", path);
    else for (const [index, element] of value.entries()) yield* deviations(element, shape.each, `${path}[${index}]`);
  } else if (!isRecord(value)) yield unlike(value, "an object", path);
  else {
    for (const [name, field] of Object.entries(shape.fields)) {
      const member = ownMember(value, name);
      const place = path === "" ? name : `${path}.${name}`;
      if (typeof field !== "object" || !("optional" in field)) yield* deviations(member, field, place);
      else if (member !== undefined) yield* deviations(member, field.optional, place);
    }
  }
}

function unlike(value: unknown, wanted: string, path: string): Issue {
  return malformed(path, value === undefined ? "it is missing" : `it is ${described(value)}, and has to be ${wanted}`);
}

function malformed(path: string, problem: string): Issue {
  return issue("network-snapshot-malformed", { path, problem, fix: WRITE_AGAIN });
}

function described(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return isRecord(value) ? "an object" : written(value);
}

function written(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
