import { ConfigurationError } from "../modules/issues/configuration-error";
import type { Issue } from "../modules/issues/issue";
import { isJsonObject, type JsonObject, readJsonFile } from "./emulator/json";

/** The arguments of a command, and the context that they and the environment choose for this run. */
export interface RunContext {
  /** The arguments without `-c` and its values. */
  readonly args: readonly string[];
  /** The context of the file, under that of the environment, under that of the arguments. */
  readonly context: JsonObject;
}

/**
 * Reads `-c key=value` and `CDKTF_CONTEXT_JSON`, of which cdktf-cli ignores the one and replaces the other.
 *
 * A dot leads into a setting of a stack: `-c single-subnet.desiredCount=2`. A value that is JSON is taken as JSON, any other
 * as text.
 *
 * @param file the `cdktf.json` whose context counts where the run says nothing else
 * @throws {ConfigurationError} for a `-c` without `key=value`, and for a `CDKTF_CONTEXT_JSON` that is no JSON object
 */
export function readRunContext(argv: readonly string[], env: NodeJS.ProcessEnv, file: string): RunContext {
  const config = readJsonFile(file);
  const ofFile = isJsonObject(config) && isJsonObject(config["context"]) ? config["context"] : {};
  const args: string[] = [];
  const issues: Issue<string>[] = [];
  const layers: JsonObject[] = [ofFile, ofEnvironment(env["CDKTF_CONTEXT_JSON"], issues)];
  const rest = argv[Symbol.iterator]();
  for (const arg of rest) {
    const pair = /^(?:-c|--context)(?:=(.*))?$/s.exec(arg);
    if (pair === null) args.push(arg);
    else layers.push(setting(pair[1] ?? rest.next().value ?? "", issues));
  }
  if (issues.length > 0) throw new ConfigurationError("The context of this run", issues);
  return { args, context: layers.reduce(merge) };
}

function ofEnvironment(text: string | undefined, issues: Issue<string>[]): JsonObject {
  if (text === undefined || text === "") return {};
  const value = jsonOrText(text);
  if (isJsonObject(value)) return value;
  issues.push({
    code: "context-malformed",
    problem: `CDKTF_CONTEXT_JSON is ${JSON.stringify(text)}`,
    why: "it has to be an object in JSON",
    fix: `write CDKTF_CONTEXT_JSON='{ "region": "eu-west-1" }'`,
  });
  return {};
}

function setting(pair: string, issues: Issue<string>[]): JsonObject {
  const [, key, text] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
  if (key === undefined || text === undefined) {
    issues.push({
      code: "context-malformed",
      problem: `-c has ${JSON.stringify(pair)}`,
      why: "it has to be a key and a value with = between them",
      fix: "write -c region=eu-west-1, or -c single-subnet.desiredCount=2 for a setting of one stack",
    });
    return {};
  }
  const value: unknown = jsonOrText(text);
  return key
    .split(".")
    .reduceRight<JsonObject>(
      (inner, name, index, names) => ({ [name]: index === names.length - 1 ? value : inner }),
      {},
    );
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Settings of one stack from both; everything else from the later one. */
function merge(below: JsonObject, above: JsonObject): JsonObject {
  const merged = Object.entries(above).map(([key, value]) => {
    const under = Object.hasOwn(below, key) ? below[key] : undefined;
    return [key, isJsonObject(under) && isJsonObject(value) ? merge(under, value) : value] as const;
  });
  return { ...below, ...Object.fromEntries(merged) };
}
