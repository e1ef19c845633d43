import { describe, expect, it } from "vitest";
import { isolatedNetwork, rule, withNatGateway } from "../support/isolated-network";
import { dependency, type TerraformFixture } from "../support/terraform-fixture";

/** A network with a NAT gateway, out to which the task's security group lets all. */
function withNat(): TerraformFixture {
  return withNatGateway(isolatedNetwork()).add(
    "aws_vpc_security_group_egress_rule.https",
    rule("task", { cidr_ipv4: "0.0.0.0/0" }),
  );
}

describe("a way out that is not known", () => {
  const vague = (fixture: TerraformFixture) =>
    fixture.set("aws_route.nat", { nat_gateway_id: undefined, transit_gateway_id: "tgw-0" });

  it("makes nothing of an endpoint without private DNS", () => {
    const fixture = vague(withNat()).set("aws_vpc_endpoint.logs", { private_dns_enabled: false });
    expect(dependency(fixture.prove(), "logs")).toMatchObject({
      verdict: "unknown",
      issue: { code: "way-out-unknown" },
    });
  });

  it("is broken where the task lets nothing out, wherever it leads", () => {
    const fixture = vague(withNatGateway(isolatedNetwork())).remove("aws_vpc_endpoint.logs");
    fixture.remove("aws_vpc_security_group_egress_rule.endpoint");
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("task-egress-missing");
  });
});
