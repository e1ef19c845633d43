import { DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeManagedPrefixListsCommand } from "@aws-sdk/client-ec2";
import { DescribeRepositoriesCommand } from "@aws-sdk/client-ecr";
import { DescribeClustersCommand, DescribeServicesCommand, DescribeTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { GetRoleCommand, GetRolePolicyCommand, ListRolePoliciesCommand } from "@aws-sdk/client-iam";
import { DescribeSecretCommand, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { GetParameterCommand } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SingleSubnetStack } from "../../stacks/single-subnet";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { generatePolicies } from "../support/emulator/generated-policies";
import { unknownDifferences } from "../support/emulator/known-differences";
import { ReadBack, withoutDescription } from "../support/emulator/read-back";
import type { TerraformDeployment } from "../support/emulator/terraform-deployment";

const REGION = "ap-northeast-1";
const NAME = "ecs-fargate-vpc-endpoint-default";

describeE2e("single-subnet in an emulated account", (tools) => {
  let account: EmulatedAccount;
  let deployment: TerraformDeployment;
  let standing: ReadBack;
  let vpcId: string;
  let accountId: string;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
    deployment = await account.deploy((app) => new SingleSubnetStack(app, "single-subnet"));
    standing = new ReadBack(account.clients(REGION));
    vpcId = (await standing.vpcs())[0]?.id ?? "";
    accountId = (await account.clients(REGION).sts.send(new GetCallerIdentityCommand({}))).Account ?? "";
  });

  afterAll(() => account?.stop());

  it("has the sample's VPC, and no way to the internet", async () => {
    expect(await standing.vpcs()).toEqual([
      {
        id: vpcId,
        cidrBlock: "10.0.0.0/16",
        tenancy: "default",
        dnsSupport: true,
        dnsHostnames: true,
        tags: { Name: NAME, Infra: NAME },
      },
    ]);
    expect(await standing.waysOut(vpcId)).toEqual([]);
  });

  it("has the one subnet, and its route table with only the local and the S3 route", async () => {
    const [subnet, ...others] = await standing.subnets(vpcId);
    expect(others).toEqual([]);
    expect(subnet).toMatchObject({
      cidrBlock: "10.0.10.0/24",
      availabilityZone: "ap-northeast-1a",
      publicAddresses: false,
      tags: { Name: `${NAME}-private-a`, Infra: NAME },
    });
    const s3 = (await standing.endpoints(vpcId)).find(({ type }) => type === "Gateway");
    expect(await standing.routeTables(vpcId)).toEqual([
      {
        id: s3?.routeTableIds[0],
        subnetIds: [subnet?.id],
        routes: ["10.0.0.0/16 -> local", `${await s3PrefixListId()} -> ${s3?.id}`],
        tags: { Name: `${NAME}-private-a`, Infra: NAME },
      },
    ]);
  });

  it("has the endpoints' security group with the sample's rules", async () => {
    const groups = await standing.securityGroups(vpcId);
    expect(groups.find(({ name }) => name === "vpc-endpoint")).toMatchObject({
      description: "vpc-endpoint security group",
      ingress: ["tcp 443 10.0.10.0/24 (from private subnet)"],
      egress: ["all 0.0.0.0/0"],
      tags: { Name: `${NAME}-vpc-endpoint`, Infra: NAME },
    });
  });

  it("lets the tasks out to the endpoints and the addresses of S3 only, and nobody in", async () => {
    const groups = await standing.securityGroups(vpcId);
    const endpoints = groups.find(({ name }) => name === "vpc-endpoint");
    const tasks = groups.find(({ name }) => name === NAME);
    expect(groups).toHaveLength(2);
    expect(tasks?.ingress).toEqual([]);
    expect(tasks?.egress.map(withoutDescription)).toEqual(
      [`tcp 443 ${endpoints?.id}`, `tcp 443 ${await s3PrefixListId()}`].sort(),
    );
  });

  it("has the S3 gateway endpoint and the five interface endpoints with private DNS", async () => {
    const [subnet] = await standing.subnets(vpcId);
    const [routeTable] = await standing.routeTables(vpcId);
    const group = (await standing.securityGroups(vpcId)).find(({ name }) => name === "vpc-endpoint");
    const services = ["ecr.api", "ecr.dkr", "logs", "s3", "secretsmanager", "ssm"];
    expect(await standing.endpoints(vpcId)).toEqual(
      services.map((service) => ({
        id: expect.any(String),
        service: `com.amazonaws.${REGION}.${service}`,
        ...(service === "s3"
          ? { type: "Gateway", privateDns: false, subnetIds: [], securityGroupIds: [], routeTableIds: [routeTable?.id] }
          : {
              type: "Interface",
              privateDns: true,
              subnetIds: [subnet?.id],
              securityGroupIds: [group?.id],
              routeTableIds: [],
            }),
      })),
    );
  });

  it("has the cluster with the capacity provider FARGATE", async () => {
    const { clusters } = await account.clients(REGION).ecs.send(new DescribeClustersCommand({ clusters: [NAME] }));
    expect(clusters).toMatchObject([{ clusterName: NAME, status: "ACTIVE", capacityProviders: ["FARGATE"] }]);
  });

  it("has the task definition with the container batch", async () => {
    const { ecs, secretsManager } = account.clients(REGION);
    const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: NAME }));
    expect(taskDefinition).toMatchObject({
      family: NAME,
      cpu: "256",
      memory: "512",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      taskRoleArn: `arn:aws:iam::${accountId}:role/${NAME}-task-role`,
      executionRoleArn: `arn:aws:iam::${accountId}:role/${NAME}-task-execution-role`,
    });
    const { ARN: secretArn } = await secretsManager.send(
      new DescribeSecretCommand({ SecretId: "secrets_manager_secret" }),
    );
    expect(taskDefinition?.containerDefinitions).toMatchObject([
      {
        name: "batch",
        image: `${accountId}.dkr.ecr.${REGION}.amazonaws.com/alpine`,
        command: ["ls"],
        essential: true,
        secrets: [
          { name: "parameter_store_secret", valueFrom: "/parameter_store_secret" },
          { name: "environment_variable_name", valueFrom: secretArn },
        ],
        logConfiguration: {
          logDriver: "awslogs",
          options: {
            "awslogs-group": `/aws/ecs/${NAME}`,
            "awslogs-region": REGION,
            "awslogs-stream-prefix": "default",
          },
        },
      },
    ]);
  });

  it("has the service without a public address on platform version 1.4.0, with no task yet", async () => {
    const { ecs } = account.clients(REGION);
    const { services } = await ecs.send(new DescribeServicesCommand({ cluster: NAME, services: [NAME] }));
    const [subnet] = await standing.subnets(vpcId);
    expect(services).toMatchObject([
      {
        serviceName: NAME,
        status: "ACTIVE",
        desiredCount: 0,
        launchType: "FARGATE",
        platformVersion: "1.4.0",
        networkConfiguration: { awsvpcConfiguration: { subnets: [subnet?.id], assignPublicIp: "DISABLED" } },
      },
    ]);
  });

  it.each(["task-role", "task-execution-role"])("has the %s that ECS tasks may take", async (suffix) => {
    const { Role: role } = await account
      .clients(REGION)
      .iam.send(new GetRoleCommand({ RoleName: `${NAME}-${suffix}` }));
    expect(JSON.parse(decodeURIComponent(role?.AssumeRolePolicyDocument ?? ""))).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: ["sts:AssumeRole"] }],
    });
  });

  it("gives the execution role the parameter, the secret, the image from within the VPC and the log stream", async () => {
    const { iam, secretsManager } = account.clients(REGION);
    const RoleName = `${NAME}-task-execution-role`;
    const { PolicyNames: [PolicyName] = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
    const { PolicyDocument: document } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    const { ARN: secretArn } = await secretsManager.send(
      new DescribeSecretCommand({ SecretId: "secrets_manager_secret" }),
    );
    const allow = (actions: string[], resource: string | undefined) =>
      expect.objectContaining({ Effect: "Allow", Action: actions, Resource: [resource] });
    const statements: unknown = JSON.parse(decodeURIComponent(document ?? "")).Statement;
    expect(statements).toEqual([
      allow(["ecr:GetAuthorizationToken"], "*"),
      {
        Sid: "EcrPull",
        Effect: "Allow",
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
        Resource: [`arn:aws:ecr:${REGION}:${accountId}:repository/alpine`],
        Condition: { StringEquals: { "aws:SourceVpc": vpcId } },
      },
      allow(["ssm:GetParameters"], `arn:aws:ssm:${REGION}:${accountId}:parameter/parameter_store_secret`),
      allow(["secretsmanager:GetSecretValue"], secretArn),
      allow(
        ["logs:CreateLogStream", "logs:PutLogEvents"],
        `arn:aws:logs:${REGION}:${accountId}:log-group:/aws/ecs/${NAME}:*`,
      ),
    ]);
  });

  it("has the log group, the repository, the SecureString and the secret with a version", async () => {
    const { logs, ecr, ssm, secretsManager } = account.clients(REGION);
    const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: `/aws/ecs/${NAME}` }));
    expect(logGroups?.map(({ logGroupName, retentionInDays }) => [logGroupName, retentionInDays])).toEqual([
      [`/aws/ecs/${NAME}`, undefined],
    ]);
    const { repositories } = await ecr.send(new DescribeRepositoriesCommand({}));
    expect(repositories?.map(({ repositoryName }) => repositoryName)).toEqual(["alpine"]);
    const { Parameter: parameter } = await ssm.send(new GetParameterCommand({ Name: "/parameter_store_secret" }));
    expect(parameter?.Type).toBe("SecureString");
    const secret = await secretsManager.send(new GetSecretValueCommand({ SecretId: "secrets_manager_secret" }));
    expect(secret.VersionId).toMatch(/.+/);
  });

  it("prints commands with nothing left to fill in but the values of the secrets", async () => {
    const outputs = await deployment.outputs();
    const [subnet] = await standing.subnets(vpcId);
    const tasks = (await standing.securityGroups(vpcId)).find(({ name }) => name === NAME);
    expect(outputs["run_task"]).toBe(
      [
        `aws ecs run-task --region ${REGION}`,
        `--cluster arn:aws:ecs:${REGION}:${accountId}:cluster/${NAME}`,
        `--task-definition arn:aws:ecs:${REGION}:${accountId}:task-definition/${NAME}:1`,
        "--launch-type FARGATE --platform-version 1.4.0",
        `--network-configuration 'awsvpcConfiguration={subnets=[${subnet?.id}],securityGroups=[${tasks?.id}],assignPublicIp=DISABLED}'`,
      ].join(" "),
    );
    expect(outputs["push_image"]).toContain(`docker push ${accountId}.dkr.ecr.${REGION}.amazonaws.com/alpine:latest`);
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
      (app) => new SingleSubnetStack(app, "single-subnet", { generatedPolicies: true }),
    );
    expect(generated.changes).toEqual(["create aws_vpc_endpoint_policy", "update aws_iam_role"]);
    expect([generated.policies, generated.left]).toEqual([6, []]);
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

  async function s3PrefixListId(): Promise<string | undefined> {
    const { PrefixLists: lists } = await account.clients(REGION).ec2.send(new DescribeManagedPrefixListsCommand({}));
    return lists?.find(({ PrefixListName }) => PrefixListName === `com.amazonaws.${REGION}.s3`)?.PrefixListId;
  }
});
