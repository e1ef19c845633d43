import { isLivingState } from "../aws/endpoint-services/endpoint-state";
import type { JsonObject } from "../values/is-json-value";
import type { NetworkSnapshot, SnapshotEndpoint, SnapshotNetworkAcl, SnapshotSecurityGroup } from "./network-snapshot";
import { nameResources } from "./snapshot-names";
import { givenArguments, resource, type SnapshotResource } from "./snapshot-resource";
import { snapshotRoute } from "./snapshot-route";

/**
 * A snapshot as the state of a Terraform that manages all of the VPC, so that the proof reads both alike. What can be added
 * or taken away alone is a resource of its own. Addresses are ids: by them messages name a thing.
 *
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */
export function snapshotAsState(snapshot: NetworkSnapshot): JsonObject {
  const { region } = snapshot;
  const resources = [...resourcesOf(snapshot)].map((resource) => ({
    ...resource,
    values: { region, ...givenArguments(resource.values) },
  }));
  return { format_version: "1.0", values: { root_module: { resources } } };
}

function* resourcesOf(snapshot: NetworkSnapshot): Generator<SnapshotResource> {
  yield* vpcResources(snapshot);
  yield* subnetResources(snapshot);
  yield* routeTableResources(snapshot);
  for (const acl of snapshot.networkAcls) yield* aclResources(acl, snapshot.vpc.id);
  for (const group of snapshot.securityGroups) yield* groupResources(group, snapshot.vpc.id);
  for (const endpoint of snapshot.endpoints) yield* endpointResources(endpoint, snapshot);
  for (const { id, name, cidrBlocks } of snapshot.prefixLists) {
    if (cidrBlocks === undefined) yield resource("aws_prefix_list", id, { id, name }, "data");
    else yield resource("aws_ec2_managed_prefix_list", id, { id, name, entry: cidrBlocks.map((cidr) => ({ cidr })) });
  }
  for (const { id, subnetId, connectivityType } of snapshot.natGateways) {
    yield resource("aws_nat_gateway", id, { id, subnet_id: subnetId, connectivity_type: connectivityType });
  }
  for (const { id, requesterVpcId, accepterVpcId } of snapshot.peeringConnections) {
    yield resource("aws_vpc_peering_connection", id, { id, vpc_id: requesterVpcId, peer_vpc_id: accepterVpcId });
  }
  for (const { id, transitGatewayId, subnetIds, applianceMode } of snapshot.transitGatewayAttachments) {
    const ends = { transit_gateway_id: transitGatewayId, vpc_id: snapshot.vpc.id, subnet_ids: subnetIds };
    const appliance_mode_support = applianceMode === true ? "enable" : "disable";
    yield resource("aws_ec2_transit_gateway_vpc_attachment", id, { id, ...ends, appliance_mode_support });
  }
  yield* nameResources(snapshot);
}

function* vpcResources({
  vpc,
  routeTables,
  networkAcls,
  securityGroups,
}: NetworkSnapshot): Generator<SnapshotResource> {
  const { id, dhcpOptions, cidrBlocks } = vpc;
  const [first, ...others] = cidrBlocks;
  const main = routeTables.find((table) => table.main === true)?.id;
  yield resource("aws_vpc", id, {
    id,
    cidr_block: first,
    enable_dns_support: vpc.enableDnsSupport,
    enable_dns_hostnames: vpc.enableDnsHostnames,
    default_route_table_id: main,
    main_route_table_id: main,
    default_network_acl_id: networkAcls.find((acl) => acl.default === true)?.id,
    default_security_group_id: securityGroups.find((group) => group.default === true)?.id,
  });
  for (const cidr of others) {
    yield resource("aws_vpc_ipv4_cidr_block_association", `${id} ${cidr}`, { vpc_id: id, cidr_block: cidr });
  }
  if (dhcpOptions === undefined) return;
  yield resource("aws_vpc_dhcp_options", dhcpOptions.id, {
    id: dhcpOptions.id,
    domain_name_servers: dhcpOptions.domainNameServers,
  });
  yield resource("aws_vpc_dhcp_options_association", `${id} ${dhcpOptions.id}`, {
    vpc_id: id,
    dhcp_options_id: dhcpOptions.id,
  });
}

function* subnetResources({ vpc, subnets, routeTables }: NetworkSnapshot): Generator<SnapshotResource> {
  const main = routeTables.find((table) => table.main === true)?.id;
  for (const { id, routeTableId, networkAclId, ...subnet } of subnets) {
    yield resource("aws_subnet", id, {
      id,
      vpc_id: vpc.id,
      availability_zone: subnet.availabilityZone,
      availability_zone_id: subnet.availabilityZoneId,
      cidr_block: subnet.cidrBlock,
      ipv6_cidr_block: subnet.ipv6CidrBlock,
      ipv6_native: subnet.cidrBlock === undefined,
    });
    // One without a table of its own follows the main one, also where the Terraform at hand makes it another.
    if (routeTableId !== main) {
      const table = { subnet_id: id, route_table_id: routeTableId };
      yield resource("aws_route_table_association", `${id} ${routeTableId}`, table);
    }
    const acl = { subnet_id: id, network_acl_id: networkAclId };
    yield resource("aws_network_acl_association", `${id} ${networkAclId}`, acl);
  }
}

function* routeTableResources({ vpc, routeTables }: NetworkSnapshot): Generator<SnapshotResource> {
  for (const { id, routes, propagatingGateways } of routeTables) {
    yield resource("aws_route_table", id, { id, vpc_id: vpc.id, propagating_vgws: propagatingGateways });
    for (const route of routes) {
      const read = snapshotRoute(route);
      if (read === undefined) continue;
      const values = { route_table_id: id, [`destination_${read.destination}`]: route.destination };
      const target = read.target === undefined ? {} : { [read.target]: route.target };
      yield resource("aws_route", `${id} ${route.destination}`, { ...values, ...target });
    }
  }
}

function* aclResources({ id, rules }: SnapshotNetworkAcl, vpcId: string): Generator<SnapshotResource> {
  yield resource("aws_network_acl", id, { id, vpc_id: vpcId });
  for (const { direction, number, action, protocol, fromPort, toPort, cidrBlock } of rules) {
    yield resource("aws_network_acl_rule", `${id} ${direction} ${number}`, {
      network_acl_id: id,
      egress: direction === "egress",
      rule_number: number,
      rule_action: action,
      protocol,
      from_port: fromPort,
      to_port: toPort,
      [cidrBlock.includes(":") ? "ipv6_cidr_block" : "cidr_block"]: cidrBlock,
    });
  }
}

function* groupResources({ id, name, rules }: SnapshotSecurityGroup, vpcId: string): Generator<SnapshotResource> {
  yield resource("aws_security_group", id, { id, vpc_id: vpcId, name });
  for (const { direction, protocol, fromPort, toPort, peer, ...rule } of rules) {
    yield resource(`aws_vpc_security_group_${direction}_rule`, rule.id, {
      id: rule.id,
      security_group_id: id,
      ip_protocol: protocol,
      from_port: fromPort,
      to_port: toPort,
      [peerArgument(peer)]: peer,
    });
  }
}

function peerArgument(peer: string): string {
  if (peer.startsWith("pl-")) return "prefix_list_id";
  if (peer.includes(":")) return "cidr_ipv6";
  return /^\d+\./.test(peer) ? "cidr_ipv4" : "referenced_security_group_id";
}

function* endpointResources(
  endpoint: SnapshotEndpoint,
  { vpc, ...snapshot }: NetworkSnapshot,
): Generator<SnapshotResource> {
  const { id, subnetIds = [], securityGroupIds = [], routeTableIds = [], policy } = endpoint;
  if (!isLivingState(endpoint.state)) return;
  yield resource("aws_vpc_endpoint", id, {
    id,
    vpc_id: vpc.id,
    service_name: endpoint.serviceName,
    service_region: endpoint.serviceRegion,
    vpc_endpoint_type: endpoint.type,
    private_dns_enabled: endpoint.privateDnsEnabled,
    dns_options: [
      { private_dns_only_for_inbound_resolver_endpoint: endpoint.privateDnsOnlyForInboundResolverEndpoint ?? false },
    ],
    ip_address_type: endpoint.ipAddressType,
    policy: policy === undefined ? undefined : JSON.stringify(policy),
    prefix_list_id: snapshot.prefixLists.find(({ name }) => name === endpoint.serviceName)?.id,
  });
  const byDefault = snapshot.securityGroups.find((group) => group.default === true)?.id;
  // An endpoint that is given no group has that of the VPC, so the first one that is added says whether it has.
  const replaces = byDefault === undefined || !securityGroupIds.includes(byDefault);
  const added = [
    ...subnetIds.map((target) => ["subnet", target] as const),
    ...routeTableIds.map((target) => ["route_table", target] as const),
    ...securityGroupIds.map((target) => ["security_group", target] as const),
  ];
  for (const [kind, target] of added) {
    yield resource(`aws_vpc_endpoint_${kind}_association`, `${id} ${target}`, {
      vpc_endpoint_id: id,
      [`${kind}_id`]: target,
      replace_default_association: kind === "security_group" ? replaces : undefined,
    });
  }
}
