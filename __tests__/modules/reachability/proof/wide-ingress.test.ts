import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { isolatedNetwork } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const RULE = "aws_vpc_security_group_ingress_rule.endpoint";
const TASK = { referenced_security_group_id: "${aws_security_group.task.id}" };
const ANYBODY = { referenced_security_group_id: undefined, cidr_ipv4: "0.0.0.0/0" };
const ENDPOINTS = "aws_vpc_endpoint.ecr_api, aws_vpc_endpoint.ecr_dkr, aws_vpc_endpoint.logs";

const found = (fixture: TerraformFixture, leastPrivilege = true) =>
  issuesWith(proveReachability([fixture.json], { leastPrivilege }), "ingress-too-wide");
const admitting = (rule: Block) => isolatedNetwork().set(RULE, rule);

describe("what the security group of endpoints admits beyond what is needed", () => {
  it.each<[string, Block, string]>([
    ["every address", ANYBODY, "TCP 443 from every address"],
    ["ports on which none answers", { ...TASK, from_port: 0, to_port: 65535 }, "TCP 0-65535"],
    [
      "every protocol",
      { ...TASK, ip_protocol: "-1", from_port: undefined, to_port: undefined },
      "every port of every protocol",
    ],
    ["both", { ...ANYBODY, ip_protocol: "-1" }, "every port of every protocol from every address"],
  ])("is %s", (_, rule, width) => {
    expect(found(admitting(rule))).toMatchObject([
      {
        severity: "warning",
        path: RULE,
        problem: `${RULE} admits ${width} to aws_security_group.endpoint, the security group of ${ENDPOINTS}`,
        fix: "admit there no more than TCP 443 from aws_security_group.task",
      },
    ]);
  });

  it("is told only where that is wanted, and leaves the verdict as it is", () => {
    expect(found(admitting(ANYBODY), false)).toEqual([]);
    expect(proveReachability([admitting(ANYBODY).json], { leastPrivilege: true }).verdict).toBe("proved");
  });
});

describe("nothing is said of ingress", () => {
  const peering = { vpc_id: "${aws_vpc.main.id}", peer_vpc_id: "vpc-0123456789abcdef0" };
  it.each<[string, TerraformFixture]>([
    ["from the tasks", isolatedNetwork()],
    ["from the VPC's block", admitting({ referenced_security_group_id: undefined, cidr_ipv4: "10.0.0.0/16" })],
    [
      "from every address where a function may call as well",
      admitting(ANYBODY).add("aws_lambda_function.other", { function_name: "other" }),
    ],
    [
      "from every address where another VPC is connected",
      admitting(ANYBODY).add("aws_vpc_peering_connection.other", peering),
    ],
    [
      "of a group that the tasks have too",
      admitting(ANYBODY).set("aws_ecs_service.orders", {
        network_configuration: {
          subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
          security_groups: ["${aws_security_group.task.id}", "${aws_security_group.endpoint.id}"],
        },
      }),
    ],
  ])("%s", (_, fixture) => {
    expect(found(fixture)).toEqual([]);
  });
});
