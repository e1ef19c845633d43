import {
  DescribeRouteTablesCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeVpcPeeringConnectionsCommand,
} from "@aws-sdk/client-ec2";
import { DescribeServicesCommand } from "@aws-sdk/client-ecs";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type App, TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  HubEndpoints,
  PrivateNetwork,
  SpokeNetwork,
  TransitGateway,
  TransitGatewayConnection,
  VpcEndpoints,
} from "../../modules";
import { HubAndSpokeStack } from "../../stacks/hub-and-spoke";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { generatePolicies } from "../support/emulator/generated-policies";
import { unknownDifferences } from "../support/emulator/known-differences";
import { ReadBack, withoutDescription } from "../support/emulator/read-back";
import type { TerraformDeployment } from "../support/emulator/terraform-deployment";

const REGION = "ap-northeast-1";
const NAME = "hub-and-spoke";
/** The Region of a provider with an alias. */
const OTHER_REGION = "eu-west-1";

/** The same over a transit gateway, in a Region that is not that of the stack's own provider. */
class OtherRegionStack extends TerraformStack {
  constructor(scope: App, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: REGION });
    const provider = new AwsProvider(this, "other", { region: OTHER_REGION, alias: "other" });
    const image = ContainerImage.ecr(`123456789012.dkr.ecr.${OTHER_REGION}.amazonaws.com/orders`, { tag: "1.4.2" });
    const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;
    const services = EndpointPlan.forTasks([task]);
    const ground = { region: OTHER_REGION, availabilityZones: [`${OTHER_REGION}a`, `${OTHER_REGION}b`], provider };
    const shared = new PrivateNetwork(this, "shared", { ...ground, name: "shared", cidrBlock: "10.1.0.0/16" });
    const hub = new HubEndpoints(this, "hub", { network: shared, services, provider });
    const own = new PrivateNetwork(this, "network", { ...ground, name: "orders", cidrBlock: "10.0.0.0/16" });
    const gateway = new TransitGateway(this, "gateway", { network: shared, provider });
    const connection = new TransitGatewayConnection(this, "connection", { network: own, gateway, provider });
    const network = new SpokeNetwork(this, "spoke", { network: own, hub, connection, provider });
    const endpoints = new VpcEndpoints(this, "endpoints", { network, services, provider });
    new FargateService(this, "service", { network, endpoints, task, provider });
  }
}

describeE2e("hub-and-spoke in an emulated account", (tools) => {
  let account: EmulatedAccount;
  let deployment: TerraformDeployment;
  let other: TerraformDeployment;
  let standing: ReadBack;
  let there: ReadBack;
  let hubId: string;
  let spokeId: string;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
    [deployment, other] = await Promise.all([
      account.deploy((app) => new HubAndSpokeStack(app, NAME)),
      account.deploy((app) => new OtherRegionStack(app, "orders")),
    ]);
    standing = new ReadBack(account.clients(REGION));
    there = new ReadBack(account.clients(OTHER_REGION));
    const vpcs = await standing.vpcs();
    const idOf = (name: string) => vpcs.find(({ tags }) => tags["Name"] === name)?.id ?? "";
    hubId = idOf(`${NAME}-hub`);
    spokeId = idOf(`${NAME}-spoke`);
  });

  afterAll(() => account?.stop());

  it("has two VPCs without a way to the internet", async () => {
    const vpcs = await standing.vpcs();
    expect(vpcs.map(({ cidrBlock }) => cidrBlock).sort()).toEqual(["10.0.0.0/16", "10.1.0.0/16"]);
    for (const { id, dnsSupport, dnsHostnames } of vpcs) {
      expect([dnsSupport, dnsHostnames, await standing.waysOut(id)]).toEqual([true, true, []]);
    }
  });

  it("has the interface endpoints in the hub without private DNS, and that of S3 in the spoke", async () => {
    const ofHub = await standing.endpoints(hubId);
    expect(ofHub.map(({ service, type, privateDns }) => [service, type, privateDns])).toEqual([
      [`com.amazonaws.${REGION}.ecr.api`, "Interface", false],
      [`com.amazonaws.${REGION}.ecr.dkr`, "Interface", false],
      [`com.amazonaws.${REGION}.logs`, "Interface", false],
    ]);
    const ofSpoke = await standing.endpoints(spokeId);
    expect(ofSpoke.map(({ service, type }) => [service, type])).toEqual([[`com.amazonaws.${REGION}.s3`, "Gateway"]]);
  });

  it("has a peering connection that is accepted, and routes there and back", async () => {
    const { ec2 } = account.clients(REGION);
    const { VpcPeeringConnections: [peering, ...others] = [] } = await ec2.send(
      new DescribeVpcPeeringConnectionsCommand({}),
    );
    expect(others).toEqual([]);
    expect(peering).toMatchObject({
      Status: { Code: "active" },
      RequesterVpcInfo: { VpcId: spokeId },
      AccepterVpcInfo: { VpcId: hubId },
    });
    for (const [vpcId, destination] of [
      [spokeId, "10.1.0.0/16"],
      [hubId, "10.0.0.0/16"],
    ] as const) {
      const { RouteTables: tables = [] } = await ec2.send(
        new DescribeRouteTablesCommand({ Filters: [{ Name: "vpc-id", Values: [vpcId] }] }),
      );
      const routes = tables.flatMap(({ Routes = [] }) => Routes);
      const over = routes.filter((route) => route.VpcPeeringConnectionId === peering?.VpcPeeringConnectionId);
      expect(over.map((route) => route.DestinationCidrBlock)).toEqual([destination, destination]);
    }
  });

  it("lets tasks out to the hub and to S3, and lets the endpoints admit the spoke and nobody else", async () => {
    const [endpoints] = await standing.securityGroups(hubId);
    expect(endpoints?.ingress.map(withoutDescription)).toEqual(["tcp 443 10.0.0.0/16"]);
    expect(endpoints?.egress).toEqual([]);
    const [task] = await standing.securityGroups(spokeId);
    expect(task?.ingress).toEqual([]);
    expect(task?.egress.map(withoutDescription)).toEqual([
      "tcp 443 10.1.0.0/16",
      expect.stringMatching(/^tcp 443 pl-/),
    ]);
  });

  it("has a zone for each service, which the spoke sees", async () => {
    const addresses = await deployment.addresses();
    for (const type of ["aws_route53_zone", "aws_route53_record", "aws_route53_zone_association"]) {
      expect(addresses.filter((address) => address.startsWith(`${type}.`))).toHaveLength(3);
    }
  });

  describe("over a transit gateway, in the Region of an alias", () => {
    const idOf = async (name: string) => (await there.vpcs()).find(({ tags }) => tags["Name"] === name)?.id ?? "";

    it("has everything in that Region", async () => {
      expect((await there.vpcs()).map(({ cidrBlock }) => cidrBlock).sort()).toEqual(["10.0.0.0/16", "10.1.0.0/16"]);
      const services = async (name: string) => (await there.endpoints(await idOf(name))).map(({ service }) => service);
      expect(await services("shared")).toEqual(
        ["ecr.api", "ecr.dkr", "logs"].map((service) => `com.amazonaws.${OTHER_REGION}.${service}`),
      );
      expect(await services("orders")).toEqual([`com.amazonaws.${OTHER_REGION}.s3`]);
      const { ecs } = account.clients(OTHER_REGION);
      const found = await ecs.send(new DescribeServicesCommand({ cluster: "orders", services: ["orders"] }));
      expect(found.services?.map(({ status }) => status)).toEqual(["ACTIVE"]);
    });

    it("has both VPCs attached to one transit gateway, whose route table both have, and routes there and back", async () => {
      const { ec2 } = account.clients(OTHER_REGION);
      const found = await ec2.send(new DescribeTransitGatewayAttachmentsCommand({}));
      const attachments = found.TransitGatewayAttachments ?? [];
      const [ownId, sharedId] = [await idOf("orders"), await idOf("shared")];
      expect(attachments.map(({ ResourceId }) => ResourceId).sort()).toEqual([ownId, sharedId].sort());
      expect(attachments.map(({ State, Association }) => [State, Association?.State])).toEqual([
        ["available", "associated"],
        ["available", "associated"],
      ]);
      expect(new Set(attachments.map(({ Association }) => Association?.TransitGatewayRouteTableId)).size).toBe(1);
      const [gatewayId, ...others] = new Set(attachments.map(({ TransitGatewayId }) => TransitGatewayId));
      expect(others).toEqual([]);
      const routesOver = async (vpcId: string) => {
        const { RouteTables: tables = [] } = await ec2.send(
          new DescribeRouteTablesCommand({ Filters: [{ Name: "vpc-id", Values: [vpcId] }] }),
        );
        const routes = tables.flatMap(({ Routes = [] }) => Routes);
        return routes.filter((it) => it.TransitGatewayId === gatewayId).map((it) => it.DestinationCidrBlock);
      };
      expect(await routesOver(ownId)).toEqual(["10.1.0.0/16", "10.1.0.0/16"]);
      expect(await routesOver(sharedId)).toEqual(["10.0.0.0/16", "10.0.0.0/16"]);
    });
  });

  it("has nothing to change in second plans", async () => {
    for (const second of await Promise.all([deployment.plan(), other.plan()])) {
      expect(second.resourceChanges.length).toBeGreaterThan(0);
      expect(unknownDifferences(second.differences)).toEqual([]);
      expect(second.outputChanges).toEqual([]);
    }
  });

  it("takes generated policies in place, and has nothing to change after them", async () => {
    const generated = await generatePolicies(
      account,
      deployment,
      (app) => new HubAndSpokeStack(app, NAME, { generatedPolicies: true }),
    );
    expect(generated.changes).toEqual(["create aws_vpc_endpoint_policy", "update aws_iam_role"]);
    expect([generated.policies, generated.left]).toEqual([4, []]);
    deployment = generated.deployment;
  });

  it("leaves nothing behind when it is destroyed", async () => {
    await Promise.all([deployment.destroy(), other.destroy()]);
    expect([...(await deployment.addresses()), ...(await other.addresses())]).toEqual([]);
    expect([...(await standing.vpcs()), ...(await there.vpcs())]).toEqual([]);
  });
});
