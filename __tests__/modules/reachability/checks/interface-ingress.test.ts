import { describe, expect, it } from "vitest";
import { isolatedNetwork, rule, withRule } from "../support/isolated-network";
import { withFileSystem } from "../support/mounted-network";
import { type Block, dependency, hop, type TerraformFixture } from "../support/terraform-fixture";

const EGRESS = "aws_vpc_security_group_egress_rule.endpoint";

const INGRESS = "aws_vpc_security_group_ingress_rule.endpoint";

const NFS = "aws_vpc_security_group_ingress_rule.efs";
const efs = (fixture: TerraformFixture) => dependency(fixture.prove(), "efs");

describe("I5: the endpoint's security group admits the task", () => {
  it("holds, and names the rule", () => {
    expect(hop(isolatedNetwork().prove(), "logs", "endpoint-security-group")).toBe(
      `proved: ${INGRESS} admits the task`,
    );
  });

  it.each<[string, Block]>([
    ["another port", { from_port: 80, to_port: 80, cidr_ipv4: "10.0.0.0/16" }],
    ["another group", { referenced_security_group_id: "${aws_security_group.endpoint.id}" }],
    ["one of the task's subnets only", { cidr_ipv4: "10.0.1.0/24" }],
  ])("breaks with a rule for %s", (_, change) => {
    const { issue } = dependency(withRule(INGRESS, "endpoint", change).prove(), "logs");
    expect(issue).toMatchObject({ code: "endpoint-ingress-missing", path: "aws_security_group.endpoint" });
  });

  it("breaks where the endpoint has the default group, which admits itself only", () => {
    const fixture = isolatedNetwork().set("aws_vpc_endpoint.logs", { security_group_ids: undefined });
    fixture.add(EGRESS, rule("task", { cidr_ipv4: "10.0.0.0/16" }));
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "endpoint-ingress-missing",
      path: "aws_vpc.main.default_security_group_id",
    });
  });

  it("breaks where that default group has no rules, and advises a group of the endpoint's own", () => {
    const fixture = isolatedNetwork().set("aws_vpc_endpoint.logs", { security_group_ids: undefined });
    fixture.add(EGRESS, rule("task", { cidr_ipv4: "10.0.0.0/16" }));
    fixture.add("aws_default_security_group.main", { vpc_id: "${aws_vpc.main.id}" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "endpoint-ingress-missing",
      path: "aws_default_security_group.main",
      fix: "give aws_vpc_endpoint.logs a security group of its own that admits TCP 443 from aws_security_group.task: it is given none, and has the default group of its VPC",
    });
    fixture.set("aws_vpc_endpoint.logs", { security_group_ids: ["${aws_security_group.endpoint.id}"] });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });

  it("is unknown where the group exists elsewhere", () => {
    const fixture = isolatedNetwork().set("aws_vpc_endpoint.logs", { security_group_ids: ["sg-0123456789abcdef0"] });
    fixture.add(EGRESS, rule("task", { cidr_ipv4: "10.0.0.0/16" }));
    const { issue } = dependency(fixture.prove(), "logs");
    expect(issue).toMatchObject({ code: "endpoint-ingress-unknown", path: "sg-0123456789abcdef0" });
  });

  it("counts a group that a resource of its own attaches", () => {
    const fixture = isolatedNetwork().set("aws_vpc_endpoint.logs", { security_group_ids: undefined });
    fixture.add("aws_vpc_endpoint_security_group_association.logs", {
      vpc_endpoint_id: "${aws_vpc_endpoint.logs.id}",
      security_group_id: "${aws_security_group.endpoint.id}",
    });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });
});

describe("the security group of a mount target", () => {
  it("admits NFS from the task", () => {
    const https = withFileSystem().set(NFS, { from_port: 443, to_port: 443 });
    expect(efs(https).issue).toMatchObject({ code: "mount-target-ingress-missing", path: "aws_security_group.efs" });
    expect(efs(withFileSystem().remove(NFS)).verdict).toBe("broken");
    const some = withFileSystem().set(NFS, { referenced_security_group_id: "${var.group}" });
    expect(efs(some).issue?.code).toBe("mount-target-ingress-unknown");
  });
});

describe("the security group that a task calls in its VPC", () => {
  it("admits the task on the port of the call", () => {
    const calls = { database: { port: 5432, securityGroup: "${aws_security_group.db.id}" } };
    const database = (ingress?: Block) => {
      const port = { from_port: 5432, to_port: 5432 };
      const network = isolatedNetwork()
        .set("aws_ecs_task_definition.orders", { "//": { privateFargate: { calls } } })
        .add("aws_security_group.db", { vpc_id: "${aws_vpc.main.id}" })
        .add("aws_vpc_security_group_egress_rule.db", rule("task", { ...port, cidr_ipv4: "10.0.0.0/16" }));
      if (ingress !== undefined) {
        network.add("aws_vpc_security_group_ingress_rule.db", rule("db", { ...port, ...ingress }));
      }
      return dependency(network.prove(), "database:5432");
    };
    expect(database().issue).toMatchObject({ code: "call-ingress-missing", path: "aws_security_group.db" });
    expect(database({ cidr_ipv4: "10.0.99.0/24" }).issue?.code).toBe("call-ingress-missing");
    expect(database({ cidr_ipv4: "${var.office}" }).issue?.code).toBe("call-ingress-unknown");
  });
});
