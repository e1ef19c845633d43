import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency, hop } from "../support/terraform-fixture";

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
    ["a record for another name", { name: "other", alias: alias(API) }],
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
});
