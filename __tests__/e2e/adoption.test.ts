import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DescribeVpcEndpointsCommand } from "@aws-sdk/client-ec2";
import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { GetParameterCommand } from "@aws-sdk/client-ssm";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import type { App } from "cdktf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FargateService, type TaskRole } from "../../modules";
import { DedicatedEndpointSubnetsStack } from "../../stacks/dedicated-endpoint-subnets";
import { SingleSubnetStack } from "../../stacks/single-subnet";
import { describeE2e } from "../support/emulator/e2e-tools";
import { type AppBuilder, EmulatedAccount } from "../support/emulator/emulated-account";
import { unknownDifferences } from "../support/emulator/known-differences";
import { adopt } from "./adopt";

const REGION = "ap-northeast-1";
const PLAIN = resolve(__dirname, "../support/emulator/plain-terraform");

/** An update of a service says only what changes of its deployments; the emulator forgets the rest, which AWS keeps. */
const FORGOTTEN_BY_UPDATE = /^aws_ecs_service\.\S+: deployment_(?:maximum|minimum_healthy)_percent$/;

/** The sample of one subnet, with a secret that is kept for as long as it was. */
function singleSubnet(app: App): void {
  const secret = new SingleSubnetStack(app, "single-subnet").node.findChild("secret");
  if (secret instanceof SecretsmanagerSecret) secret.recoveryWindowInDays = 30;
}

/** The sample with subnets for endpoints, with the names of the roles that stand, and with their policy. */
function dedicatedEndpointSubnets(app: App): void {
  const stack = new DedicatedEndpointSubnetsStack(app, "dedicated-endpoint-subnets", { ssmEndpoint: true });
  const service = stack.node.findChild("service");
  if (!(service instanceof FargateService)) throw new Error("there is no service");
  const named = (taken: TaskRole | undefined, name: string) => {
    if (taken === undefined) throw new Error(`there is no role ${name}`);
    taken.role.resetNamePrefix();
    taken.role.name = name;
    return taken.role;
  };
  named(service.taskRole, "ecs-task");
  new IamRolePolicyAttachment(stack, "managed-policy", {
    role: named(service.executionRole, "ecs-task-execution").name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
  });
}

describeE2e("what stands", (tools) => {
  let account: EmulatedAccount;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
  });

  afterAll(() => account?.stop());

  /** Deploys plain Terraform, takes it over by a stack, and says which types of things go for that, and what the file remarks. */
  async function takeOver(hcl: string, build: AppBuilder) {
    const plain = account.configuration("plain", readFileSync(join(PLAIN, hcl), "utf8"));
    await plain.deploy();
    const [ours] = account.synthesize(build);
    if (ours === undefined) throw new Error("there is no stack");
    const state = join(ours.directory, "plain.tfstate");
    writeFileSync(state, await plain.terraform("state", "pull"));
    await ours.terraform("init", "-input=false");
    await ours.terraform("state", "push", state);

    const file = await adopt(ours);
    const { resourceChanges, differences } = await ours.plan();
    const destroyed = resourceChanges.filter(({ actions }) => actions.includes("delete"));
    expect(
      differences.flatMap((each) => (each.attributes.includes("recovery_window_in_days") ? each.address : [])),
    ).toEqual([]);
    await ours.apply();
    const left = unknownDifferences((await ours.plan()).differences);
    expect(left.filter((difference) => !FORGOTTEN_BY_UPDATE.test(difference))).toEqual([]);
    const remarks = file.split("\n").filter((line) => line.startsWith("#"));
    return { destroyed: destroyed.map(({ type }) => type), remarks, file };
  }

  test("by other Terraform is taken over, with its secrets, and only the task definition gets another revision", async () => {
    const { destroyed, remarks } = await takeOver("single-subnet.tf", singleSubnet);
    expect([destroyed, remarks]).toEqual([["aws_ecs_task_definition"], []]);
    const { secretsManager, ssm } = account.clients(REGION);
    const secret = await secretsManager.send(new GetSecretValueCommand({ SecretId: "secrets_manager_secret" }));
    const parameter = await ssm.send(
      new GetParameterCommand({ Name: "/parameter_store_secret", WithDecryption: true }),
    );
    expect([secret.SecretString, parameter.Parameter?.Value]).toEqual(["real-secret", "real-parameter"]);
  });

  test("with subnets for its endpoints is taken over as well, with its rules and roles, and nothing goes", async () => {
    const { destroyed, remarks, file } = await takeOver("dedicated-endpoint-subnets.tf", dedicatedEndpointSubnets);
    expect(destroyed).toEqual([]);
    expect(file).toContain("removed {\n  from = aws_vpc_endpoint_route_table_association.s3\n");
    expect(remarks).toEqual([
      expect.stringMatching(
        /nothing manages it, so revoke it after the apply: egress of tcp 5432-5433 to 10\.0\.200\.0\/24 in aws_security_group\.\S+ \(sg-\w+\)$/,
      ),
    ]);
    const { ec2 } = account.clients(REGION);
    const { VpcEndpoints: found = [] } = await ec2.send(new DescribeVpcEndpointsCommand({}));
    const gateways = found.filter(({ VpcEndpointType }) => VpcEndpointType === "Gateway");
    // The association that has left the state stands in the account.
    expect(gateways.map(({ RouteTableIds = [] }) => RouteTableIds.length)).toEqual(gateways.map(() => 1));
    expect(gateways.length).toBeGreaterThan(0);
  });
});
