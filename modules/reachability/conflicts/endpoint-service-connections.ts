import { sameZoneName } from "../checks/one-subnet-per-zone";
import { type Fact, knownValue } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { Endpoint, EndpointServiceModel } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { type ConflictRule, conflict, type ResourceIssue } from "./conflict-rule";

/** Connections to an endpoint service that is in the Terraform at hand: they have a zone in common, and somebody accepts them. */
export const endpointServiceConnections: ConflictRule = function* (view) {
  const services = new Map(view.model.endpointServices.map((service) => [service.serviceName.text, service]));
  for (const endpoint of view.model.endpoints) {
    const service = endpoint.serviceIdentity.known ? services.get(endpoint.serviceIdentity.value.text) : undefined;
    if (service === undefined) continue;
    yield* withoutCommonZone(view, endpoint, service);
    yield* notAccepted(view, endpoint, service);
  }
};

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html */
function* withoutCommonZone(
  view: NetworkView,
  endpoint: Endpoint,
  service: EndpointServiceModel,
): Generator<ResourceIssue> {
  const offered = knownValue(service.zones);
  const subnets = knownValue(view.subnetsOf(endpoint));
  if (offered === undefined || offered.length === 0 || subnets === undefined) return;
  for (const id of subnets) {
    const subnet = view.subnet(id);
    const zone: Fact<Identity> = subnet.zone;
    if (!zone.known || offered.some((each) => sameZoneName(each, zone.value) !== "no")) continue;
    yield conflict("endpoint-zone-not-offered", {
      path: endpoint.address,
      problem: `${endpoint.address} is in ${subnet.address} in ${zone.value.text}, and ${service.address} has its load balancer in ${offered.map(({ text }) => text).join(", ")}`,
      why: "an endpoint service is offered in the zones of its load balancer, and AWS refuses an endpoint in any other",
      fix: `name a subnet in one of those zones in subnet_ids of ${endpoint.address}, or add a subnet in ${zone.value.text} to the load balancer`,
    });
  }
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html */
function* notAccepted(view: NetworkView, endpoint: Endpoint, service: EndpointServiceModel): Generator<ResourceIssue> {
  if (knownValue(service.acceptanceRequired) !== true || knownValue(endpoint.autoAccept) !== false) return;
  const isAccepted = view.model.connectionAccepters.some(
    (accepter) => !accepter.endpoint.known || sameIdentity(accepter.endpoint.value, endpoint.id) !== "no",
  );
  if (isAccepted) return;
  yield conflict("connection-not-accepted", {
    path: endpoint.address,
    problem: `${service.address} requires that connections are accepted, and nothing here accepts that of ${endpoint.address}`,
    fix: `add an aws_vpc_endpoint_connection_accepter for ${endpoint.address}, set acceptance_required = false on ${service.address}, or accept it by hand`,
  });
}
