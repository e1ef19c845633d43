import type {
  DhcpOptions,
  Filter,
  InternetGateway,
  ManagedPrefixList,
  NatGateway,
  NetworkAcl,
  PrefixList,
  RouteTable,
  SecurityGroup,
  SecurityGroupRule,
  Subnet,
  TransitGatewayVpcAttachment,
  Vpc,
  VpcEndpoint,
  VpcPeeringConnection,
} from "@aws-sdk/client-ec2";
import { answerOf } from "./account-failure";
import type { Ec2 } from "./ec2-client";
import { UnusableInputError } from "./unusable-input";

/** What Amazon EC2 answers about a VPC. */
export interface Ec2Answers {
  readonly region: string;
  readonly vpc: Vpc;
  readonly enableDnsSupport: boolean;
  readonly enableDnsHostnames: boolean;
  readonly dhcpOptions: DhcpOptions | undefined;
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly networkAcls: readonly NetworkAcl[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly securityGroupRules: readonly SecurityGroupRule[];
  readonly endpoints: readonly VpcEndpoint[];
  /** The lists of AWS's services. */
  readonly servicePrefixLists: readonly PrefixList[];
  /** Lists of somebody's own that routes and rules name. */
  readonly managedPrefixLists: readonly (ManagedPrefixList & { readonly cidrBlocks: readonly string[] })[];
  readonly natGateways: readonly NatGateway[];
  readonly internetGateways: readonly InternetGateway[];
  readonly peeringConnections: readonly VpcPeeringConnection[];
  readonly transitGatewayAttachments: readonly TransitGatewayVpcAttachment[];
}

/** Groups that one call may be asked about. Source: Amazon EC2 API Reference, "Query requests", filter values. */
const MOST_FILTER_VALUES = 200;

/** DHCP options that a VPC has where it was given none. */
const DEFAULT_OPTIONS = "default";

/**
 * Asks Amazon EC2 about a VPC. It reads only; the actions are those of the policy in `docs/snapshot.md`.
 *
 * @throws {UnusableInputError} where the VPC is not there, or where AWS or the network refuses
 */
export async function askEc2(ec2: Ec2, vpcId: string): Promise<Ec2Answers> {
  const { sdk, client, region } = ec2;
  const call = <Answer>(action: string, send: () => Promise<Answer>) => answerOf(`ec2:${action}`, region, send);
  const inVpc = (name = "vpc-id"): { Filters: Filter[] } => ({ Filters: [{ Name: name, Values: [vpcId] }] });
  /** All pages of an answer. */
  const all = <Page, Item>(action: string, pages: AsyncIterable<Page>, itemsOf: (page: Page) => Item[] | undefined) =>
    call(action, async () => {
      const items: Item[] = [];
      for await (const page of pages) items.push(...(itemsOf(page) ?? []));
      return items;
    });

  const [vpc] = await all(
    "DescribeVpcs",
    sdk.paginateDescribeVpcs({ client }, { VpcIds: [vpcId] }),
    (page) => page.Vpcs,
  );
  if (vpc === undefined) throw new UnusableInputError(`there is no VPC ${vpcId} in ${region} for these credentials`);
  const attribute = (Attribute: "enableDnsSupport" | "enableDnsHostnames") =>
    call("DescribeVpcAttribute", () => client.send(new sdk.DescribeVpcAttributeCommand({ VpcId: vpcId, Attribute })));
  const optionsId = vpc.DhcpOptionsId ?? DEFAULT_OPTIONS;
  const [dhcpOptions] =
    optionsId === DEFAULT_OPTIONS
      ? []
      : await all(
          "DescribeDhcpOptions",
          sdk.paginateDescribeDhcpOptions({ client }, { DhcpOptionsIds: [optionsId] }),
          (page) => page.DhcpOptions,
        );
  const securityGroups = await all(
    "DescribeSecurityGroups",
    sdk.paginateDescribeSecurityGroups({ client }, inVpc()),
    (page) => page.SecurityGroups,
  );
  const securityGroupRules = await eachInTurn(inParts(securityGroups.flatMap(({ GroupId }) => GroupId ?? [])), (ids) =>
    all(
      "DescribeSecurityGroupRules",
      sdk.paginateDescribeSecurityGroupRules({ client }, { Filters: [{ Name: "group-id", Values: ids }] }),
      (page) => page.SecurityGroupRules,
    ),
  );
  const routeTables = await all(
    "DescribeRouteTables",
    sdk.paginateDescribeRouteTables({ client }, inVpc()),
    (page) => page.RouteTables,
  );
  const managed = await all(
    "DescribeManagedPrefixLists",
    sdk.paginateDescribeManagedPrefixLists({ client }, {}),
    (page) => page.PrefixLists,
  );
  const routes = routeTables.flatMap(({ Routes }) => Routes ?? []);
  const named = new Set([
    ...securityGroupRules.flat().map(({ PrefixListId }) => PrefixListId),
    ...routes.map(({ DestinationPrefixListId }) => DestinationPrefixListId),
  ]);
  return {
    region,
    vpc,
    enableDnsSupport: (await attribute("enableDnsSupport")).EnableDnsSupport?.Value ?? false,
    enableDnsHostnames: (await attribute("enableDnsHostnames")).EnableDnsHostnames?.Value ?? false,
    dhcpOptions,
    subnets: await all("DescribeSubnets", sdk.paginateDescribeSubnets({ client }, inVpc()), (page) => page.Subnets),
    routeTables,
    networkAcls: await all(
      "DescribeNetworkAcls",
      sdk.paginateDescribeNetworkAcls({ client }, inVpc()),
      (page) => page.NetworkAcls,
    ),
    securityGroups,
    securityGroupRules: securityGroupRules.flat(),
    endpoints: await all(
      "DescribeVpcEndpoints",
      sdk.paginateDescribeVpcEndpoints({ client }, inVpc()),
      (page) => page.VpcEndpoints,
    ),
    servicePrefixLists: await all(
      "DescribePrefixLists",
      sdk.paginateDescribePrefixLists({ client }, {}),
      (page) => page.PrefixLists,
    ),
    managedPrefixLists: await eachInTurn(
      managed.filter(({ OwnerId, PrefixListId }) => OwnerId !== "AWS" && named.has(PrefixListId)),
      async (list) => {
        const PrefixListId = list.PrefixListId ?? "";
        const entries = await all(
          "GetManagedPrefixListEntries",
          sdk.paginateGetManagedPrefixListEntries({ client }, { PrefixListId }),
          (page) => page.Entries,
        );
        return { ...list, cidrBlocks: entries.flatMap(({ Cidr }) => Cidr ?? []) };
      },
    ),
    natGateways: await all(
      "DescribeNatGateways",
      sdk.paginateDescribeNatGateways({ client }, { Filter: inVpc().Filters }),
      (page) => page.NatGateways,
    ),
    internetGateways: await all(
      "DescribeInternetGateways",
      sdk.paginateDescribeInternetGateways({ client }, inVpc("attachment.vpc-id")),
      (page) => page.InternetGateways,
    ),
    peeringConnections: (
      await eachInTurn(["requester-vpc-info.vpc-id", "accepter-vpc-info.vpc-id"], (end) =>
        all(
          "DescribeVpcPeeringConnections",
          sdk.paginateDescribeVpcPeeringConnections({ client }, inVpc(end)),
          (page) => page.VpcPeeringConnections,
        ),
      )
    ).flat(),
    transitGatewayAttachments: await all(
      "DescribeTransitGatewayVpcAttachments",
      sdk.paginateDescribeTransitGatewayVpcAttachments({ client }, inVpc()),
      (page) => page.TransitGatewayVpcAttachments,
    ),
  };
}

function inParts<Item>(items: readonly Item[]): Item[][] {
  const parts = Math.ceil(items.length / MOST_FILTER_VALUES);
  return Array.from({ length: parts }, (_, part) =>
    items.slice(part * MOST_FILTER_VALUES, (part + 1) * MOST_FILTER_VALUES),
  );
}

/** One call after the other: AWS limits how many there are at once. */
async function eachInTurn<In, Out>(items: readonly In[], use: (item: In) => Promise<Out>): Promise<Out[]> {
  const used: Out[] = [];
  for (const item of items) used.push(await use(item));
  return used;
}
