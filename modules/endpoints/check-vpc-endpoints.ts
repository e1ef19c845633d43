import { hostsEndpoints } from "../planning/addressing/subnet-spec";
import { isEndpointServiceName } from "../planning/endpoint-services/endpoint-service";
import type { Issue } from "../planning/issue";
import { checkGatewayEndpoint } from "./check-gateway-endpoint";
import { checkInterfaceEndpoint } from "./check-interface-endpoint";
import { portIssues } from "./endpoint-port";
import type { RequestedEndpoints } from "./requested-endpoints";
import type { VpcEndpointsProps } from "./vpc-endpoints";

/** Everything that is wrong with the endpoints of a network; what is wrong with several of them is said once. */
export function checkVpcEndpoints(props: VpcEndpointsProps, requested: RequestedEndpoints): Issue[] {
  const { network, services, settings } = props;
  const endpointSubnets = network.subnets.filter(({ tier }) => hostsEndpoints(tier));
  const issues: Issue[] = "issues" in services ? [...services.issues] : [];
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
  for (const service of Object.keys(settings ?? {})) {
    if (requested.interfaces.some((planned) => planned === service)) continue;
    issues.push({
      code: "endpoint-settings-unused",
      path: `settings.${service}`,
      problem: `there are settings for "${service}", but no interface endpoint for it is created here`,
      why: "settings that nothing reads are a misspelt or a forgotten service",
      fix: `create it (${[...requested.interfaces].join(", ") || "none"} are), or remove the settings`,
    });
  }
  const said = new Set<string>();
  return issues.filter(({ code, problem }) => !said.has(`${code} ${problem}`) && said.add(`${code} ${problem}`));
}
