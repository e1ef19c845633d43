import { DescribeRouteTablesCommand, DescribeVpcPeeringConnectionsCommand } from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, expect, it } from "vitest";
import { HubAndSpokeStack } from "../../stacks/hub-and-spoke";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { unknownDifferences } from "../support/emulator/known-differences";
import { ReadBack, withoutDescription } from "../support/emulator/read-back";
import type { TerraformDeployment } from "../support/emulator/terraform-deployment";

const REGION = "ap-northeast-1";
const NAME = "hub-and-spoke";

describeE2e("hub-and-spoke in an emulated account", (tools) => {
  let account: EmulatedAccount;
  let deployment: TerraformDeployment;
  let standing: ReadBack;
  let hubId: string;
  let spokeId: string;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
    deployment = await account.deploy((app) => new HubAndSpokeStack(app, NAME));
    standing = new ReadBack(account.clients(REGION));
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

  it("has nothing to change in a second plan", async () => {
    const second = await deployment.plan();
    expect(second.resourceChanges.length).toBeGreaterThan(0);
    expect(unknownDifferences(second.differences)).toEqual([]);
    expect(second.outputChanges).toEqual([]);
  });

  it("leaves nothing behind when it is destroyed", async () => {
    await deployment.destroy();
    expect(await deployment.addresses()).toEqual([]);
    expect(await standing.vpcs()).toEqual([]);
  });
});
