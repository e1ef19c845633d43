import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency, hop, TerraformFixture } from "../support/terraform-fixture";

describe("private DNS by hand", () => {
  const API = "aws_vpc_endpoint.ecr_api";
  const byHand = (record: Block) =>
    isolatedNetwork()
      .set(API, { private_dns_enabled: false })
      .add("aws_route53_zone.own", {
        name: "api.ecr.eu-west-1.amazonaws.com",
        vpc: [{ vpc_id: "${aws_vpc.main.id}" }],
      })
      .add("aws_route53_record.own", { zone_id: "${aws_route53_zone.own.zone_id}", type: "A", ...record });
  const alias = (endpoint: string) => [
    { name: `\${${endpoint}.dns_entry[0].dns_name}`, zone_id: `\${${endpoint}.dns_entry[0].hosted_zone_id}` },
  ];

  it.each<[string, Block]>([
    ["an alias at the top of the zone", { name: "", alias: alias(API) }],
    ["the whole name", { name: "api.ecr.eu-west-1.amazonaws.com", alias: alias(API) }],
    ["a CNAME", { name: "", type: "CNAME", records: [`\${${API}.dns_entry[0].dns_name}`] }],
  ])("holds with %s", (_, record) => {
    expect(dependency(byHand(record).prove(), "ecr.api").verdict).toBe("proved");
    expect(hop(byHand(record).prove(), "ecr.api", "name-resolution")).toContain("a record of aws_route53_zone.own");
  });

  it.each<[string, Block]>([
    ["a record to another endpoint", { name: "", alias: alias("aws_vpc_endpoint.logs") }],
    ["a record to an address", { name: "", records: ["10.0.11.7"] }],
  ])("is unknown with %s", (_, record) => {
    expect(dependency(byHand(record).prove(), "ecr.api").issue).toMatchObject({ code: "hosted-zone-unknown" });
  });

  it("of S3 needs a record for the buckets, which the gateway endpoint does without", () => {
    const zone = { name: "s3.eu-west-1.amazonaws.com", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] };
    const fixture = isolatedNetwork()
      .set("aws_vpc_endpoint.s3", { ...interfaceEndpoint("s3"), private_dns_enabled: false, route_table_ids: [] })
      .add("aws_route53_zone.s3", zone)
      .add("aws_route53_record.s3", {
        zone_id: "${aws_route53_zone.s3.zone_id}",
        name: "*",
        alias: alias("aws_vpc_endpoint.s3"),
      });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
    fixture.set("aws_route53_record.s3", { name: "" });
    expect(dependency(fixture.prove(), "s3").issue).toMatchObject({ code: "hosted-zone-unknown" });
  });

  const LOGS = "aws_vpc_endpoint.logs";
  const withZone = (name: string, record: Block, at = LOGS) =>
    isolatedNetwork()
      .set(at, { private_dns_enabled: false })
      .add("aws_route53_zone.own", { name, vpc: [{ vpc_id: "${aws_vpc.main.id}" }] })
      .add("aws_route53_record.own", { zone_id: "${aws_route53_zone.own.zone_id}", alias: alias(at), ...record });

  it("holds for names that are derived, and says that they are", () => {
    const proof = withZone("logs.eu-west-1.amazonaws.com", { name: "" }).prove();
    expect(dependency(proof, "logs").verdict).toBe("proved");
    expect(hop(proof, "logs", "name-resolution")).toContain(
      "leads logs.eu-west-1.amazonaws.com (a name derived from the service's public host name) to aws_vpc_endpoint.logs",
    );
    expect(hop(byHand({ name: "", alias: alias(API) }).prove(), "ecr.api", "name-resolution")).not.toContain("derived");
  });

  it("holds in the domain of another partition", () => {
    const { json } = withZone("logs.eu-west-1.amazonaws.com.cn", { name: "" });
    const moved = JSON.parse(JSON.stringify(json).replaceAll("eu-west-1", "cn-north-1"));
    expect(dependency(new TerraformFixture(moved).prove(), "logs").verdict).toBe("proved");
  });

  it.each(["logs.eu-west-1.shop.example", "api.ecr.eu-west-1.amazonaws.com"])(
    "is not what the zone %s is for, so that the endpoint is broken and the zone not blamed",
    (name) => {
      const { issue } = dependency(withZone(name, { name: "" }).prove(), "logs");
      expect(issue).toMatchObject({ code: "private-dns-off", path: LOGS });
    },
  );

  it.each([
    ["logs.eu-west-1.shop.example", "x.eu-west-1.shop.example"],
    ["api.ecr.eu-west-1.amazonaws.com", "s3.eu-west-1.amazonaws.com"],
  ])("is nothing that stands in for a missing endpoint in the zones %s and %s", (first, second) => {
    const fixture = withZone(first, { name: "" }, API).remove(LOGS);
    fixture.add("aws_route53_zone.second", { name: second, vpc: [{ vpc_id: "${aws_vpc.main.id}" }] });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-missing" });
  });

  it("of S3 may have zones of its other names beside it", () => {
    const fixture = withZone("s3.eu-west-1.amazonaws.com", { name: "*" }, "aws_vpc_endpoint.s3")
      .set("aws_vpc_endpoint.s3", { ...interfaceEndpoint("s3"), private_dns_enabled: false, route_table_ids: [] })
      .add("aws_route53_zone.control", {
        name: "s3-control.eu-west-1.amazonaws.com",
        vpc: [{ vpc_id: "${aws_vpc.main.id}" }],
      });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it("is not known to hold where a rule of the Resolver takes the very name, and holds beside one for less", () => {
    const withRule = (domain: string) =>
      withZone("logs.eu-west-1.amazonaws.com", { name: "" })
        .add("aws_route53_resolver_rule.own", { domain_name: domain, rule_type: "FORWARD" })
        .add("aws_route53_resolver_rule_association.own", {
          ...{ resolver_rule_id: "${aws_route53_resolver_rule.own.id}", vpc_id: "${aws_vpc.main.id}" },
        });
    expect(dependency(withRule("amazonaws.com").prove(), "logs").verdict).toBe("proved");
    expect(dependency(withRule("logs.eu-west-1.amazonaws.com").prove(), "logs").issue).toMatchObject({
      code: "resolver-rule-unknown",
    });
  });

  it("is not known to hold where a rule of the Resolver takes the domain of the zone, or a smaller one around the name", () => {
    const withRule = (domain: string) =>
      withZone("eu-west-1.amazonaws.com", { name: "logs" })
        .add("aws_route53_resolver_rule.own", { domain_name: domain, rule_type: "FORWARD" })
        .add("aws_route53_resolver_rule_association.own", {
          ...{ resolver_rule_id: "${aws_route53_resolver_rule.own.id}", vpc_id: "${aws_vpc.main.id}" },
        });
    expect(dependency(withRule("amazonaws.com").prove(), "logs").verdict).toBe("proved");
    expect(dependency(withRule("eu-west-1.amazonaws.com").prove(), "logs").issue).toMatchObject({
      code: "resolver-rule-unknown",
    });
  });

  const second = (name: string, record: Block = {}) =>
    withZone("logs.eu-west-1.amazonaws.com", { name: "" })
      .add("aws_route53_zone.second", { name, vpc: [{ vpc_id: "${aws_vpc.main.id}" }] })
      .add("aws_route53_record.second", { zone_id: "${aws_route53_zone.second.zone_id}", type: "A", ...record });

  it.each(["eu-west-1.amazonaws.com", "amazonaws.com", "com"])(
    "is of the most specific zone, whatever one for %s has",
    (name) => {
      const other = { name: "*", alias: alias(API) };
      expect(dependency(second(name, other).prove(), "logs").verdict).toBe("proved");
      const swapped = second(name, { name: "logs.eu-west-1.amazonaws.com", alias: alias(LOGS) });
      swapped.set("aws_route53_record.own", { alias: alias(API) });
      expect(dependency(swapped.prove(), "logs").issue).toMatchObject({ code: "hosted-zone-unknown" });
    },
  );

  it("is not known to hold in a zone below the name, which answers for a part of the registries", () => {
    const dkr = "aws_vpc_endpoint.ecr_dkr";
    const zone = (name: string) =>
      dependency(withZone(name, { name: "*.dkr.ecr.eu-west-1.amazonaws.com" }, dkr).prove(), "ecr.dkr");
    expect(zone("dkr.ecr.eu-west-1.amazonaws.com").verdict).toBe("proved");
    expect(zone("*.dkr.ecr.eu-west-1.amazonaws.com").issue).toMatchObject({ code: "hosted-zone-unknown" });
  });
});
