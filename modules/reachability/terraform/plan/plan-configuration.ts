import { Configuration } from "../configuration/configuration";
import type { ConfigurationSource } from "../configuration/module-source";
import { Budget } from "../expressions/budget";
import { hasUnknown } from "../expressions/known-value";
import { objectAt, type TerraformJson } from "../expressions/terraform-json";
import { type Value, valueOfJson } from "../expressions/value";
import type { TerraformResource } from "../resources/terraform-resource";
import type { PlanContext } from "./plan-context";
import { isUnknown } from "./planned-resource";

/**
 * The configuration of which a plan is, read when it is first asked for. Its variables are those of the plan, and so is every
 * attribute that the plan knows, such as what data sources have looked up.
 */
export function configurationBeside(
  json: TerraformJson,
  prefix: string,
  { root }: ConfigurationSource,
  { resources: planned, accounts, budget }: Pick<PlanContext, "resources" | "accounts" | "budget">,
): (address: string) => TerraformResource | undefined {
  const variables = objectAt(json, "variables");
  const variable = (name: string): Value | undefined =>
    Object.hasOwn(variables, name) ? valueOfJson(objectAt(variables, name)["value"]) : undefined;
  // What the plan leaves open the configuration is to tell.
  const known = (address: string, attribute: string): Value | undefined => {
    const instance = planned.get(address);
    const value =
      instance === undefined || isUnknown(instance.planned, attribute) ? undefined : instance.attribute(attribute);
    return value === undefined || hasUnknown(value) ? undefined : value;
  };
  const remoteOutputs = () => undefined;
  let resources: ReadonlyMap<string, TerraformResource> | undefined;
  return (address) => {
    if (resources === undefined) {
      // Stands for them while they are counted.
      resources = new Map();
      const configuration = new Configuration(
        root.json,
        { prefix, budget: new Budget(budget), remoteOutputs, variable, known, accounts },
        root,
      );
      resources = new Map(configuration.resources.map((resource) => [resource.address, resource]));
    }
    return resources.get(address);
  };
}
