import { CreateTagsCommand, DescribeVpcEndpointsCommand, DescribeVpcsCommand } from "@aws-sdk/client-ec2";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { type App, TerraformOutput, TerraformStack } from "cdktf";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";

const REGION = "eu-west-1";

/** A stack of one VPC, made without the library: these tests are about the emulated account. */
class VpcStack extends TerraformStack {
  readonly vpc: Vpc;

  constructor(app: App, name: string, cidrBlock = "10.1.0.0/16") {
    super(app, name);
    new AwsProvider(this, "aws", { region: REGION });
    this.vpc = new Vpc(this, "vpc", { cidrBlock, tags: { Name: name } });
    new TerraformOutput(this, "vpc_id", { value: this.vpc.id });
  }
}

/** The same with a subnet and both types of endpoints. */
class EndpointStack extends VpcStack {
  constructor(app: App, name: string) {
    super(app, name);
    this.vpc.enableDnsHostnames = true;
    const vpcId = this.vpc.id;
    const subnet = new Subnet(this, "subnet", { vpcId, cidrBlock: "10.1.1.0/24", availabilityZone: `${REGION}a` });
    const group = new SecurityGroup(this, "endpoints", { vpcId, name: "endpoints" });
    new VpcEndpoint(this, "s3", {
      vpcId,
      serviceName: `com.amazonaws.${REGION}.s3`,
      vpcEndpointType: "Gateway",
      routeTableIds: [this.vpc.mainRouteTableId],
    });
    new VpcEndpoint(this, "logs", {
      vpcId,
      serviceName: `com.amazonaws.${REGION}.logs`,
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds: [subnet.id],
      securityGroupIds: [group.id],
    });
  }
}

describeE2e("an emulated account", (tools) => {
  let account: EmulatedAccount;
  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
  });
  beforeEach(async () => {
    await account.reset();
  });
  afterAll(async () => {
    await account?.stop();
  });

  test("takes a deployment, shows it through the API, has nothing to change, and is empty after the destruction", async () => {
    const deployment = await account.deploy((app) => new EndpointStack(app, "tiny"));
    const { ec2 } = account.clients(REGION);

    const { vpc_id: vpcId } = await deployment.outputs();
    const filters = { Filters: [{ Name: "vpc-id", Values: [String(vpcId)] }] };
    const { Vpcs: vpcs = [] } = await ec2.send(new DescribeVpcsCommand(filters));
    expect(vpcs.map((vpc) => [vpc.CidrBlock, vpc.Tags])).toEqual([["10.1.0.0/16", [{ Key: "Name", Value: "tiny" }]]]);
    const { VpcEndpoints: endpoints = [] } = await ec2.send(new DescribeVpcEndpointsCommand(filters));
    expect(endpoints.map((it) => `${it.ServiceName} ${it.VpcEndpointType} ${it.State}`).sort()).toEqual([
      "com.amazonaws.eu-west-1.logs Interface available",
      "com.amazonaws.eu-west-1.s3 Gateway available",
    ]);

    expect(await deployment.addresses()).toHaveLength(5);
    const second = await deployment.plan();
    expect(second.resourceChanges).toHaveLength(5);
    expect(second.differences).toEqual([]);
    expect(second.outputChanges).toEqual([]);

    await deployment.destroy();
    expect(await deployment.addresses()).toEqual([]);
    const { Vpcs: left = [] } = await ec2.send(new DescribeVpcsCommand({}));
    expect(left.filter((vpc) => vpc.IsDefault !== true)).toEqual([]);
  });

  test("shows what was changed behind Terraform's back as a difference of that attribute", async () => {
    const deployment = await account.deploy((app) => new VpcStack(app, "tiny"));
    const { vpc_id: vpcId } = await deployment.outputs();
    const { ec2 } = account.clients(REGION);
    await ec2.send(new CreateTagsCommand({ Resources: [String(vpcId)], Tags: [{ Key: "Name", Value: "renamed" }] }));

    const { differences } = await deployment.plan();
    expect(differences.map((it) => [it.address, it.actions, it.attributes])).toEqual([
      ["aws_vpc.vpc", ["update"], ["tags", "tags_all"]],
    ]);
    expect(differences[0]?.before["tags"]).toEqual({ Name: "renamed" });
    expect(differences[0]?.after["tags"]).toEqual({ Name: "tiny" });
  });

  test("deploys the stacks of one app in their order, each with a state that the next can read", async () => {
    const [first, second, ...more] = await account.deployAll((app) => {
      const network = new VpcStack(app, "z-network");
      const workload = new VpcStack(app, "a-workload", "10.2.0.0/16");
      new TerraformOutput(workload, "network_id", { value: network.vpc.id });
    });
    expect([first?.name, second?.name, more]).toEqual(["z-network", "a-workload", []]);
    const { vpc_id: networkId } = (await first?.outputs()) ?? {};
    const workload = (await second?.outputs()) ?? {};
    expect(workload["network_id"]).toBe(networkId);
    expect(workload["vpc_id"]).not.toBe(networkId);
  });

  test("answers a request that the SDK sends again as the first time, and does it once", async () => {
    const vpcOf = async (invocation: string) => {
      const headers = {
        "amz-sdk-invocation-id": invocation,
        authorization: `AWS4-HMAC-SHA256 Credential=emulated/20260101/${REGION}/ec2/aws4_request`,
      };
      const body = new URLSearchParams({ Action: "CreateVpc", CidrBlock: "10.9.0.0/16" });
      return /<vpcId>(.+)<\/vpcId>/.exec(
        await (await fetch(account.endpoint, { method: "POST", headers, body })).text(),
      )?.[1];
    };
    const first = await vpcOf("one");
    expect(first).toMatch(/^vpc-/);
    expect([await vpcOf("one"), await vpcOf("two")]).toEqual([first, expect.not.stringContaining(String(first))]);
    const { Vpcs: vpcs = [] } = await account.clients(REGION).ec2.send(new DescribeVpcsCommand({}));
    expect(vpcs.filter(({ CidrBlock }) => CidrBlock === "10.9.0.0/16")).toHaveLength(2);
  });

  test("a failing Terraform command says what Terraform said", async () => {
    const [deployment] = account.synthesize((app) => new VpcStack(app, "tiny", "10.1.0.0/33"));
    await expect(deployment?.deploy()).rejects.toThrow(/ apply [^\n]*ended with exit code 1[\s\S]*10\.1\.0\.0\/33/);
  });
});
