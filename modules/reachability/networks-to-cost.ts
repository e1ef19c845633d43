import type { EndpointToCost, NetworkToCost } from "../cost/network-to-cost";
import { knownValue } from "./model/fact";
import type { Identity } from "./model/identity";
import type { Endpoint, NatGateway } from "./model/network-model";
import { NetworkView } from "./model/network-view";
import type { Proof } from "./model/proof";
import { readNetworkModel } from "./reading/read-network-model";
import type { TerraformReading } from "./terraform/terraform-reading";

/** The VPCs of what was read that have endpoints, NAT gateways or tasks, in the order of their addresses. */
export function networksToCost(reading: TerraformReading, { conflicts }: Pick<Proof, "conflicts">): NetworkToCost[] {
  const view = new NetworkView(readNetworkModel(reading));
  // What is accepted is kept for something.
  const unused = conflicts.filter(({ code, accepted }) => code === "endpoint-unused" && accepted === undefined);
  const idle = new Set(unused.map(({ path }) => path));
  const known = vpcsOf(view).map((vpc) => networkOf(vpc, view, idle));
  const lost = view.model.endpoints.filter(({ vpc }) => !vpc.known).map((each) => endpointOf(each, view, idle));
  return [
    ...known.sort((one, other) => (one.name < other.name ? -1 : 1)),
    ...(lost.length === 0 ? [] : [{ name: "a VPC that is not known", endpoints: lost }]),
  ];
}

function vpcsOf(view: NetworkView): readonly Identity[] {
  const { endpoints, natGateways } = view.model;
  const ids = [
    ...endpoints.map(({ vpc }) => knownValue(vpc)),
    ...natGateways.map((gateway) => vpcOfGateway(gateway, view)),
    ...view.model.tasks.flatMap(({ subnets }) => (knownValue(subnets) ?? []).map((id) => vpcOfSubnet(id, view))),
  ];
  return [...new Map(ids.flatMap((id) => (id === undefined ? [] : [[id.text, id] as const]))).values()];
}

function networkOf(vpc: Identity, view: NetworkView, idle: ReadonlySet<string | undefined>): NetworkToCost {
  const { address, region } = view.vpc(vpc);
  const { items } = view.endpointsIn(vpc);
  const others = othersIn(vpc, view);
  const inRegion = view.regions.cluesOf(vpc)[0]?.region ?? knownValue(region);
  const zones = zonesOfTasks(vpc, view);
  return {
    name: address,
    ...(inRegion === undefined ? {} : { region: inRegion }),
    ...(zones === undefined ? {} : { zones }),
    endpoints: items.map((each) => endpointOf(each, view, idle)),
    ...(others === undefined ? {} : { others }),
    natGateways: view.model.natGateways.filter((each) => isPublicIn(each, vpc, view)).length,
  };
}

/** Why there may be more in a VPC: it exists, or Terraform alone knows of something where it is, or how many there are of it. */
function othersIn(vpc: Identity, view: NetworkView): string | undefined {
  const { others, possible } = view.endpointsIn(vpc);
  const gateways = view.model.natGateways.filter((each) => vpcOfGateway(each, view) === undefined);
  const [vague] = [...possible, ...gateways];
  return others ?? (vague === undefined ? undefined : `whether ${vague.address} is in it is not known`);
}

/** The name of an endpoint service, or a reference to one that is created; a lookup finds those of AWS as well. */
const SERVICE_OF_OTHERS = /\.vpce-svc-|(?<!data\.)aws_vpc_endpoint_service\./;

/** An endpoint has a subnet for each zone, and no more. */
function endpointOf(endpoint: Endpoint, view: NetworkView, idle: ReadonlySet<string | undefined>): EndpointToCost {
  const { address, service, serviceName, type } = endpoint;
  const name = service ?? knownValue(serviceName);
  const kind = knownValue(type);
  const subnets = knownValue(view.subnetsOf(endpoint));
  const zones = kind === "Gateway" || subnets === undefined ? undefined : new Set(subnets.map(({ text }) => text)).size;
  return {
    service: name ?? "a service that is not known",
    address,
    ...(kind === undefined ? {} : { type: kind }),
    ...(zones === undefined ? {} : { zones }),
    ...(name !== undefined && SERVICE_OF_OTHERS.test(name) ? { ofOthers: true } : {}),
    ...(idle.has(address) ? { unused: true } : {}),
  };
}

/** A private NAT gateway leads to other networks, and not to AWS. */
function isPublicIn(gateway: NatGateway, vpc: Identity, view: NetworkView): boolean {
  return knownValue(gateway.isPublic) !== false && vpcOfGateway(gateway, view)?.text === vpc.text;
}

function vpcOfGateway({ subnet }: NatGateway, view: NetworkView): Identity | undefined {
  return subnet.known ? vpcOfSubnet(subnet.value, view) : undefined;
}

function vpcOfSubnet(subnet: Identity, view: NetworkView): Identity | undefined {
  return knownValue(view.subnet(subnet).vpc);
}

function zonesOfTasks(vpc: Identity, view: NetworkView): number | undefined {
  const subnets = view.model.tasks
    .flatMap((task) => knownValue(task.subnets) ?? [])
    .map((id) => view.subnet(id))
    .filter((subnet) => knownValue(subnet.vpc)?.text === vpc.text);
  const zones = subnets.map(({ zone }) => knownValue(zone)?.text);
  return zones.length === 0 || zones.includes(undefined) ? undefined : new Set(zones).size;
}
