import type { ModuleSource } from "../reachability/terraform/configuration/module-source";
import { objectAt, objectsAt, type TerraformJson, textAt } from "../reachability/terraform/expressions/terraform-json";
import { isPlan } from "../reachability/terraform/plan/read-plan";
import type { CheckInput } from "./check-input";
import { readConfigurationFolder } from "./read-folder";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

/**
 * The inputs, the plan among them with the folder of its configuration.
 *
 * @throws {UnusableInputError} where there is no plan, or more than one, or where the folder is of another configuration
 */
export async function withPlanSource(
  inputs: readonly CheckInput[],
  folder: string,
  terminal: Terminal,
): Promise<readonly CheckInput[]> {
  const [plan, ...others] = inputs.filter(({ json }) => isPlan(json));
  if (plan === undefined || others.length > 0) {
    const found = plan === undefined ? "there is none" : `there are ${others.length + 1}`;
    throw new UnusableInputError(
      `--source is the folder of one plan, and ${found}; write private-fargate check PLAN --source DIR`,
    );
  }
  const source = await readConfigurationFolder(folder, terminal);
  const stranger = resourcesOf(plan.json).find((address) => !has(source.root, address));
  if (stranger === undefined) return inputs.map((input) => (input === plan ? { ...plan, source } : input));
  throw new UnusableInputError(
    `--source ${folder} is not the configuration of the plan, which has ${stranger}; name the folder in which terraform plan was run`,
  );
}

/** The resources of the root module, as the configuration in a plan has them. */
function resourcesOf(plan: TerraformJson): readonly string[] {
  const root = objectAt(objectAt(plan, "configuration"), "root_module");
  return objectsAt(root, "resources").flatMap((each) => textAt(each, "address") ?? []);
}

function has({ json }: ModuleSource, address: string): boolean {
  const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
  return name in objectAt(objectAt(json, address.startsWith("data.") ? "data" : "resource"), type);
}
