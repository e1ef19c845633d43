import { join, resolve, sep } from "node:path";
import type { Issue } from "../../modules/issues/issue";
import { isJsonObject, jsonAt, readJsonFile } from "./json";

/** A stack as cdktf wrote it. */
export interface SynthesizedStack {
  /** Name of the stack. */
  readonly name: string;
  /** The directory that holds its `cdk.tf.json`. */
  readonly directory: string;
  /** Names of the stacks that it needs deployed first. */
  readonly dependencies: readonly string[];
  /** The Terraform configuration. */
  readonly configuration: unknown;
}

/** The stacks in a cdktf output directory, each after those it depends on. */
export function readSynthesizedApp(outputDirectory: string): SynthesizedStack[] {
  const manifest = jsonAt(readJsonFile(join(outputDirectory, "manifest.json")), "stacks");
  if (!isJsonObject(manifest))
    throw new Error(`${outputDirectory} holds no manifest.json: the app was not synthesized`);
  const stacks = Object.entries(manifest).map(([name, stack]): SynthesizedStack => {
    const directory = join(outputDirectory, "stacks", name);
    const dependencies = jsonAt(stack, "dependencies");
    return {
      name,
      directory,
      dependencies: Array.isArray(dependencies) ? dependencies.filter((it) => typeof it === "string") : [],
      configuration: readJsonFile(join(directory, "cdk.tf.json")),
    };
  });
  return inDeploymentOrder(stacks);
}

function inDeploymentOrder(stacks: readonly SynthesizedStack[]): SynthesizedStack[] {
  const ordered = new Set<SynthesizedStack>();
  const visit = (stack: SynthesizedStack) => {
    if (ordered.has(stack)) return;
    for (const other of stacks) if (stack.dependencies.includes(other.name)) visit(other);
    ordered.add(stack);
  };
  for (const stack of stacks) visit(stack);
  return [...ordered];
}

/** The Regions that the stacks' AWS providers name as literals. */
export function regionsOf(stacks: readonly SynthesizedStack[]): string[] {
  const regions = stacks.flatMap(({ configuration }) => {
    const providers = jsonAt(configuration, "provider", "aws");
    return (Array.isArray(providers) ? providers : [providers])
      .map((provider) => jsonAt(provider, "region"))
      .filter((region) => typeof region === "string")
      .filter((region) => !region.includes("${"));
  });
  return [...new Set(regions)].sort();
}

/**
 * What in the stacks would reach beyond the emulated account: state that is kept anywhere but in the directory, and
 * provider settings that take precedence over the environment.
 */
export function findEscapes(stacks: readonly SynthesizedStack[], stateDirectory: string): Issue<string>[] {
  return stacks.flatMap((stack) => [...stateEscapes(stack, stateDirectory), ...providerEscapes(stack)]);
}

function stateEscapes(stack: SynthesizedStack, stateDirectory: string): Issue<string>[] {
  const terraform = jsonAt(stack.configuration, "terraform");
  const path = jsonAt(terraform, "backend", "local", "path");
  const inside = typeof path === "string" && resolve(stack.directory, path).startsWith(resolve(stateDirectory) + sep);
  if (inside && jsonAt(terraform, "cloud") === undefined) return [];
  const backend = typeof path === "string" ? path : JSON.stringify(jsonAt(terraform, "backend") ?? "cloud");
  return [
    {
      code: "state-outside-local",
      path: stack.name,
      problem: `the stack keeps its state in ${backend}, not in ${stateDirectory}`,
      why: "Terraform would write what it does in the emulated account over the state of the real one",
      fix: 'give the stack no backend of its own, or one that depends on the context key "state", which is left out here',
    },
  ];
}

const OVERRIDING_SETTINGS = ["endpoints", "profile", "access_key", "shared_config_files", "shared_credentials_files"];

function providerEscapes(stack: SynthesizedStack): Issue<string>[] {
  const providers = jsonAt(stack.configuration, "provider", "aws");
  const settings = (Array.isArray(providers) ? providers : [providers]).filter(isJsonObject).flatMap(Object.keys);
  return OVERRIDING_SETTINGS.filter((setting) => settings.includes(setting)).map((setting) => ({
    code: "provider-outside-environment",
    path: stack.name,
    problem: `the stack's AWS provider sets "${setting}"`,
    why: "it takes precedence over the environment, which is what leads a stack into the emulated account",
    fix: `leave "${setting}" out of the provider and set it by the environment (AWS_PROFILE, AWS_ENDPOINT_URL, …)`,
  }));
}
