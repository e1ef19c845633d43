import { describe, expect, it } from "vitest";
import { withEndpointHub, withTransitHub } from "../support/endpoint-hub";
import { rule } from "../support/isolated-network";
import { dependency, type TerraformFixture } from "../support/terraform-fixture";

const INGRESS = "aws_vpc_security_group_ingress_rule.hub";
const EGRESS = "aws_vpc_security_group_egress_rule.hub";
const TASK = { referenced_security_group_id: "${aws_security_group.task.id}" };
const HUB = { referenced_security_group_id: "${aws_security_group.hub.id}" };

const issueOf = (fixture: TerraformFixture) => dependency(fixture.prove(), "logs").issue;

describe("rules that name a security group of another VPC", () => {
  it("count over a peering connection", () => {
    const fixture = withEndpointHub().add(INGRESS, rule("hub", TASK)).add(EGRESS, rule("task", HUB));
    expect(fixture.prove().verdict).toBe("proved");
  });

  it("do not count between Regions", () => {
    const fixture = withEndpointHub().add(INGRESS, rule("hub", TASK));
    fixture.json["provider"] = { aws: [{ region: "eu-west-1" }, { alias: "other", region: "us-east-1" }] };
    fixture.set("aws_vpc.hub", { provider: "aws.other" });
    expect(issueOf(fixture)).toMatchObject({
      code: "endpoint-ingress-missing",
      fix: "add an ingress rule for TCP 443 from 10.0.1.0/24, 10.0.2.0/24 to aws_security_group.hub",
    });
  });

  it("do not count over a transit gateway for what goes out", () => {
    expect(issueOf(withTransitHub().add(EGRESS, rule("task", HUB)))).toMatchObject({
      code: "task-egress-missing",
      fix: "add an egress rule for TCP 443 with cidr_ipv4 = 10.1.1.0/24, 10.1.2.0/24 to aws_security_group.task",
    });
  });

  it("do not count over a transit gateway for what comes in, unless it says so", () => {
    const fixture = withTransitHub().add(INGRESS, rule("hub", TASK));
    expect(issueOf(fixture)).toMatchObject({ code: "endpoint-ingress-missing", path: "aws_security_group.hub" });
    fixture.set("aws_ec2_transit_gateway.hub", { security_group_referencing_support: "enable" });
    expect(issueOf(fixture)).toMatchObject({ code: "endpoint-ingress-unknown", path: "aws_security_group.hub" });
  });
});
