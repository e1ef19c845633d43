import {
  DescribeInternetGatewaysCommand,
  DescribeNatGatewaysCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  type IpPermission,
  type Tag,
} from "@aws-sdk/client-ec2";
import type { AwsClients } from "../../../scripts/emulator/aws-clients";

/** What stands in an account, read through the AWS API and put into words that a test can compare with the facts. */
export class ReadBack {
  readonly #clients: AwsClients;

  constructor(clients: AwsClients) {
    this.#clients = clients;
  }

  /** VPCs other than the one that every account has. */
  async vpcs() {
    const { Vpcs: vpcs = [] } = await this.#clients.ec2.send(new DescribeVpcsCommand({}));
    return Promise.all(
      vpcs
        .filter(({ IsDefault }) => IsDefault !== true)
        .map(async ({ VpcId, CidrBlock, InstanceTenancy, Tags }) => ({
          id: VpcId ?? "",
          cidrBlock: CidrBlock,
          tenancy: InstanceTenancy,
          dnsSupport: (await this.#vpcAttribute(VpcId, "enableDnsSupport")).EnableDnsSupport?.Value,
          dnsHostnames: (await this.#vpcAttribute(VpcId, "enableDnsHostnames")).EnableDnsHostnames?.Value,
          tags: tagsOf(Tags),
        })),
    );
  }

  /** Subnets of a VPC in the order of their addresses. */
  async subnets(vpcId: string) {
    const { Subnets: subnets = [] } = await this.#clients.ec2.send(new DescribeSubnetsCommand(inVpc(vpcId)));
    return subnets
      .map(({ SubnetId, CidrBlock, AvailabilityZone, MapPublicIpOnLaunch, Tags }) => ({
        id: SubnetId ?? "",
        cidrBlock: CidrBlock ?? "",
        availabilityZone: AvailabilityZone,
        publicAddresses: MapPublicIpOnLaunch,
        tags: tagsOf(Tags),
      }))
      .sort((a, b) => (a.cidrBlock < b.cidrBlock ? -1 : 1));
  }

  /** Route tables of a VPC other than its main one. A route is written `destination -> target`. */
  async routeTables(vpcId: string) {
    const { RouteTables: tables = [] } = await this.#clients.ec2.send(new DescribeRouteTablesCommand(inVpc(vpcId)));
    return tables
      .filter(({ Associations }) => !Associations?.some(({ Main }) => Main))
      .map(({ RouteTableId, Associations, Routes, Tags }) => ({
        id: RouteTableId ?? "",
        subnetIds: (Associations ?? []).flatMap(({ SubnetId }) => SubnetId ?? []).sort(),
        routes: (Routes ?? []).map(
          ({ DestinationCidrBlock, DestinationPrefixListId, GatewayId, NatGatewayId }) =>
            `${DestinationCidrBlock ?? DestinationPrefixListId} -> ${GatewayId ?? NatGatewayId}`,
        ),
        tags: tagsOf(Tags),
      }));
  }

  /** Security groups of a VPC other than its default one, in the order of their names. */
  async securityGroups(vpcId: string) {
    const { SecurityGroups: groups = [] } = await this.#clients.ec2.send(
      new DescribeSecurityGroupsCommand(inVpc(vpcId)),
    );
    return groups
      .filter(({ GroupName }) => GroupName !== "default")
      .map(({ GroupId, GroupName, Description, IpPermissions, IpPermissionsEgress, Tags }) => ({
        id: GroupId ?? "",
        name: GroupName ?? "",
        description: Description,
        ingress: (IpPermissions ?? []).flatMap(rulesOf).sort(),
        egress: (IpPermissionsEgress ?? []).flatMap(rulesOf).sort(),
        tags: tagsOf(Tags),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** VPC endpoints in the order of their services. */
  async endpoints(vpcId: string) {
    const { VpcEndpoints: endpoints = [] } = await this.#clients.ec2.send(
      new DescribeVpcEndpointsCommand(inVpc(vpcId)),
    );
    return endpoints
      .map(({ VpcEndpointId, ServiceName, VpcEndpointType, PrivateDnsEnabled, SubnetIds, Groups, RouteTableIds }) => ({
        id: VpcEndpointId ?? "",
        service: ServiceName ?? "",
        type: VpcEndpointType,
        privateDns: PrivateDnsEnabled,
        subnetIds: [...(SubnetIds ?? [])].sort(),
        securityGroupIds: (Groups ?? []).map(({ GroupId }) => GroupId),
        routeTableIds: RouteTableIds ?? [],
      }))
      .sort((a, b) => (a.service < b.service ? -1 : 1));
  }

  /** Everything by which a VPC could reach the internet. */
  async waysOut(vpcId: string) {
    const { ec2 } = this.#clients;
    const { InternetGateways: gateways = [] } = await ec2.send(
      new DescribeInternetGatewaysCommand({ Filters: [{ Name: "attachment.vpc-id", Values: [vpcId] }] }),
    );
    const { NatGateways: nats = [] } = await ec2.send(
      new DescribeNatGatewaysCommand({ Filter: [{ Name: "vpc-id", Values: [vpcId] }] }),
    );
    return [
      ...gateways.map(({ InternetGatewayId }) => InternetGatewayId),
      ...nats.map(({ NatGatewayId }) => NatGatewayId),
    ];
  }

  #vpcAttribute(VpcId: string | undefined, Attribute: "enableDnsSupport" | "enableDnsHostnames") {
    return this.#clients.ec2.send(new DescribeVpcAttributeCommand({ VpcId, Attribute }));
  }
}

function inVpc(vpcId: string) {
  return { Filters: [{ Name: "vpc-id", Values: [vpcId] }] };
}

/** A tag list as an object. */
export function tagsOf(tags: readonly Tag[] | undefined): Record<string, string> {
  return Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? "", Value ?? ""]));
}

/** For example `"tcp 443 10.0.10.0/24 (from private subnet)"`, or `"all 0.0.0.0/0"`. */
function rulesOf({
  IpProtocol,
  FromPort,
  ToPort,
  IpRanges,
  UserIdGroupPairs,
  PrefixListIds,
  Ipv6Ranges,
}: IpPermission): string[] {
  const ports =
    IpProtocol === "-1" ? "all" : `${IpProtocol} ${FromPort === ToPort ? FromPort : `${FromPort}-${ToPort}`}`;
  const peers = [
    ...(IpRanges ?? []).map(({ CidrIp, Description }) => ({ peer: CidrIp, Description })),
    ...(Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) => ({ peer: CidrIpv6, Description })),
    ...(UserIdGroupPairs ?? []).map(({ GroupId, Description }) => ({ peer: GroupId, Description })),
    ...(PrefixListIds ?? []).map(({ PrefixListId, Description }) => ({ peer: PrefixListId, Description })),
  ];
  return peers.map(({ peer, Description }) => `${ports} ${peer}${Description ? ` (${Description})` : ""}`);
}

/** A rule as {@link ReadBack} words it, without its description, which the emulator keeps for address blocks only. */
export function withoutDescription(rule: string): string {
  return rule.replace(/ \(.*\)$/, "");
}
