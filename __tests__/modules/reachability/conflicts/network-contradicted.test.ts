import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import type { Proof } from "../../../../modules";
import { existingVpc, proveIn } from "../../../support/existing-vpc";
import { isolatedNetwork } from "../support/isolated-network";
import { issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const CODE = "network-contradicted";
const vpcId = existingVpc.vpcId;

/** What is contradicted, where a subnet of the network is one of the stack. */
function inStack(subnetId: (stack: TerraformStack) => string) {
  const proof = proveIn((stack) => {
    return { ...existingVpc, subnets: [{ ...existingVpc.subnets[0], id: subnetId(stack) }] };
  });
  return issuesWith(proof, CODE);
}

/** The proof where something of the VPC is created in the stack. */
function beside(build: (stack: TerraformStack) => void): Proof {
  return proveIn((stack) => {
    build(stack);
    return existingVpc;
  });
}

describe("what a network says and the Terraform in sight shows not to be so", () => {
  const subnet = { vpcId, cidrBlock: "172.20.1.0/24", availabilityZone: "eu-west-1a" };

  it("is nothing where both say the same", () => {
    expect(inStack((stack) => new Subnet(stack, "a", subnet).id)).toEqual([]);
  });

  it.each([
    [
      "the zone",
      { availabilityZone: "eu-west-1b" },
      "says that aws_subnet.a is in eu-west-1a, and availability_zone of aws_subnet.a is eu-west-1b",
    ],
    [
      "the block",
      { cidrBlock: "172.20.9.0/24" },
      "says that aws_subnet.a has the block 172.20.1.0/24, and cidr_block of aws_subnet.a is 172.20.9.0/24",
    ],
    [
      "the VPC",
      { vpcId: "vpc-0fedcba9876543210" },
      `says that aws_subnet.a is in ${vpcId}, and vpc_id of aws_subnet.a is vpc-0fedcba9876543210`,
    ],
  ])("is %s of a subnet that is created", (_, changes, problem) => {
    expect(inStack((stack) => new Subnet(stack, "a", { ...subnet, ...changes }).id)).toMatchObject([
      { path: "aws_subnet.a", problem: `the network "legacy" ${problem}` },
    ]);
  });

  it("is the block of a subnet that is looked up by another", () => {
    const found = inStack((stack) => new DataAwsSubnet(stack, "a", { cidrBlock: "172.20.3.0/24", vpcId }).id);
    expect(found).toMatchObject([{ path: "data.aws_subnet.a" }]);
  });

  it("is not the id of a zone, which names it in another way", () => {
    const { availabilityZone: _, ...others } = subnet;
    expect(inStack((stack) => new Subnet(stack, "a", { ...others, availabilityZoneId: "euw1-az1" }).id)).toEqual([]);
  });

  it.each([
    ["rtb-0c", 1],
    ["rtb-0a", 0],
  ])("is the route table of a subnet that has %s", (routeTableId, count) => {
    const proof = beside((stack) => {
      new RouteTableAssociation(stack, "a", { subnetId: "subnet-0a", routeTableId });
    });
    expect(issuesWith(proof, CODE)).toHaveLength(count);
  });

  it.each([
    ["an attribute of the VPC", "aws_vpc.main", { enable_dns_hostnames: false }, 1],
    ["nothing", "aws_vpc.main", {}, 0],
  ])("is %s that is created in sight", (_, address, changes, count) => {
    const said = { name: "own", region: "eu-west-1", vpcId: "${aws_vpc.main.id}", cidrBlock: "10.0.0.0/16" };
    const network = { ...said, enableDnsSupport: true, enableDnsHostnames: true, subnets: [] };
    const fixture: TerraformFixture = isolatedNetwork()
      .set(address, changes)
      .set("aws_ecs_task_definition.orders", { "//": { privateFargate: { network } } });
    expect(issuesWith(fixture.prove(), CODE)).toHaveLength(count);
    expect(fixture.prove().assumptions).toBeUndefined();
  });
});

describe("an endpoint that is said to exist, and that the Terraform in sight creates", () => {
  const created = (config: object) => (stack: TerraformStack) => {
    new VpcEndpoint(stack, "created", { vpcId, serviceName: "com.amazonaws.eu-west-1.logs", ...config });
  };
  const interfaceWith = (group: string, privateDnsEnabled = true) =>
    created({ vpcEndpointType: "Interface", securityGroupIds: [group], privateDnsEnabled, subnetIds: ["subnet-0a"] });
  const gateway = created({
    serviceName: "com.amazonaws.eu-west-1.s3",
    vpcEndpointType: "Gateway",
    routeTableIds: ["rtb-0a"],
  });

  it.each([
    ["a second one with private DNS", interfaceWith("sg-0fedcba9876543210")],
    ["a second gateway endpoint in a route table", gateway],
  ])("is a contradiction where it is %s", (_, build) => {
    const proof = beside(build);
    expect(issuesWith(proof, CODE)).toMatchObject([
      {
        path: "aws_vpc_endpoint.created",
        problem: expect.stringContaining("aws_vpc_endpoint.created is a second one"),
      },
    ]);
  });

  it.each([
    ["is the same one", interfaceWith("sg-0123456789abcdef0")],
    ["has no private DNS", interfaceWith("sg-0fedcba9876543210", false)],
    [
      "is in another VPC",
      created({ vpcId: "vpc-0fedcba9876543210", vpcEndpointType: "Interface", privateDnsEnabled: true }),
    ],
  ])("is none where it %s", (_, build) => {
    expect(issuesWith(beside(build), CODE)).toEqual([]);
  });
});
