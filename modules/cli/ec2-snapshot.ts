import type { NetworkAcl } from "@aws-sdk/client-ec2";
import { shortName } from "../aws/endpoint-services/service-name";
import { type NetworkSnapshot, SNAPSHOT_FORMAT, SNAPSHOT_VERSION } from "../snapshot/network-snapshot";
import type { Ec2Answers } from "./ec2-answers";
import { endpointsOf } from "./ec2-endpoints";
import { routeTablesOf } from "./ec2-routes";
import { networkAclsOf, securityGroupsOf } from "./ec2-rules";
import { byId, isMain, nameOf } from "./ec2-things";
import { UnusableInputError } from "./unusable-input";

/** What a snapshot has of Amazon EC2. */
export type NetworkOfEc2 = Omit<NetworkSnapshot, "notRead" | "hostedZones" | "resolverRules">;

/**
 * What Amazon EC2 answers about a VPC as a snapshot, sorted, so that the same VPC is the same file.
 *
 * @throws {UnusableInputError} where another account shares the VPC, and shows a part of it only
 */
export function snapshotOf(answers: Ec2Answers): NetworkOfEc2 {
  const { vpc, region, dhcpOptions } = answers;
  const id = vpc.VpcId ?? "";
  const main = answers.routeTables.find(isMain)?.RouteTableId;
  const acl = answers.networkAcls.find(({ IsDefault }) => IsDefault === true)?.NetworkAclId;
  const hasGroup = answers.securityGroups.some(({ GroupName }) => GroupName === "default");
  if (main === undefined || acl === undefined || !hasGroup) {
    throw new UnusableInputError(
      `another account shares ${id}, and shows neither its endpoints nor all of its route tables; take the snapshot with credentials of the account that owns it`,
    );
  }
  const ipv6 = (vpc.Ipv6CidrBlockAssociationSet ?? []).flatMap((each) => each.Ipv6CidrBlock ?? []).toSorted();
  return {
    format: SNAPSHOT_FORMAT,
    version: SNAPSHOT_VERSION,
    region,
    vpc: {
      id,
      ...nameOf(vpc.Tags),
      cidrBlocks: cidrBlocksOf(answers),
      ...(ipv6.length === 0 ? {} : { ipv6CidrBlocks: ipv6 }),
      enableDnsSupport: answers.enableDnsSupport,
      enableDnsHostnames: answers.enableDnsHostnames,
      ...(dhcpOptions === undefined
        ? {}
        : { dhcpOptions: { id: dhcpOptions.DhcpOptionsId ?? "", domainNameServers: nameServersOf(answers) } }),
    },
    subnets: subnetsOf(answers, main, acl),
    routeTables: routeTablesOf(answers),
    networkAcls: networkAclsOf(answers),
    securityGroups: securityGroupsOf(answers),
    endpoints: endpointsOf(answers),
    prefixLists: prefixListsOf(answers),
    natGateways: answers.natGateways
      .filter(({ State }) => State === "available" || State === "pending")
      .map(({ NatGatewayId = "", SubnetId = "", ConnectivityType = "public" }) => ({
        id: NatGatewayId,
        subnetId: SubnetId,
        connectivityType: ConnectivityType,
      }))
      .toSorted(byId),
    internetGateways: answers.internetGateways.flatMap(({ InternetGatewayId }) => InternetGatewayId ?? []).toSorted(),
    peeringConnections: answers.peeringConnections
      .map((each) => ({
        id: each.VpcPeeringConnectionId ?? "",
        requesterVpcId: each.RequesterVpcInfo?.VpcId ?? "unknown",
        accepterVpcId: each.AccepterVpcInfo?.VpcId ?? "unknown",
        status: each.Status?.Code ?? "unknown",
      }))
      .filter(({ status }) => !["deleted", "rejected", "expired", "failed"].includes(status))
      .toSorted(byId),
    transitGatewayAttachments: answers.transitGatewayAttachments
      .filter(({ State }) => State !== "deleted" && State !== "rejected" && State !== "failed")
      .map(
        ({ TransitGatewayAttachmentId = "", TransitGatewayId = "", SubnetIds = [], State = "unknown", Options }) => ({
          id: TransitGatewayAttachmentId,
          transitGatewayId: TransitGatewayId,
          subnetIds: SubnetIds.toSorted(),
          ...(Options?.ApplianceModeSupport === "enable" ? { applianceMode: true as const } : {}),
          state: State,
        }),
      )
      .toSorted(byId),
  };
}

/** The block of the creation first: Amazon's DNS server has an address in it. */
function cidrBlocksOf({ vpc }: Ec2Answers): readonly string[] {
  const associated = (vpc.CidrBlockAssociationSet ?? [])
    .filter(({ CidrBlockState }) => (CidrBlockState?.State ?? "associated") === "associated")
    .flatMap(({ CidrBlock }) => CidrBlock ?? []);
  const first = vpc.CidrBlock === undefined ? [] : [vpc.CidrBlock];
  return [...new Set([...first, ...associated.toSorted()])];
}

function nameServersOf({ dhcpOptions }: Ec2Answers): readonly string[] {
  const servers = dhcpOptions?.DhcpConfigurations?.find(({ Key }) => Key === "domain-name-servers");
  return servers?.Values?.flatMap(({ Value }) => Value ?? []) ?? [];
}

function subnetsOf(answers: Ec2Answers, main: string, defaultAcl: string): NetworkSnapshot["subnets"] {
  const tableOf = (subnet: string | undefined) =>
    answers.routeTables.find(({ Associations = [] }) => Associations.some(({ SubnetId }) => SubnetId === subnet));
  const isOf = (subnet: string | undefined) => (acl: NetworkAcl) =>
    acl.Associations?.some(({ SubnetId }) => SubnetId === subnet) === true;
  return answers.subnets
    .map((subnet) => {
      const ipv6 = subnet.Ipv6CidrBlockAssociationSet?.find(
        ({ Ipv6CidrBlockState }) => (Ipv6CidrBlockState?.State ?? "associated") === "associated",
      )?.Ipv6CidrBlock;
      return {
        id: subnet.SubnetId ?? "",
        ...nameOf(subnet.Tags),
        availabilityZone: subnet.AvailabilityZone ?? "unknown",
        ...(subnet.AvailabilityZoneId === undefined ? {} : { availabilityZoneId: subnet.AvailabilityZoneId }),
        ...(subnet.CidrBlock === undefined || subnet.CidrBlock === "" ? {} : { cidrBlock: subnet.CidrBlock }),
        ...(ipv6 === undefined || ipv6 === "" ? {} : { ipv6CidrBlock: ipv6 }),
        routeTableId: tableOf(subnet.SubnetId)?.RouteTableId ?? main,
        networkAclId: answers.networkAcls.find(isOf(subnet.SubnetId))?.NetworkAclId ?? defaultAcl,
      };
    })
    .toSorted(byId);
}

/** Without the entries of AWS's lists, which AWS changes: the name says whose they are. */
function prefixListsOf(answers: Ec2Answers): NetworkSnapshot["prefixLists"] {
  const gateways = new Set(
    answers.endpoints.flatMap(({ VpcEndpointType, ServiceName }) =>
      VpcEndpointType === "Gateway" && ServiceName !== undefined ? [ServiceName] : [],
    ),
  );
  const named = new Set([
    ...answers.securityGroupRules.map(({ PrefixListId }) => PrefixListId),
    ...answers.routeTables.flatMap(({ Routes = [] }) => Routes.map((route) => route.DestinationPrefixListId)),
  ]);
  const ofServices = answers.servicePrefixLists
    .filter(({ PrefixListId, PrefixListName = "" }) => {
      return gateways.has(PrefixListName) || named.has(PrefixListId) || shortName(PrefixListName) !== undefined;
    })
    .map(({ PrefixListId = "", PrefixListName = "" }) => ({ id: PrefixListId, name: PrefixListName }));
  const ids = new Set(ofServices.map(({ id }) => id));
  const own = answers.managedPrefixLists
    .filter(({ PrefixListId = "" }) => !ids.has(PrefixListId))
    .map(({ PrefixListId = "", PrefixListName = "", cidrBlocks }) => ({
      id: PrefixListId,
      name: PrefixListName,
      cidrBlocks: cidrBlocks.toSorted(),
    }));
  return [...ofServices, ...own].toSorted(byId);
}
