import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../modules/reachability/prove-reachability";
import { snapshotAsState } from "../../../modules/snapshot/snapshot-as-state";
import {
  ENDPOINT_GROUP,
  HTTPS_RULE,
  legacyNetwork,
  PRIVATE_A,
  PRIVATE_B,
  serviceByIds,
} from "../snapshot/legacy-network";
import { isolatedNetwork, rule } from "./support/isolated-network";
import { dependency, issuesOf, type TerraformFixture } from "./support/terraform-fixture";

const PARTICIPANT = "aws.participant";

/** The network of one account, which shares its subnets with another one: the task and its group are there. */
function sharedNetwork(): TerraformFixture {
  const network = isolatedNetwork();
  network.json["provider"] = {
    aws: [
      { region: "eu-west-1", allowed_account_ids: ["111111111111"] },
      { alias: "participant", region: "eu-west-1", allowed_account_ids: ["222222222222"] },
    ],
  };
  network
    .add("aws_ram_resource_share.subnets", { name: "subnets" })
    .add("aws_ram_principal_association.participant", {
      ...{ principal: "222222222222", resource_share_arn: "${aws_ram_resource_share.subnets.arn}" },
    })
    .add("aws_ram_resource_association.app_a", {
      ...{ resource_arn: "${aws_subnet.app_a.arn}", resource_share_arn: "${aws_ram_resource_share.subnets.arn}" },
    });
  for (const address of [
    "aws_security_group.task",
    "aws_vpc_security_group_egress_rule.endpoint",
    "aws_vpc_security_group_egress_rule.s3",
    "aws_iam_role.execution",
    "aws_iam_role_policy.execution",
    "aws_ecs_task_definition.orders",
    "aws_ecs_service.orders",
  ]) {
    network.set(address, { provider: PARTICIPANT });
  }
  return network;
}

describe("subnets that another account shares", () => {
  it("have the endpoints of their owner", () => {
    const proof = sharedNetwork().prove();
    expect(issuesOf(proof)).toEqual([]);
    expect(proof.verdict).toBe("proved");
  });

  it("have them for tasks that the owner admits by block as well", () => {
    const admitted = rule("endpoint", { cidr_ipv4: "10.0.0.0/16" });
    const proof = sharedNetwork().add("aws_vpc_security_group_ingress_rule.endpoint", admitted).prove();
    expect(proof.verdict).toBe("proved");
  });

  it("have them for nobody whom the owner does not admit", () => {
    const proof = sharedNetwork().remove("aws_vpc_security_group_ingress_rule.endpoint").prove();
    expect(dependency(proof, "logs").issue).toMatchObject({
      code: "endpoint-ingress-missing",
      path: "aws_security_group.endpoint",
    });
  });

  /** The Terraform of the participant, whose subnets were looked up. */
  function participant() {
    const read = (id: string) => ({ id, vpc_id: legacyNetwork().vpc.id, owner_id: "111111111111" });
    const data = {
      aws_caller_identity: { self: { account_id: "222222222222" } },
      aws_subnet: { a: read(PRIVATE_A), b: read(PRIVATE_B) },
    };
    return { ...serviceByIds(), data };
  }

  const owner = (network = legacyNetwork()) => snapshotAsState(network);

  it("do not show their endpoints to a participant", () => {
    const proof = proveReachability([participant()]);
    expect(dependency(proof, "logs").issue).toMatchObject({ code: "endpoint-unknown", severity: "note" });
  });

  it("are proved with the Terraform of the owner beside that of the participant", () => {
    const proof = proveReachability([participant(), owner()]);
    expect(issuesOf(proof)).toEqual([]);
    expect(proof.verdict).toBe("proved");
  });

  it("are broken with it where the owner's endpoints admit other groups only", () => {
    const network = legacyNetwork();
    const securityGroups = network.securityGroups.map((group) =>
      group.id === ENDPOINT_GROUP
        ? { ...group, rules: group.rules.map((each) => (each.id === HTTPS_RULE ? { ...each, peer: "sg-0f00" } : each)) }
        : group,
    );
    const proof = proveReachability([participant(), owner({ ...network, securityGroups })]);
    expect(dependency(proof, "logs").issue).toMatchObject({
      code: "endpoint-ingress-missing",
      path: expect.stringContaining(ENDPOINT_GROUP),
    });
  });
});
