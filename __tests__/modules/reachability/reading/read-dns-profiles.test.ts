import { describe, expect, it } from "vitest";
import { withEndpointHub } from "../support/endpoint-hub";
import { dependency, type TerraformFixture } from "../support/terraform-fixture";

/** The hub, whose zones a profile brings into the VPC of the task. */
function withProfile(): TerraformFixture {
  const network = withEndpointHub()
    .add("aws_route53profiles_profile.hub", { name: "hub" })
    .add("aws_route53profiles_association.main", {
      ...{ name: "main", profile_id: "${aws_route53profiles_profile.hub.id}", resource_id: "${aws_vpc.main.id}" },
    });
  for (const service of ["ecr_api", "ecr_dkr", "logs"]) {
    network
      .remove(`aws_route53_zone_association.${service}`)
      .add(`aws_route53profiles_resource_association.${service}`, {
        ...{ name: service, profile_id: "${aws_route53profiles_profile.hub.id}" },
        resource_arn: `\${aws_route53_zone.${service}.arn}`,
      });
  }
  return network;
}

const issueOf = (fixture: TerraformFixture) => dependency(fixture.prove(), "logs").issue;

describe("a profile of Route 53", () => {
  it("shows a VPC its zones", () => {
    expect(withProfile().prove().verdict).toBe("proved");
  });

  it("shows no zone that it does not have", () => {
    expect(issueOf(withProfile().remove("aws_route53profiles_resource_association.logs"))).toMatchObject({
      code: "hosted-zone-not-associated",
      path: "aws_route53_zone.logs",
    });
  });

  it("shows nothing to a VPC with which it is not associated", () => {
    expect(issueOf(withProfile().remove("aws_route53profiles_association.main"))).toMatchObject({
      code: "hosted-zone-not-associated",
    });
  });

  it.each([
    ["a zone that is elsewhere", "arn:aws:route53:::hostedzone/Z0123456789"],
    ["a rule of the Resolver", "${aws_route53_resolver_rule.own.arn}"],
  ])("may bring along what is not followed: %s", (_, arn) => {
    const fixture = withProfile()
      .add("aws_route53_resolver_rule.own", { domain_name: "shop.example", rule_type: "FORWARD" })
      .add("aws_route53profiles_resource_association.own", {
        ...{ name: "own", profile_id: "${aws_route53profiles_profile.hub.id}", resource_arn: arn },
      });
    expect(issueOf(fixture)).toMatchObject({ code: "hosted-zone-unknown" });
  });
});
