import { hostsEndpoints } from "../addressing/subnet-spec";
import { isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import { type Issue, issue } from "../issues/issue";
import { wayOutOfSome } from "../network/way-out";
import { checkGatewayEndpoint } from "./check-gateway-endpoint";
import { checkInterfaceEndpoint } from "./check-interface-endpoint";
import { portIssues } from "./endpoint-port";
import type { RequestedEndpoints } from "./requested-endpoints";
import type { VpcEndpointsProps } from "./vpc-endpoints";

/** Everything that is wrong with the endpoints of a network; what is wrong with several of them is said once. */
export function checkVpcEndpoints(props: VpcEndpointsProps, requested: RequestedEndpoints): Issue[] {
  const { network, services, settings } = props;
  const endpointSubnets = network.subnets.filter(({ tier }) => hostsEndpoints(tier));
  // Which subnets the tasks take is not known here. A service looks again, at its own subnets.
  const wayOut = wayOutOfSome(network);
  const surroundings = { ...network, ...(wayOut === undefined ? {} : { wayOut }) };
  const issues: Issue[] = "issues" in services ? [...services.in(surroundings).issues] : [];
  for (const service of requested.gateways) issues.push(...checkGatewayEndpoint(service, network));
  for (const service of requested.interfaces) {
    if (isEndpointServiceName(service)) issues.push(...portIssues(service, settings?.[service]));
    issues.push(
      ...checkInterfaceEndpoint({
        service,
        network,
        endpointSubnets,
        privateDnsEnabled: settings?.[service]?.privateDnsEnabled ?? true,
        securityGroups: 1,
      }),
    );
  }
  issues.push(...settingsIssues(settings ?? {}, requested));
  const said = new Set<string>();
  return issues.filter(({ code, problem }) => !said.has(`${code} ${problem}`) && said.add(`${code} ${problem}`));
}

/** Settings that nothing reads are a misspelt or a forgotten service. */
function settingsIssues(settings: NonNullable<VpcEndpointsProps["settings"]>, requested: RequestedEndpoints): Issue[] {
  const created = [...requested.gateways, ...requested.interfaces];
  return Object.entries(settings).flatMap(([service, own]): Issue[] => {
    if (!created.some((name) => name === service)) {
      return [
        issue("endpoint-settings-unused", {
          path: `settings.${service}`,
          problem: `there are settings for "${service}", but no endpoint for it is created here`,
          why: "settings that nothing reads are a misspelt or a forgotten service",
          fix: `create it (${created.join(", ") || "none"} are), or remove the settings`,
        }),
      ];
    }
    if (requested.interfaces.some((name) => name === service)) return [];
    return ["privateDnsEnabled", "ports"]
      .filter((setting) => Object.hasOwn(own, setting))
      .map((setting) =>
        issue("endpoint-settings-unused", {
          path: `settings.${service}.${setting}`,
          problem: `the gateway endpoint for "${service}" has no ${setting}`,
          why: "it is a route to the service's public addresses; it has a policy and tags only",
          fix: `remove ${setting}`,
        }),
      );
  });
}
