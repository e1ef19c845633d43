import { eachFact, type Fact, known, unknown } from "../model/fact";
import type { Identity } from "../model/identity";
import type { EndpointServiceLookup, EndpointServiceModel } from "../model/network-model";
import { isAbsent } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { booleanFact, listFact, textFact } from "./facts";
import { identitiesFact, identityFact, identityOf, resourceOf } from "./identities";
import { subnetsOfBalancer } from "./read-load-balancers";
import type { ResourceIndex } from "./resource-index";

/** What data sources have found out about the services of endpoints; in a plan it is known. */
export function readLookups(index: ResourceIndex): readonly EndpointServiceLookup[] {
  return index.data("aws_vpc_endpoint_service").map((lookup) => {
    const zones = lookup.argument("availability_zones");
    return {
      address: lookup.address,
      serviceName: textFact(lookup.attribute("service_name")),
      zones: isAbsent(zones)
        ? unknown(`${lookup.address} is looked up when Terraform runs`)
        : eachFact(listFact(zones), (zone) => textFact(zone)),
    };
  });
}

/** Endpoint services of somebody's own, with the zones of their load balancers. */
export function readEndpointServices(index: ResourceIndex): readonly EndpointServiceModel[] {
  return index.managed("aws_vpc_endpoint_service").map((service) => {
    const id = identityOf(service, index);
    const name = identityFact(service.attribute("service_name"), index);
    return {
      id,
      address: service.address,
      serviceName: name.known ? name.value : { kind: "created", text: `${id.text}.service_name` },
      acceptanceRequired: booleanFact(service.argument("acceptance_required"), true),
      zones: zonesOf(service, index),
    };
  });
}

function zonesOf(service: TerraformResource, index: ResourceIndex): Fact<readonly Identity[]> {
  const arns = identitiesFact(service.argument("network_load_balancer_arns"), index);
  if (!arns.known) return arns;
  const zones: Identity[] = [];
  for (const arn of arns.value) {
    const balancer = resourceOf(arn, "aws_lb", index) ?? resourceOf(arn, "aws_alb", index);
    if (balancer === undefined) return unknown(`the load balancer ${arn.text} is elsewhere`);
    const subnets = subnetsOfBalancer(balancer, index);
    if (!subnets.known) return subnets;
    for (const id of subnets.value) {
      const subnet = resourceOf(id, "aws_subnet", index);
      const zone = subnet && identityFact(subnet.argument("availability_zone"), index);
      if (zone === undefined || !zone.known) return unknown(`the zone of the subnet ${id.text} is not known`);
      zones.push(zone.value);
    }
  }
  return known(zones);
}
