import type { NetworkSnapshot } from "../../snapshot/network-snapshot";
import { snapshotAsState } from "../../snapshot/snapshot-as-state";
import { Configuration, type Surroundings } from "./configuration/configuration";
import type { ConfigurationSource } from "./configuration/module-source";
import { type RemoteOutputs, readsStateOf } from "./configuration/remote-state";
import { constant } from "./configuration/variable-value";
import { Budget } from "./expressions/budget";
import { objectAt, type TerraformJson, textAt } from "./expressions/terraform-json";
import { planRemovals } from "./plan/plan-removals";
import { isPlan, readPlan } from "./plan/read-plan";
import { readAcceptances, readNetworks } from "./resources/annotations";
import { thingOf, withoutManaged } from "./resources/existing-resources";
import type { TerraformResource } from "./resources/terraform-resource";
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
 * @param networks VPCs that exist, besides those of which configurations say in a comment what they are
 */
export function readTerraform(
  inputs: readonly TerraformJson[],
  sources: Sources = new Map(),
  networks: readonly NetworkSnapshot[] = [],
): TerraformReading {
  const known = oneForEachVpc([...networks, ...inputs.flatMap((json) => (isPlan(json) ? [] : readNetworks(json)))]);
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
      { prefix: prefixes[index] ?? "", budget: new Budget(stack), remoteOutputs, networks: known },
      sources.get(json),
    );
  });
  const resources = inputs.flatMap(
    (json, index) => configurations[index]?.resources ?? readPlan(json, prefixes[index] ?? "", sources.get(json)),
  );
  return {
    resources: [...resources, ...existingResources(known, resources, inputs)],
    said: eachOnce(resources.flatMap((by) => (by.said === undefined ? [] : networkFacts(by.said, by)))),
    modules: configurations.flatMap((configuration) => configuration?.modules ?? []),
    networks: known.map(({ vpc }) => vpc.id),
    namesNotRead: known.flatMap(({ vpc, hostedZones, resolverRules }) =>
      hostedZones === undefined || resolverRules === undefined ? vpc.id : [],
    ),
    isPartial: inputs.some((json) => isPlan(json) && json["complete"] === false),
    accepted: inputs.flatMap((json, index) => (isPlan(json) ? [] : readAcceptances(json, prefixes[index] ?? ""))),
  };
}

/** Several services of a network say the same of it. */
function eachOnce(facts: readonly SaidFact[]): readonly SaidFact[] {
  return [...new Map([...facts].reverse().map((fact) => [fact.text, fact])).values()].reverse();
}

/** What is in the VPCs, apart from what the Terraform at hand manages or removes. */
function existingResources(
  networks: readonly NetworkSnapshot[],
  resources: readonly TerraformResource[],
  inputs: readonly TerraformJson[],
): readonly TerraformResource[] {
  if (networks.length === 0) return [];
  const managed = resources.filter(({ mode }) => mode === "managed").map(thingOf);
  return withoutManaged(
    networks.flatMap((network) => readPlan(snapshotAsState(network), "")),
    [...managed, ...inputs.flatMap(planRemovals)],
  );
}

/** The first one counts: what is given is newer than what was written into a configuration. */
function oneForEachVpc(networks: readonly NetworkSnapshot[]): readonly NetworkSnapshot[] {
  const ids = networks.map(({ vpc }) => vpc.id);
  return networks.filter(({ vpc }, index) => ids.indexOf(vpc.id) === index);
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
