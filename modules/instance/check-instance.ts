import { type Issue, issue } from "../issues/issue";
import { checkInstanceSpec } from "../planning/instance/check-instance-spec";
import { EndpointPlan } from "../planning/plan/endpoint-plan";
import { instanceEgress } from "./instance-egress";
import { presentEndpoints } from "./instance-endpoints";
import type { InstanceProps } from "./instance-props";
import { checkInstanceSubnet, instanceSubnet } from "./instance-subnet";

/** Everything that is wrong with an instance and its network, as far as literals show. */
export function* checkInstance(props: InstanceProps): Generator<Issue> {
  const issues = [...checkInstanceSpec(props.instance), ...checkInstanceSubnet(props), ...checkEgress(props)];
  yield* issues;
  // A plan for an instance that is wrong itself would only repeat what is wrong.
  if (issues.length === 0) yield* checkWays(props);
}

/** A rule of the same name would take the place of the one that leads to the endpoints. */
function* checkEgress(props: InstanceProps): Generator<Issue> {
  const taken = instanceEgress(props);
  for (const name of Object.keys(props.securityGroup?.egress ?? {})) {
    if (!Object.hasOwn(taken, name)) continue;
    yield issue("egress-rule-name-taken", {
      path: `securityGroup.egress.${name}`,
      problem: `the egress rule "${name}" has the name of a rule that lets the instance out ${taken[name]?.description}`,
      why: "the name is part of the resource address, and without the other rule the instance does not get there",
      fix: `give it another name, for example "${name}-own"`,
    });
  }
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
  const present = presentEndpoints(props);
  const names = [...new Set(present.map(({ service }) => service))].join(", ");
  const among = names === "" ? "and there are no endpoints" : `which is not among the endpoints ${names}`;
  const plan = EndpointPlan.forInstances([props.instance]).in({ region: props.network.region, endpoints: present });
  for (const { service, reasons } of plan.missing) {
    const [{ source, text, failure, task }] = reasons;
    const quiet = source === "sessionManager" ? ", or write sessionManager: false" : "";
    yield issue("endpoint-missing", {
      path: source === undefined ? undefined : `instance.${source}`,
      problem: `the instance "${task}" needs "${service}", ${among}`,
      why: `${text}; without the endpoint ${failure}`,
      fix: `add "${service}" to services, or use services: EndpointPlan.forInstances([instance])${quiet}${otherwise}`,
    });
  }
}
