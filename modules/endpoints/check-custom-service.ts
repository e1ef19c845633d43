import { type Issue, issue } from "../issues/issue";
import type { Network, NetworkSubnet } from "../network/network";
import { isUnresolved } from "../values/unresolved";
import type { CustomEndpointService } from "./interface-endpoint-props";

/**
 * Everything that is wrong with the service of an endpoint that is given by its full name.
 *
 * @param subnets the subnets that would hold the endpoint
 */
export function* checkCustomService(
  service: CustomEndpointService,
  network: Network,
  subnets: readonly NetworkSubnet[],
): Generator<Issue> {
  yield* checkName(service, network);
  yield* checkOfferedZones(service, network, subnets);
}

function* checkName({ serviceName, region }: CustomEndpointService, network: Network): Generator<Issue> {
  if (isUnresolved(serviceName)) return;
  const own = region ?? network.region;
  if (!serviceName.includes(".")) {
    yield issue("service-name-malformed", {
      path: "service.serviceName",
      problem: `"${serviceName}" is not the full name of a service`,
      fix: `write "com.amazonaws.vpce.${own}.${/^vpce-svc-/.test(serviceName) ? serviceName : "vpce-svc-..."}"`,
    });
    return;
  }
  const named = /\.vpce\.([a-z0-9-]+)\.vpce-svc-/.exec(serviceName)?.[1];
  if (named === undefined || isUnresolved(own) || named === own) return;
  yield issue("service-in-other-region", {
    path: "service.serviceName",
    problem: `the service "${serviceName}" is in ${named}, the endpoint would look for it in ${own}`,
    fix: `write { serviceName, region: "${named}" }; its owner has to list ${network.region} in supportedRegions`,
  });
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html, read 2026-11-20. */
function* checkOfferedZones(
  { availabilityZones, region }: CustomEndpointService,
  network: Network,
  subnets: readonly NetworkSubnet[],
): Generator<Issue> {
  if (availabilityZones === undefined || availabilityZones.some(isUnresolved)) return;
  // An endpoint in another Region goes to whatever zones the service has there.
  if (region !== undefined && region !== network.region) return;
  const outside = subnets.filter(
    ({ availabilityZone }) => !isUnresolved(availabilityZone) && !availabilityZones.includes(availabilityZone),
  );
  if (outside.length === 0) return;
  const zones = availabilityZones.join(", ");
  const names = outside.map(({ name, availabilityZone }) => `"${name}" in ${availabilityZone}`).join(", ");
  const others = subnets.filter((subnet) => !outside.includes(subnet)).map(({ name }) => `"${name}"`);
  yield issue("endpoint-zone-not-offered", {
    path: "subnets",
    problem: `the service is offered in ${zones}, the endpoint would be placed in ${names}`,
    why: "an endpoint can be placed only in zones in which the service's load balancer stands",
    fix:
      others.length === 0
        ? `add a subnet in ${zones}, or give the load balancer one in ${outside[0]?.availabilityZone}`
        : `write subnets: [${others.join(", ")}], or give the load balancer a subnet in ${outside.map(({ availabilityZone }) => availabilityZone).join(", ")}`,
  });
}
