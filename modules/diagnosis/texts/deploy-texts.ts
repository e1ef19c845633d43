import type { FailedCall } from "../causes/failed-call";
import { hostsIn } from "../input/host-in-text";
import { type KnownText, PAGES } from "./known-text";

const REFUSED_ENDPOINT = "EC2 refuses the endpoint";
const GATEWAY_PAGE = "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html";

/** The endpoint service that a text names, by its own name or by its host. */
function endpointCall(text: string): FailedCall {
  const [, region, service] = /com\.amazonaws\.([a-z]{2,}(?:-[a-z]+)+-\d+)\.([a-z0-9.-]+[a-z0-9])/.exec(text) ?? [];
  if (service !== undefined && region !== undefined)
    return { services: [service], region, actions: [], by: "deployment" };
  const named = hostsIn(text).find((each) => each.service !== undefined);
  const { service: ofHost, ...where } = named ?? { host: "" };
  return {
    services: ofHost === undefined ? [] : [ofHost],
    actions: [],
    by: "deployment",
    ...(named === undefined ? {} : where),
  };
}

/** Texts of a deployment that creates endpoints. */
export const DEPLOY_TEXTS: readonly KnownText[] = [
  {
    name: "private-dns-conflict",
    pattern: /conflicting DNS domain for/i,
    what: REFUSED_ENDPOINT,
    call: endpointCall,
    causes: ["private-dns-conflict"],
    source: PAGES.interfaceEndpoint,
    confidence: "seen",
  },
  {
    name: "zone-not-offered",
    pattern: /does not support the availability zone of the subnet/i,
    what: REFUSED_ENDPOINT,
    call: endpointCall,
    causes: ["endpoint-zone-not-offered"],
    source: PAGES.interfaceEndpoint,
    confidence: "seen",
  },
  {
    name: "subnets-of-one-zone",
    pattern: /DuplicateSubnetsInSameZone/,
    what: REFUSED_ENDPOINT,
    call: endpointCall,
    causes: ["endpoint-subnets-share-zone"],
    source: PAGES.interfaceEndpoint,
    confidence: "seen",
  },
  {
    name: "private-dns-without-vpc-dns",
    pattern: /Enabling private DNS requires both enableDnsSupport and enableDnsHostnames/i,
    what: REFUSED_ENDPOINT,
    call: endpointCall,
    causes: ["vpc-dns-hostnames-off", "vpc-dns-support-off"],
    source: PAGES.interfaceEndpoint,
    confidence: "seen",
  },
  {
    name: "endpoint-service-unknown",
    pattern: /InvalidServiceName|Vpc Endpoint Service '[^']*' does not exist/i,
    what: REFUSED_ENDPOINT,
    call: endpointCall,
    causes: ["service-unknown"],
    source: PAGES.interfaceEndpoint,
    confidence: "seen",
  },
  {
    name: "gateway-route-duplicate",
    pattern: /RouteAlreadyExists.*\bpl-/,
    what: REFUSED_ENDPOINT,
    call: endpointCall,
    causes: ["gateway-route-duplicate"],
    source: GATEWAY_PAGE,
    confidence: "seen",
  },
  {
    name: "endpoint-quota",
    pattern: /VpcEndpointLimitExceeded/,
    what: REFUSED_ENDPOINT,
    call: endpointCall,
    causes: ["endpoint-quota"],
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html",
    confidence: "seen",
  },
];
