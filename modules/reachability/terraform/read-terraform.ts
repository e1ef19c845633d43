import { Configuration, type Surroundings } from "./configuration/configuration";
import type { ConfigurationSource } from "./configuration/module-source";
import { type RemoteOutputs, readsStateOf } from "./configuration/remote-state";
import { constant } from "./configuration/variable-value";
import { Budget } from "./expressions/budget";
import { objectAt, type TerraformJson, textAt } from "./expressions/terraform-json";
import { isPlan, readPlan } from "./plan/read-plan";
import { readAcceptances } from "./resources/annotations";
import { networkFacts } from "./said/network-facts";
import type { SaidFact } from "./said/said-fact";
import type { TerraformReading } from "./terraform-reading";

/** The folders of configurations and plans, by their JSON. */
export type Sources = ReadonlyMap<TerraformJson, ConfigurationSource>;

/**
 * Reads configurations and plans together: references from one to the outputs of another are followed.
 *
 * @param sources the folders that inputs come from: of a configuration with its variables and modules, of a plan with what it
 * leaves unknown
 */
export function readTerraform(inputs: readonly TerraformJson[], sources: Sources = new Map()): TerraformReading {
  const prefixes = inputs.length === 1 ? [""] : uniqueNames(inputs).map((name) => `${name}/`);
  const producers = new Map<TerraformJson, number>();
  const stack = new Budget();
  const configurations: (Configuration | undefined)[] = inputs.map((json, index) => {
    if (isPlan(json)) return undefined;
    const remoteOutputs: RemoteOutputs = (remoteState, output) => {
      const producer = producers.get(remoteState) ?? inputs.findIndex((other) => readsStateOf(remoteState, other));
      producers.set(remoteState, producer);
      return configurations[producer]?.output(output);
    };
    return configurationOf(
      json,
      { prefix: prefixes[index] ?? "", budget: new Budget(stack), remoteOutputs },
      sources.get(json),
    );
  });
  const resources = inputs.flatMap(
    (json, index) => configurations[index]?.resources ?? readPlan(json, prefixes[index] ?? "", sources.get(json)),
  );
  return {
    resources,
    said: eachOnce(resources.flatMap((by) => (by.said === undefined ? [] : networkFacts(by.said, by)))),
    modules: configurations.flatMap((configuration) => configuration?.modules ?? []),
    accepted: inputs.flatMap((json, index) => (isPlan(json) ? [] : readAcceptances(json, prefixes[index] ?? ""))),
  };
}

/** Several services of a network say the same of it. */
function eachOnce(facts: readonly SaidFact[]): readonly SaidFact[] {
  return [...new Map([...facts].reverse().map((fact) => [fact.text, fact])).values()].reverse();
}

function configurationOf(
  json: TerraformJson,
  surroundings: Surroundings,
  source: ConfigurationSource | undefined,
): Configuration {
  if (source === undefined) return new Configuration(json, surroundings);
  const { root, variables } = source;
  const variable = (name: string) => (Object.hasOwn(variables, name) ? constant(variables[name]) : undefined);
  return new Configuration(json, { ...surroundings, variable }, root);
}

/** cdktf writes the name of the stack into the JSON; a name that comes twice gets a number. */
function uniqueNames(inputs: readonly TerraformJson[]): readonly string[] {
  const seen = new Map<string, number>();
  return inputs.map((json) => {
    const name = textAt(objectAt(objectAt(json, "//"), "metadata"), "stackName") ?? "input";
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 && name !== "input" ? name : `${name}-${count}`;
  });
}
