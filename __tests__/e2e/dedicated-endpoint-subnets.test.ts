import { DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeRepositoriesCommand } from "@aws-sdk/client-ecr";
import { DescribeServicesCommand, DescribeTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DedicatedEndpointSubnetsStack } from "../../stacks/dedicated-endpoint-subnets";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { generatePolicies } from "../support/emulator/generated-policies";
import { unknownDifferences } from "../support/emulator/known-differences";
import { ReadBack } from "../support/emulator/read-back";
import type { TerraformDeployment } from "../support/emulator/terraform-deployment";

const REGION = "ap-northeast-1";
const NAME = "dedicated-endpoint-subnets";
const SUBNETS = [
  ["10.0.1.0/24", "ap-northeast-1a", "private 1a app 1"],
  ["10.0.2.0/24", "ap-northeast-1a", "private 1a app 2"],
  ["10.0.3.0/24", "ap-northeast-1a", "private 1a vpc endpoint"],
  ["10.0.4.0/24", "ap-northeast-1c", "private 1c app 1"],
  ["10.0.5.0/24", "ap-northeast-1c", "private 1c app 2"],
  ["10.0.6.0/24", "ap-northeast-1c", "private 1c vpc endpoint"],
] as const;

describeE2e("dedicated-endpoint-subnets in an emulated account", (tools) => {
  let account: EmulatedAccount;
  let deployment: TerraformDeployment;
  let standing: ReadBack;
  let vpcId: string;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
    deployment = await account.deploy((app) => new DedicatedEndpointSubnetsStack(app, NAME));
    standing = new ReadBack(account.clients(REGION));
    vpcId = (await standing.vpcs())[0]?.id ?? "";
  });

  afterAll(() => account?.stop());

  it("has the sample's VPC with DNS hostnames on, and no way to the internet", async () => {
    expect(await standing.vpcs()).toEqual([
      {
        id: vpcId,
        cidrBlock: "10.0.0.0/16",
        tenancy: "default",
        dnsSupport: true,
        dnsHostnames: true,
        tags: { Name: "main" },
      },
    ]);
    expect(await standing.waysOut(vpcId)).toEqual([]);
  });

  it("has four application subnets and two endpoint subnets over two zones", async () => {
    expect(await standing.subnets(vpcId)).toEqual(
      SUBNETS.map(([cidrBlock, availabilityZone, Name]) => ({
        id: expect.any(String),
        cidrBlock,
        availabilityZone,
        publicAddresses: false,
        tags: { Name },
      })),
    );
  });

  it("has one route table, which the four application subnets share and the endpoint subnets do not", async () => {
    const s3 = (await standing.endpoints(vpcId)).find(({ type }) => type === "Gateway");
    expect(await standing.routeTables(vpcId)).toEqual([
      {
        id: expect.any(String),
        subnetIds: await subnetIds("app"),
        routes: ["10.0.0.0/16 -> local", expect.stringMatching(`^pl-[0-9a-f]+ -> ${s3?.id}$`)],
        tags: { Name: "VPC Endpoint S3" },
      },
    ]);
  });

  it("has the endpoints' security group with the sample's rules", async () => {
    const groups = await standing.securityGroups(vpcId);
    expect(groups.find(({ name }) => name === "vpc_endpoint_sg")).toMatchObject({
      ingress: ["tcp 443 10.0.0.0/16"],
      egress: ["tcp 443 10.0.0.0/16"],
    });
  });

  it("has the S3 gateway endpoint on the route table, and the interface endpoints in the endpoint subnets", async () => {
    const [routeTable] = await standing.routeTables(vpcId);
    const group = (await standing.securityGroups(vpcId)).find(({ name }) => name === "vpc_endpoint_sg");
    const endpointSubnets = await subnetIds("vpc endpoint");
    expect(endpointSubnets).toHaveLength(2);
    expect(await standing.endpoints(vpcId)).toEqual(
      ["ecr.api", "ecr.dkr", "logs", "s3"].map((service) => ({
        id: expect.any(String),
        service: `com.amazonaws.${REGION}.${service}`,
        ...(service === "s3"
          ? { type: "Gateway", privateDns: false, subnetIds: [], securityGroupIds: [], routeTableIds: [routeTable?.id] }
          : {
              type: "Interface",
              privateDns: true,
              subnetIds: endpointSubnets,
              securityGroupIds: [group?.id],
              routeTableIds: [],
            }),
      })),
    );
  });

  it("has a Fargate service spread over the application subnets, without public addresses", async () => {
    const { ecs, ecr } = account.clients(REGION);
    const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster: NAME, services: [NAME] }));
    expect(services).toMatchObject([{ desiredCount: 0, launchType: "FARGATE", platformVersion: "1.4.0" }]);
    const placement = services[0]?.networkConfiguration?.awsvpcConfiguration;
    expect([...(placement?.subnets ?? [])].sort()).toEqual(await subnetIds("app"));
    expect(placement?.assignPublicIp).toBe("DISABLED");

    const { repositories: [repository] = [] } = await ecr.send(new DescribeRepositoriesCommand({}));
    const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: NAME }));
    expect(taskDefinition?.containerDefinitions).toMatchObject([
      { name: "app", image: `${repository?.repositoryUri}:latest`, logConfiguration: { logDriver: "awslogs" } },
    ]);
  });

  it("has nothing to change in a second plan", async () => {
    const second = await deployment.plan();
    expect(second.resourceChanges.length).toBeGreaterThan(0);
    expect(unknownDifferences(second.differences)).toEqual([]);
    expect(second.outputChanges).toEqual([]);
  });

  it("takes generated policies in place, and has nothing to change after them", async () => {
    const generated = await generatePolicies(
      account,
      deployment,
      (app) => new DedicatedEndpointSubnetsStack(app, NAME, { generatedPolicies: true }),
    );
    expect(generated.changes).toEqual(["create aws_vpc_endpoint_policy", "update aws_iam_role"]);
    expect([generated.policies, generated.left]).toEqual([4, []]);
    deployment = generated.deployment;
  });

  it("leaves nothing behind when it is destroyed", async () => {
    await deployment.destroy();
    expect(await deployment.addresses()).toEqual([]);
    const { logs, ecr } = account.clients(REGION);
    expect(await standing.vpcs()).toEqual([]);
    expect((await logs.send(new DescribeLogGroupsCommand({}))).logGroups).toEqual([]);
    expect((await ecr.send(new DescribeRepositoriesCommand({}))).repositories).toEqual([]);
  });

  /** Ids of the subnets whose name has a word in it, sorted. */
  async function subnetIds(word: string): Promise<string[]> {
    const subnets = await standing.subnets(vpcId);
    return subnets
      .filter(({ tags }) => tags["Name"]?.includes(word))
      .map(({ id }) => id)
      .sort();
  }
});
