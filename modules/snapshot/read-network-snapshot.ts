import { ConfigurationError } from "../issues/configuration-error";
import { type Issue, issue } from "../issues/issue";
import { type Deviation, findDeviations } from "../shapes/find-deviations";
import { shapeInWords } from "../shapes/shape-in-words";
import { isObject } from "../values/is-object";
import { DEEPEST, placeTooDeep } from "../values/nesting";
import { ownMember } from "../values/own-member";
import { type NetworkSnapshot, SNAPSHOT_FORMAT, SNAPSHOT_VERSION } from "./network-snapshot";
import { SNAPSHOT } from "./snapshot-shape";

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
  const format = isObject(json) ? ownMember(json, "format") : undefined;
  if (!isObject(json) || format !== SNAPSHOT_FORMAT) {
    const found = isObject(json) && format !== undefined ? `its format is ${written(format)}` : "it names no format";
    yield issue("network-snapshot-malformed", {
      problem: `this is no snapshot of a network: ${isObject(json) ? found : `it is ${described(json)}`}`,
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
  if (deep !== undefined) yield malformed(deep.join("."), `what is in it is nested deeper than ${DEEPEST} levels`);
  else for (const deviation of findDeviations(json, SNAPSHOT, "", "file")) yield unlike(deviation);
}

function unlike(deviation: Deviation): Issue {
  const { path } = deviation;
  switch (deviation.kind) {
    case "missing":
      return malformed(path, "it is missing");
    case "unknown":
      return malformed(path, "nothing reads it");
    case "malformed":
      return malformed(path, `it is ${described(deviation.value)}, and has to be ${shapeInWords(deviation.shape)}`);
    case "refused":
      return malformed(path, deviation.issue.problem);
  }
}

function malformed(path: string, problem: string): Issue {
  return issue("network-snapshot-malformed", { path, problem, fix: WRITE_AGAIN });
}

function described(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "an object" : written(value);
}

function written(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
