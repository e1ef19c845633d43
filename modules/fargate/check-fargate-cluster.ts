import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { CAPACITY_PROVIDERS_OF_FARGATE, checkCapacityProviders } from "./capacity-providers";
import { checkWord } from "./check-word";
import type { FargateClusterProps } from "./fargate-cluster-props";

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html */
const CONTAINER_INSIGHTS: readonly string[] = ["enabled", "enhanced", "disabled"];

/** Everything that is wrong with the settings of a cluster, as far as literals show. */
export function* checkFargateCluster(props: Omit<FargateClusterProps, "name">, path = ""): Generator<Issue> {
  const { containerInsights, capacityProviders = CAPACITY_PROVIDERS_OF_FARGATE } = props;
  const { defaultCapacityProviderStrategy: strategy } = props;
  yield* checkWord("cluster-setting-unknown", containerInsights, CONTAINER_INSIGHTS, `${path}containerInsights`);
  for (const [index, name] of capacityProviders.entries()) {
    yield* checkWord(
      "cluster-setting-unknown",
      name,
      CAPACITY_PROVIDERS_OF_FARGATE,
      `${path}capacityProviders[${index}]`,
    );
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
