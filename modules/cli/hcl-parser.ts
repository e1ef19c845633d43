import { isObject, type TerraformJson } from "../reachability/terraform/expressions/terraform-json";
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
  try {
    return await import("@cdktf/hcl2json");
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new UnusableInputError(
      `${name} is HCL, and ${PACKAGE}, which reads it, is not installed; write npm install --save-dev ${PACKAGE}`,
    );
  }
}

function isMissing(error: unknown): boolean {
  const isNotFound = error instanceof Error && "code" in error && String(error.code).endsWith("MODULE_NOT_FOUND");
  return isNotFound && error.message.includes(PACKAGE);
}
