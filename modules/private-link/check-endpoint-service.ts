import { isRegion } from "../aws/region";
import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { checkAllowedPrincipals } from "./check-allowed-principals";
import type { EndpointServiceProps } from "./endpoint-service-props";

/** Everything that is wrong with an endpoint service, as far as literals show. */
export function* checkEndpointService(props: EndpointServiceProps): Generator<Issue> {
  if (props.loadBalancers.length === 0) {
    yield issue("endpoint-service-load-balancer-missing", {
      path: "loadBalancers",
      problem: "the endpoint service has no load balancer",
      fix: "pass a NetworkLoadBalancer: loadBalancers: [balancer]",
    });
  }
  yield* checkAllowedPrincipals(props.allowedPrincipals, props.acceptanceRequired ?? true);
  yield* checkIpAddressTypes(props);
  yield* checkRegions(props);
  yield* checkZones(props);
  yield* checkPrivateDnsName(props.privateDnsName);
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html, read 2026-11-20. */
function* checkIpAddressTypes({ supportedIpAddressTypes = [], loadBalancers }: EndpointServiceProps): Generator<Issue> {
  if (!supportedIpAddressTypes.includes("ipv6")) return;
  for (const [index, { ipAddressType }] of loadBalancers.entries()) {
    if (ipAddressType === undefined || ipAddressType === "dualstack" || isUnresolved(ipAddressType)) continue;
    yield issue("endpoint-service-without-ipv6", {
      path: "supportedIpAddressTypes",
      problem: `IPv6 is offered, but loadBalancers[${index}] is ${ipAddressType}`,
      fix: 'write ipAddressType: "dualstack" for the load balancer, or leave "ipv6" out',
    });
  }
}

function* checkRegions({ supportedRegions = [] }: EndpointServiceProps): Generator<Issue> {
  for (const [index, region] of supportedRegions.entries()) {
    if (isUnresolved(region) || isRegion(region)) continue;
    yield issue("region-unknown", {
      path: `supportedRegions[${index}]`,
      problem: `"${region}" is not the name of a Region`,
      why: "consumers in the Regions that are listed may connect",
      fix: 'write it as AWS does, for example "eu-west-1"',
    });
  }
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html, read 2026-11-20. */
function* checkZones({ supportedRegions = [], loadBalancers }: EndpointServiceProps): Generator<Issue> {
  if (supportedRegions.length === 0) return;
  for (const [index, { availabilityZones }] of loadBalancers.entries()) {
    if (availabilityZones === undefined || new Set(availabilityZones).size >= 2) continue;
    yield issue("cross-region-zones-too-few", {
      path: `loadBalancers[${index}]`,
      problem: `consumers in other Regions may connect, but the load balancer stands in ${availabilityZones.join(", ") || "no zone"} only`,
      fix: "give the load balancer a subnet in another zone, or leave supportedRegions out",
    });
  }
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html, read 2026-11-20. */
function* checkPrivateDnsName(name: string | undefined): Generator<Issue> {
  if (name === undefined || isUnresolved(name)) return;
  if (/^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(name)) return;
  yield issue("private-dns-name-malformed", {
    path: "privateDnsName",
    problem: `"${name}" is not a name that consumers could use`,
    fix: /[A-Z]/.test(name) ? `write "${name.toLowerCase()}"` : 'write for example "orders.example.com"',
  });
}
