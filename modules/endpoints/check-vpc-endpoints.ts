import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import { isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import { type Issue, issue } from "../issues/issue";
import type { EndpointPlanInNetwork } from "../planning/plan/endpoint-plan-in-network";
import { checkGatewayEndpoint } from "./check-gateway-endpoint";
import { checkInterfaceEndpoint } from "./check-interface-endpoint";
import { checkEndpointPorts } from "./endpoint-port";
import type { RequestedEndpoints } from "./requested-endpoints";
import { ENDPOINT_POLICIES, type VpcEndpointsProps } from "./vpc-endpoints-props";

/**
 * Everything that is wrong with the endpoints of a network; what is wrong with several of them is said once.
 *
 * @param asked the plan in the network, or the services
 */
export function* checkVpcEndpoints(
  props: VpcEndpointsProps,
  requested: RequestedEndpoints,
  asked: EndpointPlanInNetwork | readonly EndpointServiceName[],
): Generator<Issue> {
  const said = new Set<string>();
  for (const found of checkEach(props, requested, asked)) {
    const text = `${found.code} ${found.problem}`;
    if (said.has(text)) continue;
    said.add(text);
    yield found;
  }
}

function* checkEach(
  props: VpcEndpointsProps,
  requested: RequestedEndpoints,
  asked: EndpointPlanInNetwork | readonly EndpointServiceName[],
): Generator<Issue> {
  const { network, services, settings } = props;
  if ("issues" in services && "issues" in asked) {
    // Which subnets the tasks take is not known here. A service looks again, at its own subnets.
    const isShared = services.tasks.length + services.instances.length > 1;
    for (const { task, path, ...found } of asked.issues) {
      const place = isShared && task !== undefined && path !== undefined ? `${task}: ${path}` : path;
      yield place === undefined ? found : { ...found, path: place };
    }
  }
  for (const service of requested.gateways) yield* checkGatewayEndpoint(service, network);
  for (const service of requested.interfaces) {
    const own = settings?.[service];
    if (isEndpointServiceName(service)) yield* checkEndpointPorts(service, own);
    yield* checkInterfaceEndpoint({ ...own, service, network });
  }
  yield* checkSettings(settings ?? {}, requested);
  yield* checkPolicies(props);
}

function* checkPolicies({ policies }: VpcEndpointsProps): Generator<Issue> {
  if (policies === undefined || ENDPOINT_POLICIES.includes(policies)) return;
  yield issue("property-malformed", {
    path: "policies",
    problem: `"${String(policies)}" is none of ${ENDPOINT_POLICIES.join(", ")}`,
    fix: `write ${ENDPOINT_POLICIES.map((each) => `"${each}"`).join(" or ")}`,
  });
}

/** Settings that nothing reads are a misspelt or a forgotten service. */
function* checkSettings(
  settings: NonNullable<VpcEndpointsProps["settings"]>,
  { gateways, interfaces }: RequestedEndpoints,
): Generator<Issue> {
  const created = [...gateways, ...interfaces];
  for (const [service, own] of Object.entries(settings)) {
    if (!created.some((name) => name === service)) {
      yield issue("endpoint-settings-unused", {
        path: `settings.${service}`,
        problem: `there are settings for "${service}", but no endpoint for it is created here`,
        why: "settings that nothing reads are a misspelt or a forgotten service",
        fix: `create it (${created.join(", ") || "none"} are), or remove the settings`,
      });
      continue;
    }
    if (interfaces.some((name) => name === service)) continue;
    for (const setting of ["privateDnsEnabled", "ports"]) {
      if (!Object.hasOwn(own, setting)) continue;
      yield issue("endpoint-settings-unused", {
        path: `settings.${service}.${setting}`,
        problem: `the gateway endpoint for "${service}" has no ${setting}`,
        why: "it is a route to the service's public addresses; it has a policy and tags only",
        fix: `remove ${setting}`,
      });
    }
  }
}
