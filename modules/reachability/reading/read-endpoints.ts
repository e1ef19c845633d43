import type { EndpointType } from "../../aws/endpoint-services/catalog";
import { shortName } from "../../aws/endpoint-services/service-name";
import { type Fact, known, knownValue, mapFact } from "../model/fact";
import type { Endpoint, EndpointAssociation, NetworkModel } from "../model/network-model";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, booleanFact, memberOf, textFact } from "./facts";
import { identitiesFact, identityFact, identityOf } from "./identities";
import { endpointPolicy } from "./read-policy";
import type { ResourceIndex } from "./resource-index";

type EndpointsPart = Pick<
  NetworkModel,
  "endpoints" | "endpointRouteTables" | "endpointSubnets" | "endpointSecurityGroups" | "connectionAccepters"
>;

/** The VPC endpoints, and what is attached to them by resources of its own. */
export function readEndpoints(index: ResourceIndex): EndpointsPart {
  const associations = (type: string, target: string) =>
    index.managed(type).map(
      (resource): EndpointAssociation => ({
        address: resource.address,
        endpoint: identityFact(resource.argument("vpc_endpoint_id"), index),
        target: identityFact(resource.argument(target), index),
      }),
    );
  return {
    endpoints: index.managed("aws_vpc_endpoint").map((endpoint) => readEndpoint(endpoint, index)),
    endpointRouteTables: associations("aws_vpc_endpoint_route_table_association", "route_table_id"),
    endpointSubnets: associations("aws_vpc_endpoint_subnet_association", "subnet_id"),
    endpointSecurityGroups: associations("aws_vpc_endpoint_security_group_association", "security_group_id"),
    connectionAccepters: index.managed("aws_vpc_endpoint_connection_accepter").map((resource) => ({
      address: resource.address,
      endpoint: identityFact(resource.argument("vpc_endpoint_id"), index),
    })),
  };
}

/** Defaults: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_endpoint */
function readEndpoint(endpoint: TerraformResource, index: ResourceIndex): Endpoint {
  const region = textFact(endpoint.region);
  const serviceName = serviceNameFact(endpoint.argument("service_name"));
  const service = serviceName.known ? shortName(serviceName.value) : undefined;
  const type = typeFact(endpoint.argument("vpc_endpoint_type"));
  const dns = blocksFact(endpoint.argument("dns_options"));
  const inbound = dns.known
    ? dns.value.map((block) => memberOf(block, "private_dns_only_for_inbound_resolver_endpoint"))[0]
    : undefined;
  return {
    id: identityOf(endpoint, index),
    address: endpoint.address,
    vpc: identityFact(endpoint.argument("vpc_id"), index),
    serviceName,
    serviceIdentity: identityFact(endpoint.argument("service_name"), index),
    ...(service === undefined ? {} : { service }),
    serviceRegion: textFact(endpoint.argument("service_region"), knownValue(region)),
    type,
    privateDns: computed(endpoint.argument("private_dns_enabled"), endpoint),
    // In a plan of a new endpoint the block is computed; nobody has asked for it then.
    inboundResolverOnly: inbound === undefined ? known(false) : computed(inbound, endpoint),
    subnets: attached(endpoint.argument("subnet_ids"), knownValue(type) !== "Gateway", endpoint, index),
    securityGroups: attached(endpoint.argument("security_group_ids"), knownValue(type) !== "Gateway", endpoint, index),
    routeTables: attached(endpoint.argument("route_table_ids"), knownValue(type) !== "Interface", endpoint, index),
    policy: endpointPolicy(endpoint, index),
    ipAddressType: textFact(endpoint.argument("ip_address_type"), "ipv4"),
    autoAccept: booleanFact(endpoint.argument("auto_accept"), false),
    ...(endpoint.created === undefined ? {} : { created: endpoint.created }),
  };
}

/** The name may have the Region in it as an expression, and is as good as known then. */
function serviceNameFact(value: Value): Fact<string> {
  return value.kind === "text" ? known(symbolicText(value)) : textFact(value);
}

function typeFact(value: Value): Fact<EndpointType | "other"> {
  return mapFact(textFact(value, "Gateway"), (type) => (type === "Gateway" || type === "Interface" ? type : "other"));
}

/** An argument of which the provider says "known after apply" although nobody has given it has its default. */
function computed(value: Value, endpoint: TerraformResource): Fact<boolean> {
  const isOwn = value.kind === "reference" && value.address === endpoint.address;
  return isOwn ? known(false) : booleanFact(value, false);
}

function attached(value: Value, applies: boolean, endpoint: TerraformResource, index: ResourceIndex) {
  const isOwn = value.kind === "reference" && value.address === endpoint.address;
  return isOwn || isAbsent(value) || !applies ? known([]) : identitiesFact(value, index);
}
