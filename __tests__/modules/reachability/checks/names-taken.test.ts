import { describe, expect, it } from "vitest";
import { AWS_DOMAINS } from "../../../../modules/aws/aws-domains";
import { interfaceEndpoint, isolatedNetwork, rule, withNatGateway } from "../support/isolated-network";
import { type Block, dependency, hop, TerraformFixture } from "../support/terraform-fixture";

describe("what takes names from an endpoint", () => {
  const withZone = (name: string, more: Block = {}) =>
    isolatedNetwork().add("aws_route53_zone.own", { name, vpc: [{ vpc_id: "${aws_vpc.main.id}" }], ...more });
  const withRule = (domain: string, type = "FORWARD") =>
    isolatedNetwork()
      .add("aws_route53_resolver_rule.own", { domain_name: domain, rule_type: type })
      .add("aws_route53_resolver_rule_association.own", {
        vpc_id: "${aws_vpc.main.id}",
        resolver_rule_id: "${aws_route53_resolver_rule.own.id}",
      });

  it.each([
    ["ecr.api", "www.api.ecr.eu-west-1.amazonaws.com"],
    ["ecr.dkr", "123456789012.dkr.ecr.eu-west-1.amazonaws.com."],
    ["s3", "prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com"],
    ["s3", "s3.eu-west-1.amazonaws.com"],
    ["s3", "amazonaws.com"],
    ["s3", "eu-west-1.amazonaws.com"],
    ["s3", "s3-control.eu-west-1.amazonaws.com"],
    ["s3", "orders-123456789012.s3-accesspoint.eu-west-1.amazonaws.com"],
    ["logs", "www.logs.eu-west-1.amazonaws.com"],
  ])("is, for %s, a private hosted zone %s", (service, name) => {
    const { verdict, issue } = dependency(withZone(name).prove(), service);
    expect(verdict).toBe("unknown");
    expect(issue).toMatchObject({ code: "hosted-zone-unknown", path: "aws_route53_zone.own" });
  });

  it.each([
    ["ecr.api", "amazonaws.com"],
    ["ecr.api", "s3.eu-west-1.amazonaws.com"],
    ["logs", "sqs.eu-west-1.amazonaws.com"],
    ["logs", "logs.eu-west-1.shop.example"],
    ["logs", "logs.eu-west-1.on.aws"],
    ["logs", "orders.logs.eu-central-1.amazonaws.com"],
    ["s3", "example.com"],
    ["s3", "s3.eu-west-1.example.com"],
    ["s3", "s3.us-east-1.amazonaws.com"],
  ])("is, for %s, no private hosted zone %s", (service, name) => {
    expect(dependency(withZone(name).prove(), service).verdict).toBe("proved");
  });

  it("says that names are derived where they decide that a zone of AWS's domain is none", () => {
    const text = (service: string) => hop(withZone("sqs.eu-west-1.amazonaws.com").prove(), service, "name-resolution");
    expect(text("logs")).toContain(
      "no zone or rule takes logs.eu-west-1.amazonaws.com (a name derived from the service's public host name)",
    );
    expect(text("ecr.api")).not.toContain("derived");
    expect(hop(withZone("shop.example").prove(), "logs", "name-resolution")).not.toContain("derived");
  });

  it("is, for a service whose names are not established, a domain of AWS's that may have them", () => {
    const verdict = (name: string, service = "airflow.env") => {
      const fixture = withZone(name).set("aws_ecs_task_definition.orders", {
        "//": { privateFargate: { uses: [service] } },
      });
      fixture.add(`aws_vpc_endpoint.used`, interfaceEndpoint(service));
      return dependency(fixture.prove(), service).verdict;
    };
    expect(verdict("c0.eu-west-1.airflow.amazonaws.com")).toBe("unknown");
    expect(verdict("airflow.eu-west-1.on.aws")).toBe("unknown");
    expect(verdict("airflow.eu-west-1.shop.example")).toBe("proved");
    expect(verdict("airflow.eu-central-1.amazonaws.com")).toBe("proved");
    expect(verdict("eu-west-1.amazonaws.com")).toBe("proved");
    expect(verdict("www.monitoring-fips.eu-west-1.api.aws", "monitoring")).toBe("unknown");
  });

  it("is, in another partition, a private hosted zone of its domain", () => {
    const inBeijing = (name: string) => {
      const { json } = withZone(name);
      const moved = JSON.parse(JSON.stringify(json).replaceAll("eu-west-1", "cn-north-1"));
      return dependency(new TerraformFixture(moved).prove(), "logs").verdict;
    };
    expect(inBeijing("www.logs.cn-north-1.amazonaws.com.cn")).toBe("unknown");
    expect(inBeijing("sqs.cn-north-1.amazonaws.com.cn")).toBe("proved");
    expect(inBeijing("logs.cn-north-1.amazonaws.com")).toBe("proved");
  });

  it("is no zone of another VPC, and no public one", () => {
    const elsewhere = withZone("s3.eu-west-1.amazonaws.com", { vpc: [{ vpc_id: "${aws_vpc.other.id}" }] });
    elsewhere.add("aws_vpc.other", { cidr_block: "10.9.0.0/16" });
    expect(dependency(elsewhere.prove(), "s3").verdict).toBe("proved");
    const inPublic = withZone("s3.eu-west-1.amazonaws.com", { vpc: [] });
    expect(dependency(inPublic.prove(), "s3").verdict).toBe("proved");
  });

  it("is a Resolver rule that forwards them, unless private DNS is more specific", () => {
    expect(dependency(withRule(".").prove(), "s3").issue).toMatchObject({
      code: "resolver-rule-unknown",
      path: "aws_route53_resolver_rule_association.own",
    });
    expect(dependency(withRule(".").prove(), "ecr.api").verdict).toBe("proved");
    const exact = withRule("api.ecr.eu-west-1.amazonaws.com");
    expect(dependency(exact.prove(), "ecr.api").issue).toMatchObject({ code: "resolver-rule-unknown" });
    expect(dependency(withRule("corp.example").prove(), "s3").verdict).toBe("proved");
    expect(dependency(withRule("amazonaws.com", "SYSTEM").prove(), "s3").verdict).toBe("proved");
  });

  const withRules = (...rules: readonly (readonly [domain: string, type: string, change?: Block])[]) => {
    const fixture = isolatedNetwork();
    for (const [index, [domain, type, change]] of rules.entries()) {
      fixture.add(`aws_route53_resolver_rule.r${index}`, { domain_name: domain, rule_type: type });
      fixture.add(`aws_route53_resolver_rule_association.r${index}`, {
        vpc_id: "${aws_vpc.main.id}",
        resolver_rule_id: `\${aws_route53_resolver_rule.r${index}.id}`,
        ...change,
      });
    }
    return fixture;
  };

  it.each([
    ["amazonaws.com", "eu-west-1.amazonaws.com"],
    [".", "amazonaws.com"],
    [".", "eu-west-1.amazonaws.com."],
    ["com", "amazonaws.com"],
  ])("is no rule that forwards %s beside one that leaves %s to Amazon's DNS server", (forwarded, left) => {
    const both = withRules([forwarded, "FORWARD"], [left, "SYSTEM"]);
    expect(dependency(both.prove(), "s3").verdict).toBe("proved");
  });

  it.each<[string, readonly (readonly [string, string, Block?])[]]>([
    [
      "one that leaves other names",
      [
        [".", "FORWARD"],
        ["sqs.eu-west-1.amazonaws.com", "SYSTEM"],
      ],
    ],
    [
      "one that leaves more names",
      [
        ["s3.eu-west-1.amazonaws.com", "FORWARD"],
        ["amazonaws.com", "SYSTEM"],
      ],
    ],
    [
      "one that leaves the same names",
      [
        ["amazonaws.com", "FORWARD"],
        ["amazonaws.com", "SYSTEM"],
      ],
    ],
    [
      "one that leaves a part of the names",
      [
        [".", "FORWARD"],
        ["s3.eu-west-1.amazonaws.com", "SYSTEM"],
      ],
    ],
    [
      "one between two that forward",
      [
        [".", "FORWARD"],
        ["amazonaws.com", "SYSTEM"],
        ["s3.eu-west-1.amazonaws.com", "FORWARD"],
      ],
    ],
    [
      "one of another VPC",
      [
        [".", "FORWARD"],
        ["amazonaws.com", "SYSTEM", { vpc_id: "${aws_vpc.other.id}" }],
      ],
    ],
    [
      "one of a VPC that only the apply knows",
      [
        [".", "FORWARD"],
        ["amazonaws.com", "SYSTEM", { vpc_id: "${var.vpc}" }],
      ],
    ],
    [
      "one of a type that only the apply knows",
      [
        [".", "FORWARD"],
        ["amazonaws.com", "${var.type}"],
      ],
    ],
  ])("is a rule that forwards beside %s", (_, rules) => {
    const fixture = withRules(...rules).add("aws_vpc.other", { cidr_block: "10.9.0.0/16" });
    expect(dependency(fixture.prove(), "s3").issue).toMatchObject({ code: "resolver-rule-unknown" });
  });

  /** What rules make of a service whose names are not established, which a task calls over a NAT gateway. */
  const overNat = (...rules: readonly (readonly [domain: string, type: string])[]) => {
    const fixture = withNatGateway(withRules(...rules))
      .set("aws_ecs_task_definition.orders", { "//": { privateFargate: { uses: ["airflow.env"] } } })
      .add("aws_vpc_security_group_egress_rule.https", rule("task", { cidr_ipv4: "0.0.0.0/0" }));
    return dependency(fixture.prove(), "airflow.env");
  };
  const leftTo = (domains: readonly string[]) => domains.map((domain) => [domain, "SYSTEM"] as const);

  it("is no rule around names that are not established where each domain of AWS's in it is left to Amazon's DNS server", () => {
    expect(overNat().verdict).toBe("proved");
    expect(overNat([".", "FORWARD"], ...leftTo(AWS_DOMAINS)).verdict).toBe("proved");
    const ofCom = AWS_DOMAINS.filter((domain) => domain.endsWith(".com"));
    expect(overNat(["com", "FORWARD"], ...leftTo(ofCom)).verdict).toBe("proved");
    expect(overNat(["corp.example", "FORWARD"]).verdict).toBe("proved");
  });

  it.each<[string, string, readonly string[]]>([
    ["nothing else", ".", []],
    ["one that leaves one of AWS's domains of several", ".", ["amazonaws.com"]],
    ["those of all but one", ".", AWS_DOMAINS.filter((domain) => domain !== "aws")],
    ["one that leaves the Region's names", "amazonaws.com", ["eu-west-1.amazonaws.com"]],
    ["one that leaves the same names", "amazonaws.com", ["amazonaws.com"]],
    ["one that leaves more names", "eu-west-1.amazonaws.com", ["amazonaws.com"]],
    ["those around the names themselves", "airflow.eu-west-1.amazonaws.com", AWS_DOMAINS],
  ])("is, for names that are not established, a rule that forwards beside %s", (_, forwarded, left) => {
    const { issue } = overNat([forwarded, "FORWARD"], ...leftTo(left));
    expect(issue).toMatchObject({ code: "resolver-rule-unknown", path: "aws_route53_resolver_rule_association.r0" });
  });

  it("is a DNS firewall of the VPC", () => {
    const fixture = isolatedNetwork().add("aws_route53_resolver_firewall_rule_group_association.own", {
      vpc_id: "${aws_vpc.main.id}",
      firewall_rule_group_id: "rslvr-frg-0",
    });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "dns-firewall-unknown" });
    fixture.add("aws_vpc.other", { cidr_block: "10.9.0.0/16" });
    fixture.set("aws_route53_resolver_firewall_rule_group_association.own", { vpc_id: "${aws_vpc.other.id}" });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });
});
