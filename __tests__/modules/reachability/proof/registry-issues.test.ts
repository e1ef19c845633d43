import { describe, expect, it } from "vitest";
import { container, isolatedNetwork, rule, taskDefinition, withNatGateway } from "../support/isolated-network";
import { type Block, issuesOf, onlyTask, type TerraformFixture } from "../support/terraform-fixture";

const HTTPS = "aws_vpc_security_group_egress_rule.https";
const EVERYWHERE = { cidr_ipv4: "0.0.0.0/0" };

/** A task with images, in subnets that leave by a NAT gateway. */
function pulling(...images: readonly string[]): TerraformFixture {
  return withNatGateway(isolatedNetwork()).add(
    "aws_ecs_task_definition.orders",
    taskDefinition(images.map((image, index) => container({ name: `c${index}`, image }))),
  );
}

const errorsOf = (fixture: TerraformFixture) =>
  issuesOf(fixture.prove()).filter(({ severity = "error" }) => severity === "error");

describe("an image that is pulled over a way out", () => {
  it("needs a rule that lets the task out to public addresses", () => {
    const fixture = pulling("nginx", "public.ecr.aws/nginx/nginx:1.29", "nginx");
    const proof = fixture.prove();
    expect(proof.verdict).toBe("broken");
    const [issue, ...others] = onlyTask(proof).issues.filter(({ severity }) => severity === undefined);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      code: "task-egress-missing",
      path: "aws_security_group.task",
      fix: "add an egress rule for TCP 443 with cidr_ipv4 = 0.0.0.0/0 to aws_security_group.task",
    });
    expect(issue?.problem).toContain('the registry of "nginx", "public.ecr.aws/nginx/nginx:1.29"');
    expect(issue?.why).toContain("the NAT gateway aws_nat_gateway.main");
    expect(fixture.add(HTTPS, rule("task", EVERYWHERE)).prove().verdict).toBe("proved");
  });

  it("needs the port of its registry", () => {
    const fixture = pulling("registry.example.com:5000/orders:1").add(HTTPS, rule("task", EVERYWHERE));
    expect(errorsOf(fixture)).toMatchObject([{ code: "task-egress-missing" }]);
    fixture.set(HTTPS, { from_port: 5000, to_port: 5000 });
    expect(fixture.prove().verdict).toBe("proved");
  });

  it.each<[string, Block]>([
    ["a part of the addresses", { cidr_ipv4: "203.0.113.0/24" }],
    ["addresses of a variable", { cidr_ipv4: "${var.registry}" }],
  ])("is unknown with a rule for %s", (_, peer) => {
    const proof = pulling("nginx").add(HTTPS, rule("task", peer)).prove();
    expect(proof.verdict).toBe("unknown");
    expect(issuesOf(proof).filter(({ leavesOpen }) => leavesOpen)).toMatchObject([{ code: "task-egress-unknown" }]);
  });

  it("needs the network ACLs of the task and of the NAT gateway", () => {
    const denied = {
      protocol: "tcp",
      rule_no: 1,
      action: "deny",
      cidr_block: "0.0.0.0/0",
      from_port: 443,
      to_port: 443,
    };
    const all = { ...denied, protocol: "-1", rule_no: 2, action: "allow", from_port: 0, to_port: 0 };
    const fixture = pulling("nginx")
      .add(HTTPS, rule("task", EVERYWHERE))
      .add("aws_network_acl.public", {
        vpc_id: "${aws_vpc.main.id}",
        subnet_ids: ["${aws_subnet.public.id}"],
        egress: [denied, all],
        ingress: [all],
      });
    expect(errorsOf(fixture)).toMatchObject([{ code: "network-acl-blocks", path: "aws_network_acl.public" }]);
    fixture.set("aws_network_acl.public", { egress: [all] });
    expect(fixture.prove().verdict).toBe("proved");
  });

  it("needs none of it where the task reaches the registry through its VPC", () => {
    const fixture = pulling("registry.example.com/orders:1").set("aws_ecs_task_definition.orders", {
      "//": { privateFargate: { reachableHosts: ["registry.example.com"] } },
    });
    expect(fixture.prove().verdict).toBe("proved");
  });
});
