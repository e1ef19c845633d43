import { describe, expect, it } from "vitest";
import { alias, HUB_ZONES, withEndpointHub } from "../support/endpoint-hub";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const SERVICES = ["ecr_api", "ecr_dkr", "logs"] as const;

function issueOf(fixture: TerraformFixture, service: string) {
  return dependency(fixture.prove(), service.replace("_", ".")).issue;
}

describe("endpoints in another VPC, to which zones lead", () => {
  it.each(SERVICES)("are reached: %s", (service) => {
    expect(issueOf(withEndpointHub(), service)).toBeUndefined();
  });

  it("are reached where the zone is associated by its id in place of the zone's id", () => {
    const change = { zone_id: "${aws_route53_zone.logs.id}" };
    expect(issueOf(withEndpointHub().set("aws_route53_zone_association.logs", change), "logs")).toBeUndefined();
  });

  it("are not known to be reached where the zone is associated by an expression that may be its id", () => {
    const fixture = withEndpointHub().set("aws_route53_zone_association.logs", { zone_id: "${var.zone}" });
    expect(issueOf(fixture, "logs")).toMatchObject({ code: "hosted-zone-unknown" });
  });

  it("are reached through records of another resource", () => {
    const fixture = withEndpointHub().remove("aws_route53_record.logs");
    fixture.add("aws_route53_records_exclusive.logs", {
      zone_id: "${aws_route53_zone.logs.zone_id}",
      resource_record_set: [
        { name: "", type: "A", alias_target: [{ dns_name: "${aws_vpc_endpoint.logs.dns_entry[0].dns_name}" }] },
      ],
    });
    expect(issueOf(fixture, "logs")).toBeUndefined();
  });

  it("are not known to be reached by a record for IPv6", () => {
    const fixture = withEndpointHub().set("aws_route53_record.logs", { type: "AAAA" });
    expect(issueOf(fixture, "logs")).toMatchObject({ code: "hosted-zone-unknown" });
  });

  it("are not known to be missed by a record of another name where a further record may be of the zone", () => {
    const fixture = withEndpointHub().set("aws_route53_record.logs", { name: "www" });
    expect(issueOf(fixture, "logs")).toMatchObject({ code: "hosted-zone-record-wrong" });
    fixture.add("aws_route53_record.more", {
      zone_id: "${var.zone}",
      name: "",
      type: "A",
      ttl: 60,
      records: ["10.0.0.1"],
    });
    expect(issueOf(fixture, "logs")).toMatchObject({ code: "hosted-zone-unknown" });
  });

  it.each(SERVICES)("are missing without any zone: %s", (service) => {
    const fixture = withEndpointHub();
    for (const type of ["record", "zone_association", "zone"]) fixture.remove(`aws_route53_${type}.${service}`);
    expect(issueOf(fixture, service)).toMatchObject({ code: "endpoint-missing", path: "aws_vpc.main" });
  });

  it.each(SERVICES)("are not reached where the VPC of the task does not see the zone: %s", (service) => {
    const fixture = withEndpointHub().remove(`aws_route53_zone_association.${service}`);
    expect(issueOf(fixture, service)).toMatchObject({
      code: "hosted-zone-not-associated",
      path: `aws_route53_zone.${service}`,
      fix: expect.stringContaining("aws_vpc.main"),
    });
  });

  it.each([
    ["ecr_api", "ecr.api.eu-west-1.amazonaws.com", "api.ecr.eu-west-1.amazonaws.com"],
    ["ecr_dkr", "ecr.dkr.eu-west-1.amazonaws.com", "*.dkr.ecr.eu-west-1.amazonaws.com"],
    ["logs", "logs.us-east-1.amazonaws.com", "logs.eu-west-1.amazonaws.com"],
    ["logs", "logs.api.aws", "logs.eu-west-1.amazonaws.com"],
  ])("are not reached by a zone of another name, whoever sees it: %s, %s", (service, name, wanted) => {
    const fixture = withEndpointHub().set(`aws_route53_zone.${service}`, { name });
    for (const associated of [true, false]) {
      if (!associated) fixture.remove(`aws_route53_zone_association.${service}`);
      expect(issueOf(fixture, service)).toMatchObject({
        code: "hosted-zone-name-wrong",
        path: `aws_route53_zone.${service}`,
        problem: expect.stringContaining(`"${name}"`),
        fix: expect.stringContaining(`"${wanted}"`),
      });
    }
  });

  it.each([
    ["ecr_dkr", "", "*.dkr.ecr.eu-west-1.amazonaws.com"],
    ["ecr_dkr", "dkr.ecr.eu-west-1.amazonaws.com", "*.dkr.ecr.eu-west-1.amazonaws.com"],
    ["logs", "*", "logs.eu-west-1.amazonaws.com"],
    ["ecr_api", "www", "api.ecr.eu-west-1.amazonaws.com"],
  ])("are not reached by a record for another name: %s, '%s'", (service, name, wanted) => {
    const fixture = withEndpointHub().set(`aws_route53_record.${service}`, { name });
    expect(issueOf(fixture, service)).toMatchObject({
      code: "hosted-zone-record-wrong",
      path: `aws_route53_record.${service}`,
      fix: `write name = "${wanted}" in aws_route53_record.${service}`,
    });
  });

  it("are missing where the zone is one of another domain, which leads names of one's own to them", () => {
    const fixture = withEndpointHub().set("aws_route53_zone.logs", { name: "logs.eu-west-1.shop.example" });
    expect(issueOf(fixture, "logs")).toMatchObject({ code: "endpoint-missing", path: "aws_vpc.main" });
  });

  it.each<[string, string, Block]>([
    ["the registry of the image's account", "ecr_dkr", { name: "123456789012" }],
    ["a name that only Terraform knows", "logs", { name: "${var.name}" }],
  ])("may be reached by a record for %s", (_, service, change) => {
    const fixture = withEndpointHub().set(`aws_route53_record.${service}`, change);
    expect(issueOf(fixture, service)).toMatchObject({ code: "hosted-zone-unknown" });
  });

  it("are reached by a record with the whole name", () => {
    const fixture = withEndpointHub().set("aws_route53_record.ecr_dkr", { name: "*.dkr.ecr.eu-west-1.amazonaws.com" });
    expect(issueOf(fixture, "ecr_dkr")).toBeUndefined();
  });

  const around = (record: string) =>
    withEndpointHub()
      .remove("aws_route53_record.ecr_dkr")
      .set("aws_route53_zone.ecr_api", { name: "eu-west-1.amazonaws.com" })
      .set("aws_route53_record.ecr_api", { name: record });

  it.each(["*.ecr", "*"])("are reached by a zone around the names, with the wildcard %s in it", (record) => {
    expect(issueOf(around(record), "ecr_api")).toBeUndefined();
  });

  it.each<[string, Block]>([
    ["is on the way to the name, and hides the wildcard", { name: "ecr" }],
    ["has a name that only Terraform knows", { name: "${var.name}" }],
  ])("are not known to be reached by a wildcard beside a record that %s", (_, change) => {
    const fixture = around("*").add("aws_route53_record.beside", {
      ...around("*").at("aws_route53_record.ecr_api"),
      ...change,
    });
    expect(issueOf(fixture, "ecr_api")).toMatchObject({ code: "hosted-zone-unknown" });
  });

  it("may be reached where another zone may answer", () => {
    const fixture = withEndpointHub()
      .set("aws_route53_record.logs", { name: "www" })
      .add("aws_route53_zone.other", { name: "${var.domain}", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] });
    expect(issueOf(fixture, "logs")).toMatchObject({ code: "hosted-zone-unknown" });
  });
});

describe("an endpoint without private DNS in the VPC of the task", () => {
  it.each([
    [
      "hosted-zone-name-wrong",
      "aws_route53_zone.logs",
      "aws_route53_zone.logs",
      { name: "logs.us-east-1.amazonaws.com" },
    ],
    ["hosted-zone-record-wrong", "aws_route53_record.logs", "aws_route53_record.logs", { name: "www" }],
  ])("has the same faults of its zone: %s", (code, path, address, change) => {
    const [name, record] = HUB_ZONES["logs"] ?? [];
    const fixture = isolatedNetwork()
      .set("aws_vpc_endpoint.logs", { private_dns_enabled: false })
      .add("aws_route53_zone.logs", { name, vpc: [{ vpc_id: "${aws_vpc.main.id}" }] })
      .add("aws_route53_record.logs", { ...alias("logs"), name: record });
    expect(fixture.prove().verdict).toBe("proved");
    expect(issueOf(fixture.set(address, change), "logs")).toMatchObject({ code, path });
  });
});

describe("zones that are none of AWS's", () => {
  it.each([
    ["aws_route53_zone.own", { name: "logs.eu-west-1.shop.example", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] }],
    ["aws_route53_zone.own", { name: "${var.stage}.shop.example", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] }],
    ["aws_service_discovery_private_dns_namespace.own", { name: "orders.local", vpc: "${aws_vpc.main.id}" }],
  ])("take no names of a service: %s %j", (address, block) => {
    expect(isolatedNetwork().add(address, block).prove().verdict).toBe("proved");
    const missing = isolatedNetwork().add(address, block).remove("aws_vpc_endpoint.logs");
    expect(issueOf(missing, "logs")).toMatchObject({ code: "endpoint-missing" });
  });

  it.each([
    ["aws_route53_zone.own", { name: "${var.stage}.amazonaws.com", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] }],
    ["aws_route53_zone.own", { name: "${var.domain}.com", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] }],
    ["aws_service_discovery_private_dns_namespace.own", { name: "${var.space}", vpc: "${aws_vpc.main.id}" }],
    ["aws_route53_zone_association.own", { zone_id: "Z0123456789", vpc_id: "${aws_vpc.main.id}" }],
    ["data.aws_route53_zone.own", { name: "${var.domain}", vpc_id: "${aws_vpc.main.id}" }],
  ])("may take them where only the apply knows the name: %s %j", (address, block) => {
    expect(issueOf(isolatedNetwork().add(address, block), "logs")).toMatchObject({
      code: "hosted-zone-unknown",
      path: address,
    });
  });
});

describe("a zone of the very name that an endpoint has private DNS for", () => {
  it.each([
    ["logs", "logs.eu-west-1.amazonaws.com"],
    ["ecr_api", "api.ecr.eu-west-1.amazonaws.com."],
    ["ecr_dkr", "dkr.ecr.eu-west-1.amazonaws.com"],
  ])("is refused: %s", (service, name) => {
    const fixture = isolatedNetwork().add("aws_route53_zone.own", { name, vpc: [{ vpc_id: "${aws_vpc.main.id}" }] });
    const proof = fixture.prove();
    expect(issuesWith(proof, "private-dns-conflict")).toMatchObject([{ path: "aws_route53_zone.own" }]);
    expect(issuesWith(proof, "hosted-zone-unknown")).toEqual([]);
    expect(issueOf(fixture, service)).toMatchObject({ code: "private-dns-conflict" });
  });

  it("is refused beside an endpoint that no task calls", () => {
    const fixture = isolatedNetwork()
      .add("aws_vpc_endpoint.sqs", interfaceEndpoint("sqs"))
      .add("aws_route53_zone.own", { name: "sqs.eu-west-1.amazonaws.com", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] });
    expect(issuesWith(fixture.prove(), "private-dns-conflict")).toMatchObject([{ path: "aws_route53_zone.own" }]);
  });

  it.each<[string, Block]>([
    ["of another VPC", { vpc: [{ vpc_id: "${aws_vpc.other.id}" }] }],
    ["that is public", { vpc: undefined }],
  ])("is none of its business %s", (_, change) => {
    const fixture = isolatedNetwork()
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .add("aws_route53_zone.own", { name: "logs.eu-west-1.amazonaws.com", ...change });
    expect(fixture.prove().verdict).toBe("proved");
  });
});
