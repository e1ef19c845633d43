import {
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  DescribeSecurityGroupRulesCommand,
  ModifySecurityGroupRulesCommand,
} from "@aws-sdk/client-ec2";
import { DescribeRepositoriesCommand } from "@aws-sdk/client-ecr";
import { GetRolePolicyCommand, ListInstanceProfilesCommand, ListRolePoliciesCommand } from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, it } from "vitest";
import { EcrInstanceStack } from "../../stacks/ecr-instance";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { generatePolicies } from "../support/emulator/generated-policies";
import { unknownDifferences } from "../support/emulator/known-differences";
import { ReadBack, withoutDescription } from "../support/emulator/read-back";
import type { TerraformDeployment } from "../support/emulator/terraform-deployment";

const REGION = "ap-northeast-1";
const NAME = "ecr-instance";

describeE2e("ecr-instance in an emulated account", (tools) => {
  let account: EmulatedAccount;
  let deployment: TerraformDeployment;
  let standing: ReadBack;
  let vpcId: string;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
    deployment = await account.deploy((app) => new EcrInstanceStack(app, NAME));
    standing = new ReadBack(account.clients(REGION));
    vpcId = (await standing.vpcs())[0]?.id ?? "";
  });

  afterAll(() => account?.stop());

  it("has a VPC with one private subnet, and no way to the internet", async () => {
    expect(await standing.vpcs()).toMatchObject([{ dnsSupport: true, dnsHostnames: true, tags: { Name: NAME } }]);
    expect(await standing.subnets(vpcId)).toMatchObject([{ publicAddresses: false }]);
    expect(await standing.waysOut(vpcId)).toEqual([]);
    expect((await standing.routeTables(vpcId)).map(({ routes }) => routes.length)).toEqual([2]);
  });

  it("has the instance in it, without a public address, and Docker installed when it starts", async () => {
    const { ec2 } = account.clients(REGION);
    const instance = await onlyInstance();
    const [subnet] = await standing.subnets(vpcId);
    expect(instance).toMatchObject({
      SubnetId: subnet?.id,
      State: { Name: "running" },
      MetadataOptions: { HttpTokens: "required" },
    });
    expect(instance?.PublicIpAddress).toBeUndefined();
    const { UserData: data } = await ec2.send(
      new DescribeInstanceAttributeCommand({ InstanceId: instance?.InstanceId, Attribute: "userData" }),
    );
    expect(Buffer.from(data?.Value ?? "", "base64").toString()).toBe(
      "#!/bin/bash\nset -euo pipefail\ndnf install -y docker\nsystemctl enable --now docker\n",
    );
  });

  it("has the endpoints of ECR with private DNS, the S3 gateway endpoint, and those of the session", async () => {
    const endpoints = await standing.endpoints(vpcId);
    expect(endpoints.map(({ service, type, privateDns }) => [service, type, privateDns])).toEqual([
      [`com.amazonaws.${REGION}.ec2messages`, "Interface", true],
      [`com.amazonaws.${REGION}.ecr.api`, "Interface", true],
      [`com.amazonaws.${REGION}.ecr.dkr`, "Interface", true],
      [`com.amazonaws.${REGION}.s3`, "Gateway", false],
      [`com.amazonaws.${REGION}.ssm`, "Interface", true],
      [`com.amazonaws.${REGION}.ssmmessages`, "Interface", true],
    ]);
    const groups = await standing.securityGroups(vpcId);
    const idOf = (name: string) => groups.find((group) => group.name === name)?.id;
    for (const { service, type, securityGroupIds } of endpoints.filter((endpoint) => endpoint.type === "Interface")) {
      const name = service.includes(".ecr.") ? `${NAME}-ecr-endpoints` : `${NAME}-session-endpoints`;
      expect([service, type, securityGroupIds]).toEqual([service, "Interface", [idOf(name)]]);
    }
  });

  it("opens TCP 443 of the endpoints to the instance and to nobody else, and lets the instance out to nothing else", async () => {
    const groups = await standing.securityGroups(vpcId);
    const group = (name: string) => groups.find((found) => found.name === name);
    const host = group(NAME);
    expect(groups).toHaveLength(3);
    expect(host?.ingress).toEqual([]);
    expect(host?.egress.map(withoutDescription)).toEqual([
      expect.stringMatching(/^tcp 443 pl-/),
      ...[group(`${NAME}-ecr-endpoints`)?.id, group(`${NAME}-session-endpoints`)?.id]
        .map((id) => `tcp 443 ${id}`)
        .sort(),
    ]);
    for (const name of ["ecr-endpoints", "session-endpoints"]) {
      expect(group(`${NAME}-${name}`)).toMatchObject({ ingress: [`tcp 443 ${host?.id}`], egress: [] });
    }
  });

  it("gives the instance a profile that may pull from its repository and open sessions", async () => {
    const { iam, ecr } = account.clients(REGION);
    const { InstanceProfiles: [profile, ...others] = [] } = await iam.send(new ListInstanceProfilesCommand({}));
    expect(others).toEqual([]);
    const RoleName = profile?.Roles?.[0]?.RoleName;
    const { PolicyNames: [PolicyName] = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
    const { PolicyDocument: document } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    const { repositories: [repository] = [] } = await ecr.send(new DescribeRepositoriesCommand({}));
    expect(repository?.repositoryName).toBe(NAME);
    expect(JSON.parse(decodeURIComponent(document ?? "")).Statement).toEqual([
      expect.objectContaining({ Sid: "SessionManager" }),
      expect.objectContaining({ Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] }),
      expect.objectContaining({ Sid: "EcrPull", Resource: [repository?.repositoryArn] }),
    ]);
  });

  it("prints the session, the login and the pull to paste", async () => {
    const outputs = await deployment.outputs();
    const instance = await onlyInstance();
    const url = String(outputs["repository_url"]);
    expect(url).toMatch(new RegExp(`^\\d{12}\\.dkr\\.ecr\\.${REGION}\\.amazonaws\\.com/${NAME}$`));
    expect(outputs["session"]).toBe(`aws ssm start-session --region ${REGION} --target ${instance?.InstanceId}`);
    expect(outputs["login"]).toBe(
      `aws ecr get-login-password --region ${REGION} --cli-connect-timeout 10 | sudo docker login --username AWS --password-stdin ${url}`,
    );
    expect(outputs["pull"]).toBe(`sudo docker pull ${url}:latest`);
  });

  it("closes and opens the port of ECR's endpoints by the commands that it prints, after which nothing is to change", async () => {
    const { ec2 } = account.clients(REGION);
    const outputs = await deployment.outputs();
    const ecrGroup = (await standing.securityGroups(vpcId)).find(({ name }) => name === `${NAME}-ecr-endpoints`);
    for (const [output, port] of [
      ["close_port", 8443],
      ["open_port", 443],
    ] as const) {
      const { groupId, rule } = readCommand(String(outputs[output]));
      expect(groupId).toBe(ecrGroup?.id);
      await ec2.send(
        new ModifySecurityGroupRulesCommand({
          GroupId: groupId,
          SecurityGroupRules: [
            {
              SecurityGroupRuleId: rule["SecurityGroupRuleId"],
              SecurityGroupRule: {
                IpProtocol: rule["IpProtocol"],
                FromPort: Number(rule["FromPort"]),
                ToPort: Number(rule["ToPort"]),
                ReferencedGroupId: rule["ReferencedGroupId"],
              },
            },
          ],
        }),
      );
      const { SecurityGroupRules: rules } = await ec2.send(
        new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: "group-id", Values: [groupId] }] }),
      );
      expect(rules?.filter(({ IsEgress }) => !IsEgress).map(({ FromPort, ToPort }) => [FromPort, ToPort])).toEqual([
        [port, port],
      ]);
    }
    expect(unknownDifferences((await deployment.plan()).differences)).toEqual([]);
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
      (app) => new EcrInstanceStack(app, NAME, { generatedPolicies: true }),
    );
    expect(generated.changes).toEqual(["create aws_vpc_endpoint_policy"]);
    expect([generated.policies, generated.left]).toEqual([6, []]);
    deployment = generated.deployment;
  });

  it("leaves nothing behind when it is destroyed", async () => {
    await deployment.destroy();
    expect(await deployment.addresses()).toEqual([]);
    const { ecr, iam } = account.clients(REGION);
    expect(await standing.vpcs()).toEqual([]);
    expect((await ecr.send(new DescribeRepositoriesCommand({}))).repositories).toEqual([]);
    expect((await iam.send(new ListInstanceProfilesCommand({}))).InstanceProfiles).toEqual([]);
  });

  async function onlyInstance() {
    const { Reservations: reservations = [] } = await account
      .clients(REGION)
      .ec2.send(new DescribeInstancesCommand({ Filters: [{ Name: "vpc-id", Values: [vpcId] }] }));
    const instances = reservations.flatMap(({ Instances }) => Instances ?? []);
    expect(instances).toHaveLength(1);
    return instances[0];
  }
});

/** The group and the fields of `aws ec2 modify-security-group-rules`. */
function readCommand(command: string) {
  const [, groupId = "", fields = ""] =
    /^aws ec2 modify-security-group-rules --region [\w-]+ --group-id (\S+) --security-group-rules '(.*)'$/.exec(
      command,
    ) ?? [];
  const rule = Object.fromEntries(Array.from(fields.matchAll(/(\w+)=([\w-]+)/g), ([, name, value]) => [name, value]));
  return { groupId, rule };
}
