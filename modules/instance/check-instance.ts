import { checkEgressNames } from "../endpoints/check-egress-names";
import type { Issue } from "../issues/issue";
import { checkInstanceSpec } from "../planning/instance/check-instance-spec";
import { EndpointPlan } from "../planning/plan/endpoint-plan";
import { missingEndpointIssues } from "../planning/plan/missing-endpoint-issues";
import { instanceEgress } from "./instance-egress";
import { presentEndpoints } from "./instance-endpoints";
import type { InstanceProps } from "./instance-props";
import { checkInstanceSubnet, instanceSubnet } from "./instance-subnet";

/** Everything that is wrong with an instance and its network, as far as literals show. */
export function* checkInstance(props: InstanceProps): Generator<Issue> {
  const issues = [
    ...checkInstanceSpec(props.instance),
    ...checkInstanceSubnet(props),
    ...checkEgressNames("instance", instanceEgress(props), props.securityGroup?.egress),
  ];
  yield* issues;
  // A plan for an instance that is wrong itself would only repeat what is wrong.
  if (issues.length === 0) yield* checkWays(props);
}

/** What the instance calls must have a way: an endpoint, or the way out of its subnet. */
function* checkWays(props: InstanceProps): Generator<Issue> {
  const subnet = instanceSubnet(props);
  if (subnet?.tier === "public" && props.publicAddress === false) {
    yield* checkEndpoints(props, "; or leave publicAddress out, since only a public address uses the internet gateway");
  } else if (subnet?.wayOut === undefined) {
    yield* checkEndpoints(props);
  }
}

/**
 * Everything that the instance calls has an endpoint.
 *
 * @param otherwise what helps as well
 */
function* checkEndpoints(props: InstanceProps, otherwise = ""): Generator<Issue> {
  const plan = EndpointPlan.forInstances([props.instance]);
  const inNetwork = plan.in({ region: props.network.region, endpoints: presentEndpoints(props) });
  for (const missing of missingEndpointIssues(inNetwork, "instance")) {
    yield { ...missing, fix: `${missing.fix}${otherwise}` };
  }
}
