import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { CAPACITY_PROVIDERS_OF_FARGATE, checkCapacityProviders } from "./capacity-providers";
import type { FargateClusterProps } from "./fargate-cluster-props";

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html */
const CONTAINER_INSIGHTS: readonly string[] = ["enabled", "enhanced", "disabled"];

/** Everything that is wrong with the settings of a cluster, as far as literals show. */
export function* checkFargateCluster(props: Omit<FargateClusterProps, "name">, path = ""): Generator<Issue> {
  const { containerInsights, capacityProviders = CAPACITY_PROVIDERS_OF_FARGATE } = props;
  const { defaultCapacityProviderStrategy: strategy } = props;
  yield* checkWord(containerInsights, CONTAINER_INSIGHTS, `${path}containerInsights`);
  for (const [index, name] of capacityProviders.entries()) {
    yield* checkWord(name, CAPACITY_PROVIDERS_OF_FARGATE, `${path}capacityProviders[${index}]`);
  }
  if (strategy === undefined) return;
  yield* checkCapacityProviders(strategy, `${path}defaultCapacityProviderStrategy`);
  yield* checkProvidersOfCluster(Object.keys(strategy), capacityProviders, `${path}defaultCapacityProviderStrategy`);
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html */
export function* checkProvidersOfCluster(
  named: readonly string[],
  ofCluster: readonly string[],
  path: string,
): Generator<Issue> {
  if (ofCluster.some(isUnresolved)) return;
  for (const name of named.filter((each) => !ofCluster.includes(each))) {
    const all = [...ofCluster, name].map((each) => `"${each}"`).join(", ");
    yield issue("capacity-provider-missing", {
      path: `${path}.${name}`,
      problem: `the cluster does not have the capacity provider ${name}; it has ${ofCluster.join(", ") || "none"}`,
      fix: `give the cluster capacityProviders: [${all}]`,
    });
  }
}

function* checkWord(word: string | undefined, words: readonly string[], path: string): Generator<Issue> {
  if (word === undefined || isUnresolved(word) || words.includes(word)) return;
  yield issue("cluster-setting-unknown", {
    path,
    problem: `"${word}" is none of ${words.join(", ")}`,
    fix: `write ${words.map((each) => `"${each}"`).join(" or ")}`,
  });
}
