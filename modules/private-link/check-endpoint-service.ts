import { isRegion } from "../aws/region";
import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { checkAllowedPrincipals } from "./allowed-principals";
import type { EndpointServiceProps } from "./endpoint-service";

/** Everything that is wrong with an endpoint service, as far as literals show. */
export function checkEndpointService(props: EndpointServiceProps): Issue[] {
  return [
    ...loadBalancerIssues(props),
    ...checkAllowedPrincipals(props.allowedPrincipals, props.acceptanceRequired ?? true),
    ...ipAddressIssues(props),
    ...(props.supportedRegions ?? []).flatMap(regionIssues),
    ...crossRegionIssues(props),
    ...privateDnsNameIssues(props.privateDnsName),
  ];
}

function loadBalancerIssues({ loadBalancers }: EndpointServiceProps): Issue[] {
  if (loadBalancers.length > 0) return [];
  return [
    issue("endpoint-service-load-balancer-missing", {
      path: "loadBalancers",
      problem: "the endpoint service has no load balancer",
      fix: "pass a NetworkLoadBalancer: loadBalancers: [balancer]",
    }),
  ];
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html, read 2026-11-20. */
function ipAddressIssues({ supportedIpAddressTypes = [], loadBalancers }: EndpointServiceProps): Issue[] {
  if (!supportedIpAddressTypes.includes("ipv6")) return [];
  return loadBalancers.flatMap(({ ipAddressType }, index): Issue[] => {
    if (ipAddressType === undefined || ipAddressType === "dualstack" || isUnresolved(ipAddressType)) return [];
    return [
      issue("endpoint-service-without-ipv6", {
        path: "supportedIpAddressTypes",
        problem: `IPv6 is offered, but loadBalancers[${index}] is ${ipAddressType}`,
        fix: 'write ipAddressType: "dualstack" for the load balancer, or leave "ipv6" out',
      }),
    ];
  });
}

function regionIssues(region: string, index: number): Issue[] {
  if (isUnresolved(region) || isRegion(region)) return [];
  return [
    issue("region-unknown", {
      path: `supportedRegions[${index}]`,
      problem: `"${region}" is not the name of a Region`,
      why: "consumers in the Regions that are listed may connect",
      fix: 'write it as AWS does, for example "eu-west-1"',
    }),
  ];
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html, read 2026-11-20. */
function crossRegionIssues({ supportedRegions = [], loadBalancers }: EndpointServiceProps): Issue[] {
  if (supportedRegions.length === 0) return [];
  return loadBalancers.flatMap(({ availabilityZones }, index): Issue[] => {
    if (availabilityZones === undefined || new Set(availabilityZones).size >= 2) return [];
    return [
      issue("cross-region-zones-too-few", {
        path: `loadBalancers[${index}]`,
        problem: `consumers in other Regions may connect, but the load balancer stands in ${availabilityZones.join(", ") || "no zone"} only`,
        fix: "give the load balancer a subnet in another zone, or leave supportedRegions out",
      }),
    ];
  });
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html, read 2026-11-20. */
function privateDnsNameIssues(name: string | undefined): Issue[] {
  if (name === undefined || isUnresolved(name)) return [];
  if (/^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(name)) return [];
  return [
    issue("private-dns-name-malformed", {
      path: "privateDnsName",
      problem: `"${name}" is not a name that consumers could use`,
      fix: /[A-Z]/.test(name) ? `write "${name.toLowerCase()}"` : 'write for example "orders.example.com"',
    }),
  ];
}
