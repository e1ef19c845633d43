import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import { isObject } from "../values/is-object";
import { optionalPackage } from "./optional-package";
import { UnusableInputError } from "./unusable-input";

/** HashiCorp's own parser as WebAssembly: an optional peer, which a plan or a configuration in JSON does not need. */
const PACKAGE = "@cdktf/hcl2json";

type HclParser = typeof import("@cdktf/hcl2json");

let loaded: Promise<HclParser> | undefined;

/**
 * A file of HCL as Terraform JSON. The parser is loaded with the first one: it takes a third of a second.
 *
 * @throws {UnusableInputError} where the file is not HCL, or no parser is installed
 */
export async function parseHcl(name: string, text: string): Promise<TerraformJson> {
  loaded ??= loadParser(name);
  const parser = await loaded;
  try {
    const json: unknown = await parser.parse(name, text);
    if (isObject(json)) return json;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, problem = message] = /^parse config: \[([\s\S]*)\]$/.exec(message.trim()) ?? [];
    throw new UnusableInputError(`${name} is not HCL: ${problem.replace(`${name}:`, "")}`);
  }
  throw new UnusableInputError(`${name} is not HCL`);
}

async function loadParser(name: string): Promise<HclParser> {
  const parser = await optionalPackage(PACKAGE, () => import("@cdktf/hcl2json"));
  if (parser !== undefined) return parser;
  throw new UnusableInputError(
    `${name} is HCL, and ${PACKAGE}, which reads it, is not installed; write npm install --save-dev ${PACKAGE}`,
  );
}
