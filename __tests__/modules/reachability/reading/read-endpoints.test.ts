import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency, type TerraformFixture } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("private DNS as a resource of its own", () => {
  const withPrivateDns = (privateDns: unknown, ownDns?: boolean): TerraformFixture =>
    isolatedNetwork()
      .set(LOGS, { private_dns_enabled: ownDns })
      .add("aws_vpc_endpoint_private_dns.logs", {
        vpc_endpoint_id: `\${${LOGS}.id}`,
        private_dns_enabled: privateDns,
      });

  it("is private DNS of the endpoint", () => {
    expect(withPrivateDns(true).prove().verdict).toBe("proved");
  });

  it("is off where it says so, whatever the endpoint says", () => {
    for (const own of [undefined, true]) {
      const proof = withPrivateDns(false, own).prove();
      expect(dependency(proof, "logs").issue).toMatchObject({ code: "private-dns-off", path: LOGS });
      expect(dependency(proof, "ecr.api").verdict).toBe("proved");
    }
  });

  it("is not known where Terraform fills it in, or where it may be about another endpoint", () => {
    expect(dependency(withPrivateDns("${var.on}").prove(), "logs").issue).toMatchObject({
      code: "private-dns-unknown",
    });
    const vague = withPrivateDns(true).set("aws_vpc_endpoint_private_dns.logs", { vpc_endpoint_id: "${var.endpoint}" });
    expect(dependency(vague.prove(), "logs").issue).toMatchObject({ code: "private-dns-unknown" });
  });
});

describe("a security group that a resource of its own adds to an endpoint", () => {
  /** The default group admits the tasks, and the group that is added nobody. */
  const withAdded = (more: Record<string, unknown>) =>
    isolatedNetwork()
      .set(LOGS, { security_group_ids: undefined })
      .add("aws_default_security_group.main", {
        vpc_id: "${aws_vpc.main.id}",
        ingress: [{ protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/16"] }],
      })
      .add("aws_security_group.closed", { vpc_id: "${aws_vpc.main.id}" })
      .add("aws_vpc_security_group_egress_rule.all", {
        ...{ security_group_id: "${aws_security_group.task.id}", ip_protocol: "-1", cidr_ipv4: "10.0.0.0/16" },
      })
      .add("aws_vpc_endpoint_security_group_association.closed", {
        vpc_endpoint_id: `\${${LOGS}.id}`,
        security_group_id: "${aws_security_group.closed.id}",
        ...more,
      });

  it("leaves the default group of an endpoint that names none", () => {
    expect(dependency(withAdded({}).prove(), "logs").verdict).toBe("proved");
  });

  it("takes its place where it says so", () => {
    const fixture = withAdded({ replace_default_association: true });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-ingress-missing" });
  });

  it("adds to the groups that the endpoint names", () => {
    const fixture = withAdded({}).set(LOGS, { security_group_ids: ["${aws_security_group.endpoint.id}"] });
    fixture.set("aws_default_security_group.main", { ingress: [] });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });
});
