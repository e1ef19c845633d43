import { DataAwsEc2ManagedPrefixList } from "@cdktf/provider-aws/lib/data-aws-ec2-managed-prefix-list";
import { DataAwsPrefixList } from "@cdktf/provider-aws/lib/data-aws-prefix-list";
import { DataAwsRouteTable } from "@cdktf/provider-aws/lib/data-aws-route-table";
import { DataAwsRouteTables } from "@cdktf/provider-aws/lib/data-aws-route-tables";
import { DataAwsSecurityGroup } from "@cdktf/provider-aws/lib/data-aws-security-group";
import { DataAwsSecurityGroups } from "@cdktf/provider-aws/lib/data-aws-security-groups";
import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { DataAwsSubnets } from "@cdktf/provider-aws/lib/data-aws-subnets";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { DataAwsVpcEndpoint } from "@cdktf/provider-aws/lib/data-aws-vpc-endpoint";
import { Fn, type TerraformStack, TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { EndpointPlan, explainProof, type Network, VpcEndpoints } from "../../../modules";
import { existingVpc, proveIn } from "../../support/existing-vpc";
import { ordersTask } from "../../support/orders";

const [a] = existingVpc.subnets;
const { endpoints: existing, ...isolated } = existingVpc;
const [, , , s3] = existing;
const tags = { Name: "legacy" };

/** The proof where the network is made of lookups, and the endpoints are created in it. */
function proofWith(
  lookUp: (stack: TerraformStack) => Pick<Network, "vpcId"> & { readonly id: string; readonly routeTableId: string },
) {
  const made: { endpoints?: VpcEndpoints } = {};
  const network = (stack: TerraformStack): Network => {
    const { vpcId, ...subnet } = lookUp(stack);
    const found: Network = { ...isolated, vpcId, subnets: [{ ...a, ...subnet }] };
    made.endpoints = new VpcEndpoints(stack, "endpoints", {
      network: found,
      services: EndpointPlan.forTasks([ordersTask]),
    });
    return found;
  };
  return proveIn(network, made);
}

describe("what a network names together is one VPC", () => {
  it.each<[what: string, lookUp: Parameters<typeof proofWith>[0]]>([
    [
      "by a data source for each",
      (stack) => {
        const subnet = new DataAwsSubnet(stack, "a", { tags });
        const routes = new DataAwsRouteTable(stack, "routes", { subnetId: subnet.id });
        return { vpcId: new DataAwsVpc(stack, "vpc", { tags }).id, id: subnet.id, routeTableId: routes.routeTableId };
      },
    ],
    [
      "by the VPC of a subnet",
      (stack) => {
        const subnet = new DataAwsSubnet(stack, "a", { tags });
        return { vpcId: subnet.vpcId, id: subnet.id, routeTableId: "rtb-0a" };
      },
    ],
    [
      "by data sources that find several",
      (stack) => {
        const subnets = new DataAwsSubnets(stack, "subnets", { tags });
        const tables = new DataAwsRouteTables(stack, "tables", { tags });
        const vpcId = new DataAwsVpc(stack, "vpc", { tags }).id;
        return { vpcId, id: Fn.element(subnets.ids, 0), routeTableId: Fn.element(tables.ids, 0) };
      },
    ],
    [
      "by variables",
      (stack) => ({
        vpcId: new TerraformVariable(stack, "vpc", { type: "string" }).stringValue,
        id: Fn.element(new TerraformVariable(stack, "subnets", { type: "list(string)" }).listValue, 0),
        routeTableId: new TerraformVariable(stack, "table", { type: "string" }).stringValue,
      }),
    ],
  ])("%s", (_, lookUp) => {
    const proof = proofWith(lookUp);
    expect(proof.verdict).toBe("proved");
    expect(explainProof(proof)).not.toMatch(/aws_(\w+)\.data\.aws_\1/);
  });

  it.each<[what: string, list: (stack: TerraformStack, vpcId: string) => string]>([
    ["aws_prefix_list", (stack) => new DataAwsPrefixList(stack, "list", { name: "com.amazonaws.eu-west-1.s3" }).id],
    [
      "aws_ec2_managed_prefix_list",
      (stack) => new DataAwsEc2ManagedPrefixList(stack, "list", { name: "com.amazonaws.eu-west-1.s3" }).id,
    ],
    [
      "aws_vpc_endpoint",
      (stack, vpcId) =>
        new DataAwsVpcEndpoint(stack, "s3", { vpcId, serviceName: "com.amazonaws.eu-west-1.s3" }).prefixListId,
    ],
  ])("and its endpoints, with the prefix list of %s", (_, list) => {
    const proof = proveIn((stack) => {
      const vpcId = new DataAwsVpc(stack, "vpc", { tags }).id;
      const groups = [
        new DataAwsSecurityGroup(stack, "group", { tags }).id,
        Fn.element(new DataAwsSecurityGroups(stack, "groups", { tags }).ids, 0),
      ];
      const endpoints = existing.map((each, index) =>
        each.type === "Gateway"
          ? { ...s3, prefixListId: list(stack, vpcId) }
          : { ...each, securityGroupIds: [groups[index % groups.length] ?? ""] },
      );
      return { ...existingVpc, vpcId, endpoints };
    });
    expect(proof.verdict).toBe("proved");
  });
});
