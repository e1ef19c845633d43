import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency, hop, type TerraformFixture } from "../support/terraform-fixture";

const ALL = "0.0.0.0/0";

function entry(number: number, action: string, from: number, to: number, cidr = ALL): Block {
  return { rule_no: number, action, protocol: "tcp", from_port: from, to_port: to, cidr_block: cidr };
}

/** The network with an ACL of its own for some subnets. */
function withAcl(subnets: readonly string[], ingress: readonly Block[], egress: readonly Block[]): TerraformFixture {
  return isolatedNetwork().add("aws_network_acl.own", {
    vpc_id: "${aws_vpc.main.id}",
    subnet_ids: subnets.map((name) => `\${aws_subnet.${name}.id}`),
    ingress,
    egress,
  });
}

const APP = ["app_a", "app_b"];
const ENDPOINT = ["endpoint_a", "endpoint_b"];
const ANSWERS = entry(100, "allow", 1024, 65535);
const HTTPS = entry(100, "allow", 443, 443);

describe("I7: network ACLs let the call and its answer pass", () => {
  it("holds with the default ACL", () => {
    expect(hop(isolatedNetwork().prove(), "logs", "network-acl")).toMatch(/^proved/);
  });

  it("holds with the least that is needed on both sides", () => {
    expect(dependency(withAcl(APP, [ANSWERS], [HTTPS]).prove(), "logs").verdict).toBe("proved");
    expect(dependency(withAcl(ENDPOINT, [HTTPS], [ANSWERS]).prove(), "logs").verdict).toBe("proved");
  });

  it("holds where several rules admit the ports and addresses together", () => {
    const halves = [entry(100, "allow", 1024, 40000), entry(110, "allow", 40001, 65535)];
    const zones = [entry(100, "allow", 443, 443, "10.0.11.0/24"), entry(110, "allow", 443, 443, "10.0.12.0/24")];
    expect(dependency(withAcl(APP, halves, zones).prove(), "logs").verdict).toBe("proved");
  });

  it.each<[string, readonly string[], readonly Block[], readonly Block[], string]>([
    ["the call out", APP, [ANSWERS], [entry(100, "allow", 80, 80)], "TCP 443 out to aws_subnet.endpoint_a"],
    ["the answer in", APP, [HTTPS], [HTTPS], "the answers (TCP 1024-65535) in from aws_subnet.endpoint_a"],
    ["the call in", ENDPOINT, [ANSWERS], [ANSWERS], "TCP 443 in from aws_subnet.app_a"],
    ["the answer out", ENDPOINT, [HTTPS], [HTTPS], "the answers (TCP 1024-65535) out to aws_subnet.app_a"],
    [
      "one subnet",
      APP,
      [ANSWERS],
      [entry(100, "allow", 443, 443, "10.0.11.0/24")],
      "TCP 443 out to aws_subnet.endpoint_b",
    ],
  ])("breaks where it does not let %s pass", (_, subnets, ingress, egress, what) => {
    const { issue } = dependency(withAcl(subnets, ingress, egress).prove(), "logs");
    expect(issue).toMatchObject({ code: "network-acl-blocks", path: "aws_network_acl.own" });
    expect(issue?.problem).toContain(what);
  });

  it("takes the first rule that matches", () => {
    const denied = [entry(90, "deny", 443, 443), HTTPS];
    expect(dependency(withAcl(APP, [ANSWERS], denied).prove(), "logs").verdict).toBe("broken");
    const allowed = [entry(110, "deny", 443, 443), HTTPS];
    expect(dependency(withAcl(APP, [ANSWERS], allowed).prove(), "logs").verdict).toBe("proved");
  });

  it("names the rule that is a resource of its own", () => {
    const fixture = isolatedNetwork().add("aws_network_acl_rule.deny", {
      network_acl_id: "${aws_vpc.main.default_network_acl_id}",
      rule_number: 50,
      rule_action: "deny",
      egress: true,
      protocol: "-1",
      cidr_block: "10.0.0.0/16",
    });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "network-acl-blocks",
      path: "aws_network_acl_rule.deny",
    });
  });

  it("breaks where the default ACL is taken over without rules", () => {
    const fixture = isolatedNetwork().add("aws_default_network_acl.locked", {
      default_network_acl_id: "${aws_vpc.main.default_network_acl_id}",
    });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ path: "aws_default_network_acl.locked" });
  });

  it("does not look at what stays in one subnet", () => {
    const fixture = withAcl(["app_a"], [], []);
    fixture.set("aws_vpc_endpoint.logs", { subnet_ids: ["${aws_subnet.app_a.id}"] });
    fixture.set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}"],
        security_groups: ["${aws_security_group.task.id}"],
      },
    });
    expect(hop(fixture.prove(), "logs", "network-acl")).toBe("not walked");
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });

  it("is unknown where answers can come to Linux's own ports only", () => {
    const fixture = withAcl(APP, [entry(100, "allow", 32768, 60999)], [HTTPS]);
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("network-acl-unknown");
  });

  it("is unknown where a variable decides", () => {
    const fixture = withAcl(APP, [ANSWERS], [{ ...HTTPS, cidr_block: "${var.cidr}" }]);
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("network-acl-unknown");
  });

  it("finds the ACL by an association as well", () => {
    const fixture = withAcl([], [], []).add("aws_network_acl_association.a", {
      subnet_id: "${aws_subnet.app_b.id}",
      network_acl_id: "${aws_network_acl.own.id}",
    });
    expect(dependency(fixture.prove(), "logs").issue?.problem).toContain("aws_subnet.app_b");
  });
});

describe("G6: network ACLs let calls to a service's public addresses pass", () => {
  it("holds with the least that is needed", () => {
    expect(dependency(withAcl(APP, [ANSWERS], [HTTPS]).prove(), "s3").verdict).toBe("proved");
  });

  it.each<[string, readonly Block[], readonly Block[]]>([
    ["the call out", [ANSWERS], [entry(100, "allow", 443, 443, "10.0.0.0/16")]],
    ["the answer in", [entry(100, "allow", 1024, 65535, "10.0.0.0/16")], [HTTPS]],
    ["anything", [], []],
  ])("breaks where it does not let %s pass", (_, ingress, egress) => {
    const { issue } = dependency(withAcl(APP, ingress, egress).prove(), "s3");
    expect(issue).toMatchObject({ code: "network-acl-blocks", path: "aws_network_acl.own" });
  });

  it("is unknown where a part of the public addresses passes", () => {
    const fixture = withAcl(APP, [ANSWERS], [entry(100, "allow", 443, 443, "52.216.0.0/15")]);
    expect(dependency(fixture.prove(), "s3").issue?.code).toBe("network-acl-unknown");
  });
});
