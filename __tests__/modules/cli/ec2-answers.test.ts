import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { askEc2 } from "../../../modules/cli/ec2-answers";
import { ec2Client } from "../../../modules/cli/ec2-client";
import { snapshotOf } from "../../../modules/cli/ec2-snapshot";
import { jsonIn } from "../../support/code-blocks";

const VPC = "vpc-0123456789abcdef0";
const page = readFileSync(resolve(__dirname, "../../../docs/snapshot.md"), "utf8");

interface Call {
  readonly action: string;
  readonly input: object;
}

type Answer = Readonly<Record<string, unknown>>;

/** A client that answers without a network, and what it was asked. */
async function clientWith(answers: Readonly<Record<string, readonly Answer[]>>) {
  const calls: Call[] = [];
  const counts = new Map<string, number>();
  const ec2 = await ec2Client("eu-west-1");
  ec2.client.middlewareStack.add(
    (_, context) => async (args) => {
      const action = String(context.commandName).replace(/Command$/, "");
      const count = counts.get(action) ?? 0;
      counts.set(action, count + 1);
      calls.push({ action, input: args.input });
      return { output: { $metadata: {}, ...answers[action]?.[count] }, response: {} };
    },
    { step: "initialize" },
  );
  return { ec2, calls };
}

const MAIN = { RouteTableId: "rtb-1", Associations: [{ Main: true }] };
const ANSWERS = {
  DescribeVpcs: [{ Vpcs: [{ VpcId: VPC, CidrBlock: "10.0.0.0/16", DhcpOptionsId: "dopt-1" }] }],
  DescribeVpcAttribute: [{ EnableDnsSupport: { Value: true } }, { EnableDnsHostnames: { Value: true } }],
  DescribeDhcpOptions: [
    {
      DhcpOptions: [
        {
          DhcpOptionsId: "dopt-1",
          DhcpConfigurations: [{ Key: "domain-name-servers", Values: [{ Value: "10.0.0.9" }, { Value: "10.0.0.8" }] }],
        },
      ],
    },
  ],
  DescribeSubnets: [
    { Subnets: [{ SubnetId: "subnet-2", CidrBlock: "10.0.2.0/24", AvailabilityZone: "eu-west-1b" }], NextToken: "2" },
    { Subnets: [{ SubnetId: "subnet-1", CidrBlock: "10.0.1.0/24", AvailabilityZone: "eu-west-1a" }] },
  ],
  DescribeRouteTables: [
    {
      RouteTables: [
        {
          ...MAIN,
          Routes: [
            { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", Origin: "CreateRouteTable" },
            { DestinationPrefixListId: "pl-1", GatewayId: "vpce-1" },
            { DestinationPrefixListId: "pl-9", TransitGatewayId: "tgw-1" },
            { DestinationCidrBlock: "10.9.0.0/16", GatewayId: "vgw-1", Origin: "EnableVgwRoutePropagation" },
            { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1", State: "blackhole" },
          ],
        },
      ],
    },
  ],
  DescribeNetworkAcls: [
    {
      NetworkAcls: [
        {
          NetworkAclId: "acl-1",
          IsDefault: true,
          Entries: [
            { RuleNumber: 32767, RuleAction: "deny", Protocol: "-1", Egress: false, CidrBlock: "0.0.0.0/0" },
            {
              RuleNumber: 100,
              RuleAction: "allow",
              Protocol: "6",
              Egress: false,
              CidrBlock: "0.0.0.0/0",
              PortRange: { From: 443, To: 443 },
            },
          ],
        },
      ],
    },
  ],
  DescribeSecurityGroups: [{ SecurityGroups: [{ GroupId: "sg-1", GroupName: "default" }] }],
  DescribeSecurityGroupRules: [
    {
      SecurityGroupRules: [
        {
          SecurityGroupRuleId: "sgr-1",
          GroupId: "sg-1",
          IsEgress: false,
          IpProtocol: "-1",
          FromPort: -1,
          ToPort: -1,
          ReferencedGroupInfo: { GroupId: "sg-1" },
        },
      ],
    },
  ],
  DescribeVpcEndpoints: [
    {
      VpcEndpoints: [
        {
          VpcEndpointId: "vpce-1",
          VpcEndpointType: "Gateway",
          ServiceName: "com.amazonaws.eu-west-1.s3",
          State: "available",
          RouteTableIds: ["rtb-1"],
        },
        { VpcEndpointId: "vpce-2", VpcEndpointType: "Resource", State: "available" },
      ],
    },
  ],
  DescribePrefixLists: [
    { PrefixLists: [{ PrefixListId: "pl-1", PrefixListName: "com.amazonaws.eu-west-1.s3", Cidrs: ["52.0.0.0/8"] }] },
  ],
  DescribeManagedPrefixLists: [
    {
      PrefixLists: [
        { PrefixListId: "pl-1", OwnerId: "AWS" },
        { PrefixListId: "pl-8", PrefixListName: "other", OwnerId: "123456789012" },
        { PrefixListId: "pl-9", PrefixListName: "offices", OwnerId: "123456789012" },
      ],
    },
  ],
  GetManagedPrefixListEntries: [
    { Entries: [{ Cidr: "192.168.1.0/24" }], NextToken: "2" },
    { Entries: [{ Cidr: "192.168.0.0/24" }] },
  ],
} satisfies Readonly<Record<string, readonly Answer[]>>;

describe("asking Amazon EC2 about a VPC", () => {
  it("makes exactly the calls that the policy of the page allows, and reads only", async () => {
    const { ec2, calls } = await clientWith(ANSWERS);
    await askEc2(ec2, VPC);
    const [policy] = jsonIn(page).filter((each) => "Statement" in each);
    const allowed = JSON.stringify(policy).match(/ec2:\w+/g);
    const asked = [...new Set(calls.map(({ action }) => `ec2:${action}`))].sort();
    expect(asked).toEqual(allowed);
    expect(asked.filter((action) => !/^ec2:(Describe|Get)/.test(action))).toEqual([]);
  });

  it("reads every page", async () => {
    const { ec2 } = await clientWith(ANSWERS);
    const { subnets, managedPrefixLists } = await askEc2(ec2, VPC);
    expect(subnets).toHaveLength(2);
    expect(managedPrefixLists.map(({ PrefixListId, cidrBlocks }) => [PrefixListId, cidrBlocks])).toEqual([
      ["pl-9", ["192.168.1.0/24", "192.168.0.0/24"]],
    ]);
  });

  it("asks about many security groups in several calls", async () => {
    const groups = Array.from({ length: 450 }, (_, index) => ({ GroupId: `sg-${index}`, GroupName: "x" }));
    const { ec2, calls } = await clientWith({ ...ANSWERS, DescribeSecurityGroups: [{ SecurityGroups: groups }] });
    await askEc2(ec2, VPC);
    expect(calls.filter(({ action }) => action === "DescribeSecurityGroupRules")).toHaveLength(3);
  });

  it("says where there is no such VPC", async () => {
    const { ec2 } = await clientWith({ ...ANSWERS, DescribeVpcs: [{ Vpcs: [] }] });
    await expect(askEc2(ec2, VPC)).rejects.toThrow(`there is no VPC ${VPC} in eu-west-1`);
  });
});

describe("the snapshot of what Amazon EC2 answers", () => {
  const snapshotWith = async (answers: Readonly<Record<string, readonly Answer[]>> = {}) =>
    snapshotOf(await askEc2((await clientWith({ ...ANSWERS, ...answers })).ec2, VPC));

  it("leaves out what AWS adds by itself, and tells a route whose target is gone", async () => {
    const { routeTables, networkAcls, endpoints, subnets } = await snapshotWith();
    expect(routeTables).toEqual([
      { id: "rtb-1", main: true, routes: [{ destination: "0.0.0.0/0" }, { destination: "pl-9", target: "tgw-1" }] },
    ]);
    expect(networkAcls[0]?.rules).toEqual([
      {
        direction: "ingress",
        number: 100,
        action: "allow",
        protocol: "6",
        fromPort: 443,
        toPort: 443,
        cidrBlock: "0.0.0.0/0",
      },
    ]);
    expect(endpoints.map(({ id }) => id)).toEqual(["vpce-1"]);
    expect(subnets.map(({ id, routeTableId, networkAclId }) => [id, routeTableId, networkAclId])).toEqual([
      ["subnet-1", "rtb-1", "acl-1"],
      ["subnet-2", "rtb-1", "acl-1"],
    ]);
  });

  it("keeps the order of DNS servers, which counts, and names lists of AWS without the blocks that change", async () => {
    const { vpc, prefixLists } = await snapshotWith();
    expect(vpc.dhcpOptions?.domainNameServers).toEqual(["10.0.0.9", "10.0.0.8"]);
    expect(prefixLists).toEqual([
      { id: "pl-1", name: "com.amazonaws.eu-west-1.s3" },
      { id: "pl-9", name: "offices", cidrBlocks: ["192.168.0.0/24", "192.168.1.0/24"] },
    ]);
  });

  it("tells which attachments of transit gateways are in appliance mode", async () => {
    const attached = (id: string, ApplianceModeSupport: string) => ({
      ...{ TransitGatewayAttachmentId: id, TransitGatewayId: "tgw-1", SubnetIds: ["subnet-1"], State: "available" },
      Options: { ApplianceModeSupport },
    });
    const { transitGatewayAttachments } = await snapshotWith({
      DescribeTransitGatewayVpcAttachments: [
        { TransitGatewayVpcAttachments: [attached("tgw-attach-1", "disable"), attached("tgw-attach-2", "enable")] },
      ],
    });
    expect(transitGatewayAttachments.map(({ applianceMode }) => applianceMode)).toEqual([undefined, true]);
  });

  it("is the same whatever order AWS answers in", async () => {
    const [first, second] = ANSWERS.DescribeSubnets;
    const turned = await snapshotWith({
      DescribeSubnets: [{ Subnets: [...(second?.Subnets ?? []), ...(first?.Subnets ?? [])] }],
    });
    expect(JSON.stringify(turned)).toBe(JSON.stringify(await snapshotWith()));
  });

  it.each(["DescribeRouteTables", "DescribeNetworkAcls", "DescribeSecurityGroups"])(
    "refuses a VPC that another account shares, which shows no default of %s",
    async (action) => {
      await expect(snapshotWith({ [action]: [{}] })).rejects.toThrow(/^another account shares vpc-/);
    },
  );

  it("has no account id, no description and no tag but Name", async () => {
    const Tags = [
      { Key: "Name", Value: "legacy" },
      { Key: "password", Value: "hunter2" },
    ];
    const vpc = { ...ANSWERS.DescribeVpcs[0]?.Vpcs[0], Tags, OwnerId: "123456789012" };
    const text = JSON.stringify(await snapshotWith({ DescribeVpcs: [{ Vpcs: [vpc] }] }));
    expect(text).toContain("legacy");
    expect(text).not.toMatch(/hunter2|123456789012/);
  });
});
