import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  DescribeInternetGatewaysCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcEndpointServicePermissionsCommand,
} from "@aws-sdk/client-ec2";
import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import {
  GetInstanceProfileCommand,
  GetRolePolicyCommand,
  ListInstanceProfilesCommand,
  ListRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PrivateLinkConsumerStack } from "../../stacks/private-link-consumer";
import { PrivateLinkProviderStack } from "../../stacks/private-link-provider";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { unknownDifferences } from "../support/emulator/known-differences";
import { ReadBack, tagsOf, withoutDescription } from "../support/emulator/read-back";
import type { TerraformDeployment } from "../support/emulator/terraform-deployment";

const REGION = "us-east-1";
const ACCEPTER = "aws_vpc_endpoint_connection_accepter";

describeE2e("private-link-provider and private-link-consumer in an emulated account", (tools) => {
  let account: EmulatedAccount;
  let provider: TerraformDeployment;
  let consumer: TerraformDeployment;
  let standing: ReadBack;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
    const deployments = account.synthesize((app) => {
      const { service } = new PrivateLinkProviderStack(app, "private-link-provider");
      new PrivateLinkConsumerStack(app, "private-link-consumer", { service });
    });
    provider = named(deployments, "private-link-provider");
    consumer = named(deployments, "private-link-consumer");
    await provider.deploy();
    leaveOutAcceptance(consumer);
    await consumer.deploy();
    standing = new ReadBack(account.clients(REGION));
  });

  afterAll(() => account?.stop());

  it.each([
    ["Service", "20.0.0.0/16", "20.0.1.0/24"],
    ["Customer", "10.0.0.0/16", "10.0.1.0/24"],
  ])("has the VPC %s_Network with its public subnet", async (name, cidrBlock, subnetCidrBlock) => {
    const vpc = await vpcOf(name);
    expect(vpc).toMatchObject({ cidrBlock, tags: { Name: `${name}_Network` } });
    const { InternetGateways: [gateway, ...otherGateways] = [] } = await account
      .clients(REGION)
      .ec2.send(
        new DescribeInternetGatewaysCommand({ Filters: [{ Name: "attachment.vpc-id", Values: [vpc?.id ?? ""] }] }),
      );
    expect(otherGateways).toEqual([]);
    expect(tagsOf(gateway?.Tags)).toEqual({ Name: `${name}_IGW` });
    const [subnet, ...otherSubnets] = await standing.subnets(vpc?.id ?? "");
    expect(otherSubnets).toEqual([]);
    expect(subnet).toMatchObject({
      cidrBlock: subnetCidrBlock,
      availabilityZone: "us-east-1a",
      tags: { Name: `${name}_Public_subnet` },
    });
    expect(await standing.routeTables(vpc?.id ?? "")).toMatchObject([
      {
        subnetIds: [subnet?.id],
        routes: [`${cidrBlock} -> local`, `0.0.0.0/0 -> ${gateway?.InternetGatewayId}`],
        tags: { Name: `${name}_PublicRT` },
      },
    ]);
  });

  it("has the web server with a public address and the walkthrough's page, by IMDSv2 and with an encrypted disk", async () => {
    const webServer = await instanceOf("Service");
    expect(webServer).toMatchObject({
      InstanceType: "t3.micro",
      State: { Name: "running" },
      MetadataOptions: { HttpTokens: "required" },
      PublicIpAddress: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
      // The emulator keeps the groups of the network interface only.
      NetworkInterfaces: [{ Groups: [{ GroupName: "Webserver_sg" }] }],
    });
    const { UserData: data } = await account
      .clients(REGION)
      .ec2.send(new DescribeInstanceAttributeCommand({ InstanceId: webServer?.InstanceId, Attribute: "userData" }));
    const script = Buffer.from(data?.Value ?? "", "base64").toString();
    expect(script).toContain("dnf install -y httpd");
    expect(script).toContain("<html><h1> Welcome to Hangyuzs Server 1 </h1></html>");
    expect(await securityGroup("Service", "Webserver_sg")).toMatchObject({
      description: "Security group for Webserver",
      ingress: [
        "tcp 443 0.0.0.0/0",
        "tcp 80 0.0.0.0/0",
        `tcp 80 ${(await securityGroup("Service", "MyNetwork-LB"))?.id}`,
      ],
    });
  });

  it("has the internet-facing network load balancer with the listener and the target group of the walkthrough", async () => {
    const { elbv2 } = account.clients(REGION);
    const [subnet] = await standing.subnets((await vpcOf("Service"))?.id ?? "");
    const { LoadBalancers: [balancer, ...others] = [] } = await elbv2.send(new DescribeLoadBalancersCommand({}));
    expect(others).toEqual([]);
    expect(balancer).toMatchObject({
      LoadBalancerName: "MyNetwork-LB",
      Type: "network",
      IpAddressType: "ipv4",
      AvailabilityZones: [{ SubnetId: subnet?.id }],
    });
    const { TargetGroups: [group] = [] } = await elbv2.send(new DescribeTargetGroupsCommand({}));
    expect(group).toMatchObject({
      TargetGroupName: "MyNetwork-TG",
      TargetType: "instance",
      Protocol: "TCP",
      Port: 80,
      HealthCheckIntervalSeconds: 10,
    });
    const { Listeners: listeners } = await elbv2.send(
      new DescribeListenersCommand({ LoadBalancerArn: balancer?.LoadBalancerArn }),
    );
    expect(listeners).toMatchObject([
      { Port: 80, Protocol: "TCP", DefaultActions: [{ Type: "forward", TargetGroupArn: group?.TargetGroupArn }] },
    ]);
    const { TargetHealthDescriptions: targets } = await elbv2.send(
      new DescribeTargetHealthCommand({ TargetGroupArn: group?.TargetGroupArn }),
    );
    expect(targets?.map(({ Target }) => Target)).toMatchObject([
      { Id: (await instanceOf("Service"))?.InstanceId, Port: 80 },
    ]);
    expect((await provider.outputs())["curl"]).toBe(`curl http://${balancer?.DNSName}`);
  });

  it("has the endpoint service on the load balancer, with acceptance, for its own account only", async () => {
    const { ec2, elbv2, sts } = account.clients(REGION);
    const { LoadBalancers: [balancer] = [] } = await elbv2.send(new DescribeLoadBalancersCommand({}));
    const { ServiceConfigurations: services } = await ec2.send(new DescribeVpcEndpointServiceConfigurationsCommand({}));
    const outputs = await provider.outputs();
    expect(services).toMatchObject([
      {
        ServiceId: outputs["service_id"],
        ServiceName: outputs["service_name"],
        AcceptanceRequired: true,
        NetworkLoadBalancerArns: [balancer?.LoadBalancerArn],
      },
    ]);
    const { AllowedPrincipals: principals } = await ec2.send(
      new DescribeVpcEndpointServicePermissionsCommand({ ServiceId: String(outputs["service_id"]) }),
    );
    const { Account: accountId } = await sts.send(new GetCallerIdentityCommand({}));
    expect(principals).toMatchObject([{ Principal: `arn:aws:iam::${accountId}:root` }]);
  });

  it("has the client with a public address, and the rules of its security group without SSH", async () => {
    expect((await instanceOf("Customer"))?.PublicIpAddress).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    const group = await securityGroup("Customer", "Customer_EC2_SG");
    expect(group?.ingress).toEqual(["tcp 80 0.0.0.0/0"]);
    expect(group?.egress.map(withoutDescription)).toEqual(["tcp 443 0.0.0.0/0", "tcp 80 10.0.1.0/24"]);
  });

  it("gives both instances the rights of a session and no others", async () => {
    const { iam } = account.clients(REGION);
    const { InstanceProfiles: profiles = [] } = await iam.send(new ListInstanceProfilesCommand({}));
    expect(profiles).toHaveLength(2);
    for (const { InstanceProfileName } of profiles) {
      const { InstanceProfile: profile } = await iam.send(new GetInstanceProfileCommand({ InstanceProfileName }));
      const RoleName = profile?.Roles?.[0]?.RoleName;
      expect(RoleName).toMatch(/^(Webserver1|Customer_EC2)-/);
      const { PolicyNames: [PolicyName] = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
      const { PolicyDocument: document } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
      expect(JSON.parse(decodeURIComponent(document ?? "")).Statement).toMatchObject([{ Sid: "SessionManager" }]);
    }
  });

  it("has the endpoint in the consumer's subnet, with the client's security group and without private DNS", async () => {
    const vpc = await vpcOf("Customer");
    const [subnet] = await standing.subnets(vpc?.id ?? "");
    const group = await securityGroup("Customer", "Customer_EC2_SG");
    expect(await standing.endpoints(vpc?.id ?? "")).toEqual([
      {
        id: (await consumer.outputs())["endpoint_id"],
        service: (await provider.outputs())["service_name"],
        type: "Interface",
        privateDns: false,
        subnetIds: [subnet?.id],
        securityGroupIds: [group?.id],
        routeTableIds: [],
      },
    ]);
  });

  it("prints the curl and the session to paste", async () => {
    const outputs = await consumer.outputs();
    expect(outputs["curl"]).toMatch(new RegExp(`^curl http://${outputs["endpoint_id"]}[\\w.-]+$`));
    expect(outputs["session"]).toBe(
      `aws ssm start-session --region us-east-1 --target ${(await instanceOf("Customer"))?.InstanceId}`,
    );
  });

  it("has nothing to change in a second plan but the acceptance, which the emulator does not have", async () => {
    const ofProvider = await provider.plan();
    expect(ofProvider.resourceChanges.length).toBeGreaterThan(0);
    expect(unknownDifferences(ofProvider.differences)).toEqual([]);
    expect(ofProvider.outputChanges).toEqual([]);
    // The emulator does not say how a load balancer can be reached.
    expect(ofProvider.resourceChanges.find(({ type }) => type === "aws_lb")?.after).toMatchObject({ internal: false });

    expect(unknownDifferences((await consumer.plan()).differences)).toEqual([]);
    includeAcceptance(consumer);
    const accepting = (await consumer.plan()).differences.filter(({ type }) => type === ACCEPTER);
    expect(accepting).toMatchObject([
      {
        actions: ["create"],
        after: {
          vpc_endpoint_id: (await consumer.outputs())["endpoint_id"],
          vpc_endpoint_service_id: (await provider.outputs())["service_id"],
        },
      },
    ]);
  });

  it("has a consumer that takes the service by its name, without the provider's state", async () => {
    const serviceName = String((await provider.outputs())["service_name"]);
    const alone = await account.deploy(
      (app) => new PrivateLinkConsumerStack(app, "private-link-consumer", { serviceName, name: "Other" }),
    );
    const vpc = await vpcOf("Other");
    expect(await standing.endpoints(vpc?.id ?? "")).toMatchObject([{ service: serviceName, privateDns: false }]);
    await alone.destroy();
  });

  it("leaves nothing behind when both are destroyed", async () => {
    leaveOutAcceptance(consumer);
    await consumer.destroy();
    await provider.destroy();
    expect([...(await consumer.addresses()), ...(await provider.addresses())]).toEqual([]);
    const { ec2, elbv2 } = account.clients(REGION);
    expect(await standing.vpcs()).toEqual([]);
    expect((await elbv2.send(new DescribeLoadBalancersCommand({}))).LoadBalancers).toEqual([]);
    expect((await ec2.send(new DescribeVpcEndpointServiceConfigurationsCommand({}))).ServiceConfigurations).toEqual([]);
  });

  async function vpcOf(name: string) {
    return (await standing.vpcs()).find(({ tags }) => tags["Name"] === `${name}_Network`);
  }

  async function instanceOf(name: string) {
    const vpc = await vpcOf(name);
    const { Reservations: reservations = [] } = await account
      .clients(REGION)
      .ec2.send(new DescribeInstancesCommand({ Filters: [{ Name: "vpc-id", Values: [vpc?.id ?? ""] }] }));
    const instances = reservations.flatMap(({ Instances }) => Instances ?? []);
    expect(instances).toHaveLength(1);
    return instances[0];
  }

  async function securityGroup(name: string, groupName: string) {
    const vpc = await vpcOf(name);
    return (await standing.securityGroups(vpc?.id ?? "")).find((group) => group.name === groupName);
  }
});

function named(deployments: readonly TerraformDeployment[], name: string): TerraformDeployment {
  const found = deployments.find((deployment) => deployment.name === name);
  if (found === undefined) throw new Error(`no stack ${name}`);
  return found;
}

const override = ({ directory }: TerraformDeployment) => join(directory, "without_acceptance_override.tf.json");

/** The emulator cannot accept a connection. */
function leaveOutAcceptance(deployment: TerraformDeployment): void {
  writeFileSync(override(deployment), JSON.stringify({ resource: { [ACCEPTER]: { acceptance: { count: 0 } } } }));
}

function includeAcceptance(deployment: TerraformDeployment): void {
  rmSync(override(deployment));
}
