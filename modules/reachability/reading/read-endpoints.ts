import type { EndpointType } from "../../aws/endpoint-services/catalog";
import { isLivingState } from "../../aws/endpoint-services/endpoint-state";
import { shortName } from "../../aws/endpoint-services/service-name";
import { type Fact, known, knownValue, mapFact } from "../model/fact";
import type { Endpoint, EndpointAssociation, NetworkModel } from "../model/network-model";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { ABSENT, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, booleanFact, memberOf, textFact } from "./facts";
import { identitiesFact, identityFact, identityOf, referrerTo, withOthers } from "./identities";
import type { NetworkTypeName } from "./network-types";
import { endpointPolicy } from "./read-policy";
import type { ResourceIndex } from "./resource-index";

type EndpointsPart = Pick<
  NetworkModel,
  "endpoints" | "endpointRouteTables" | "endpointSubnets" | "endpointSecurityGroups" | "connectionAccepters"
>;

/** The VPC endpoints, and what is attached to them by resources of its own. */
export function readEndpoints(index: ResourceIndex): EndpointsPart {
  const associations = (type: NetworkTypeName, target: string) =>
    index.managed(type).map(
      (resource): EndpointAssociation => ({
        address: resource.address,
        endpoint: identityFact(resource.argument("vpc_endpoint_id"), index),
        target: identityFact(resource.argument(target), index),
        replacesDefault: booleanFact(resource.argument("replace_default_association"), false),
      }),
    );
  return {
    endpoints: withOthers(
      index.managed("aws_vpc_endpoint").map((endpoint) => readEndpoint(endpoint, index)),
      index
        .found("aws_vpc_endpoint")
        .filter(isLiving)
        .map((endpoint) => readEndpoint(endpoint, index)),
    ),
    endpointRouteTables: associations("aws_vpc_endpoint_route_table_association", "route_table_id"),
    endpointSubnets: associations("aws_vpc_endpoint_subnet_association", "subnet_id"),
    endpointSecurityGroups: associations("aws_vpc_endpoint_security_group_association", "security_group_id"),
    connectionAccepters: index.managed("aws_vpc_endpoint_connection_accepter").map((resource) => ({
      address: resource.address,
      endpoint: identityFact(resource.argument("vpc_endpoint_id"), index),
    })),
  };
}

/** AWS shows an endpoint that was deleted for some time. */
function isLiving(endpoint: TerraformResource): boolean {
  const state = knownValue(textFact(endpoint.argument("state")));
  return state === undefined || isLivingState(state);
}

/** Defaults: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_endpoint */
function readEndpoint(endpoint: TerraformResource, index: ResourceIndex): Endpoint {
  const region = textFact(endpoint.region);
  const serviceName = serviceNameFact(endpoint.argument("service_name"));
  const service = serviceName.known ? shortName(serviceName.value) : undefined;
  const type = typeFact(endpoint.argument("vpc_endpoint_type"));
  const isGateway = knownValue(type) === "Gateway";
  const isInterface = knownValue(type) === "Interface";
  const attached = (name: string) => identitiesFact(endpoint.argument(name), index);
  const dnsOptions = blocksFact(endpoint.argument("dns_options"));
  const [dns] = knownValue(dnsOptions) ?? [];
  const inbound = dns === undefined ? ABSENT : memberOf(dns, "private_dns_only_for_inbound_resolver_endpoint");
  return {
    id: identityOf(endpoint, index),
    address: endpoint.address,
    vpc: identityFact(endpoint.argument("vpc_id"), index),
    serviceName,
    serviceIdentity: identityFact(endpoint.argument("service_name"), index),
    serviceRegion: textFact(endpoint.argument("service_region"), knownValue(region)),
    type,
    privateDns: privateDnsFact(endpoint, index),
    inboundResolverOnly: booleanFact(inbound, false),
    lacksDnsOptions: dnsOptions.known && dns === undefined,
    subnets: isGateway ? known([]) : attached("subnet_ids"),
    securityGroups: isGateway ? known([]) : attached("security_group_ids"),
    routeTables: isInterface ? known([]) : attached("route_table_ids"),
    policy: endpointPolicy(endpoint, index),
    ipAddressType: textFact(endpoint.argument("ip_address_type"), "ipv4"),
    autoAccept: booleanFact(endpoint.argument("auto_accept"), false),
    ...(service === undefined ? {} : { service }),
    ...(endpoint.created === undefined ? {} : { created: endpoint.created }),
  };
}

/** A resource of its own is applied after the endpoint, so that it has the last word. */
function privateDnsFact(endpoint: TerraformResource, index: ResourceIndex): Fact<boolean> {
  const other = referrerTo(identityOf(endpoint, index), "aws_vpc_endpoint_private_dns", "vpc_endpoint_id", index);
  if (!other.known) return other;
  const said = other.value ?? endpoint;
  return booleanFact(said.argument("private_dns_enabled"), false);
}

/** The name may have the Region in it as an expression, and is as good as known then. */
function serviceNameFact(value: Value): Fact<string> {
  return value.kind === "text" ? known(symbolicText(value)) : textFact(value);
}

function typeFact(value: Value): Fact<EndpointType | "other"> {
  return mapFact(textFact(value, "Gateway"), (type) => (type === "Gateway" || type === "Interface" ? type : "other"));
}
