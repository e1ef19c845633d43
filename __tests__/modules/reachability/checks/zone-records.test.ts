import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency } from "../support/terraform-fixture";

const alias = (service: string) => [{ name: `\${aws_vpc_endpoint.${service}.dns_entry[0].dns_name}` }];

/** The endpoint for a service without private DNS, and a zone with records in this order. */
function withRecords(service: string, zone: string, ...records: readonly Block[]) {
  const fixture = isolatedNetwork()
    .set(`aws_vpc_endpoint.${service}`, { private_dns_enabled: false })
    .add("aws_route53_zone.own", { name: zone, vpc: [{ vpc_id: "${aws_vpc.main.id}" }] });
  for (const [index, record] of records.entries()) {
    fixture.add(`aws_route53_record.r${index}`, {
      zone_id: "${aws_route53_zone.own.zone_id}",
      name: "",
      type: "A",
      alias: alias(service),
      ...record,
    });
  }
  return fixture;
}

function verdictOf(service: string, zone: string, ...records: readonly Block[]) {
  return dependency(withRecords(service, zone, ...records).prove(), service.replace("_", ".")).verdict;
}

const LOGS = "logs.eu-west-1.amazonaws.com";
const AAAA: Block = { type: "AAAA" };
const TO_API: Block = { alias: alias("ecr_api") };
const weighted = (id: string, more: Block = {}): Block => ({
  set_identifier: id,
  weighted_routing_policy: [{ weight: 50 }],
  ...more,
});
const located = (country: string, more: Block = {}): Block => ({
  set_identifier: country,
  geolocation_routing_policy: [{ country }],
  ...more,
});

describe("the records of a name", () => {
  it.each<[string, readonly Block[]]>([
    ["an AAAA record before the A record", [AAAA, {}]],
    ["an AAAA record after it", [{}, AAAA]],
    ["an AAAA record that leads elsewhere", [{ ...AAAA, ...TO_API }, {}]],
    ["a TXT record before it", [{ type: "TXT", alias: undefined, records: ["orders"] }, {}]],
    ["two with weights", [weighted("a"), weighted("b")]],
    [
      "two for the fastest, of two Regions",
      ["eu-west-1", "eu-west-2"].map((region) => ({ set_identifier: region, latency_routing_policy: [{ region }] })),
    ],
    ["one for a country, and one for the rest of the world", [located("DE"), located("*")]],
  ])("answer with %s", (_, records) => {
    expect(verdictOf("logs", LOGS, ...records)).toBe("proved");
  });

  it.each<[string, readonly Block[]]>([
    ["an AAAA record only", [AAAA]],
    ["two with weights, the second to another endpoint", [weighted("a"), weighted("b", TO_API)]],
    [
      "two that fail over to another endpoint",
      [
        {
          ...weighted("a", TO_API),
          weighted_routing_policy: undefined,
          failover_routing_policy: [{ type: "SECONDARY" }],
        },
        weighted("b"),
      ],
    ],
    ["one for a country only", [located("US")]],
    ["one for a country that leads elsewhere, and the rest of the world", [located("US", TO_API), located("*")]],
    [
      "one for a location of CIDR blocks only",
      [{ set_identifier: "a", cidr_routing_policy: [{ collection_id: "c", location_name: "office" }] }],
    ],
    [
      "one with weight beside one of a name that only the apply knows",
      [weighted("a"), weighted("b", { name: "${var.name}" })],
    ],
  ])("are not known to answer with %s", (_, records) => {
    expect(dependency(withRecords("logs", LOGS, ...records).prove(), "logs").issue).toMatchObject({
      code: "hosted-zone-unknown",
    });
  });

  const ZONE = "eu-west-1.amazonaws.com";

  it.each<[string, readonly Block[]]>([
    ["the name itself, beside a wildcard that leads elsewhere", [{ name: "*", ...TO_API }, { name: "logs" }]],
    [
      "a wildcard, beside records of other names",
      [{ name: "*" }, { name: "sqs", ...TO_API }, { name: "www.sns", ...TO_API }],
    ],
    ["a wildcard with an AAAA record before it", [{ name: "*", ...AAAA }, { name: "*" }]],
  ])("answer by %s", (_, records) => {
    expect(verdictOf("logs", ZONE, ...records)).toBe("proved");
  });

  it("answer by the wildcard next above the name", () => {
    const [near, far] = [{ name: "*.ecr" }, { name: "*", alias: alias("logs") }];
    expect(verdictOf("ecr_api", ZONE, far, near)).toBe("proved");
    expect(verdictOf("ecr_api", ZONE, { ...far, ...TO_API }, { ...near, alias: alias("logs") })).toBe("unknown");
  });

  it.each<[string, readonly Block[]]>([
    ["a record of the name, which answers for other types", [{ name: "*" }, { name: "logs", ...AAAA }]],
    ["a record below the name", [{ name: "*" }, { name: "www.logs" }]],
  ])("are not known to answer by a wildcard beside %s", (_, records) => {
    expect(verdictOf("logs", ZONE, ...records)).toBe("unknown");
  });

  it("answer for all names of a service where those for one of them lead to the same endpoint", () => {
    const zone = "dkr.ecr.eu-west-1.amazonaws.com";
    const one = (change: Block) => verdictOf("ecr_dkr", zone, { name: "*" }, { name: "123456789012", ...change });
    expect(one({})).toBe("proved");
    expect(one(TO_API)).toBe("unknown");
    expect(one(AAAA)).toBe("unknown");
  });

  it("are read of a resource that says all of a zone, by their types and values", () => {
    const sets = (...blocks: readonly Block[]) => {
      const fixture = withRecords("logs", LOGS).add("aws_route53_records_exclusive.all", {
        zone_id: "${aws_route53_zone.own.zone_id}",
        resource_record_set: blocks,
      });
      return dependency(fixture.prove(), "logs").verdict;
    };
    const to = (service: string) => [{ dns_name: `\${aws_vpc_endpoint.${service}.dns_entry[0].dns_name}` }];
    expect(
      sets({ name: "", type: "AAAA", alias_target: to("ecr_api") }, { name: "", type: "A", alias_target: to("logs") }),
    ).toBe("proved");
    expect(sets({ name: "", type: "AAAA", alias_target: to("logs") })).toBe("unknown");
    const value = [{ value: "${aws_vpc_endpoint.logs.dns_entry[0].dns_name}" }];
    expect(sets({ name: "", type: "CNAME", ttl: 60, resource_records: value })).toBe("proved");
    const country = { set_identifier: "a", geolocation: { country_code: "US" } };
    expect(sets({ name: "", type: "A", alias_target: to("logs"), ...country })).toBe("unknown");
  });
});
