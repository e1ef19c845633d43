import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency, hop } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("I1: an endpoint of the service is in the task's VPC", () => {
  it("holds", () => {
    expect(hop(isolatedNetwork().prove(), "logs", "endpoint")).toBe(
      'proved: aws_vpc_endpoint.logs serves "logs" in aws_vpc.main',
    );
  });

  it("breaks where it is missing, and names the VPC and what to write", () => {
    const { verdict, issue, hops } = dependency(isolatedNetwork().remove(LOGS).prove(), "logs");
    expect(verdict).toBe("broken");
    expect(hops.map((each) => each.hop)).toEqual(["endpoint"]);
    expect(issue).toMatchObject({ code: "endpoint-missing", path: "aws_vpc.main" });
    expect(issue?.why).toContain("the awslogs driver writes to CloudWatch Logs");
    expect(issue?.fix).toContain('"com.amazonaws.eu-west-1.logs"');
  });

  it("breaks where it is in another VPC, and says where", () => {
    const fixture = isolatedNetwork().add("aws_vpc.other", { cidr_block: "10.9.0.0/16" });
    const { issue } = dependency(fixture.set(LOGS, { vpc_id: "${aws_vpc.other.id}" }).prove(), "logs");
    expect(issue?.problem).toContain("aws_vpc_endpoint.logs is in aws_vpc.other");
  });

  it("breaks where it leads to another Region", () => {
    const fixture = isolatedNetwork().set(LOGS, { service_name: "com.amazonaws.eu-west-3.logs" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-in-other-region", path: LOGS });
  });

  it("is unknown where the VPC exists elsewhere", () => {
    const fixture = isolatedNetwork().remove(LOGS);
    const json = JSON.parse(JSON.stringify(fixture.json).replaceAll("${aws_vpc.main.id}", "vpc-0123456789abcdef0"));
    fixture.json.resource = json.resource;
    fixture.remove("aws_vpc.main");
    const { verdict, issue } = dependency(fixture.prove(), "logs");
    expect(verdict).toBe("unknown");
    expect(issue).toMatchObject({ code: "endpoint-unknown", severity: "note", path: "vpc-0123456789abcdef0" });
    expect(issue?.fix).toMatch(/^assure that there is an interface endpoint with private DNS/);
  });

  it("is unknown where a module is given the VPC and may add the endpoint", () => {
    const fixture = isolatedNetwork().remove(LOGS);
    fixture.json["module"] = { endpoints: { source: "./endpoints", vpc_id: "${aws_vpc.main.id}" } };
    expect(dependency(fixture.prove(), "logs").issue?.why).toContain("module.endpoints");
  });

  it("is not in doubt because of a module that is given nothing of the network", () => {
    const fixture = isolatedNetwork().remove(LOGS);
    fixture.json["module"] = { tags: { source: "./tags", name: "orders" } };
    expect(dependency(fixture.prove(), "logs").verdict).toBe("broken");
  });

  it("is unknown where the number of endpoints is known to Terraform only", () => {
    const fixture = isolatedNetwork().set(LOGS, { count: "${var.enabled}" });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("endpoint-unknown");
  });
});

describe("I2: private DNS", () => {
  it("holds, and says which name leads where", () => {
    expect(hop(isolatedNetwork().prove(), "ecr.api", "name-resolution")).toContain(
      "api.ecr.eu-west-1.amazonaws.com leads to aws_vpc_endpoint.ecr_api",
    );
  });

  it.each([false, undefined])("breaks where private_dns_enabled is %s", (enabled) => {
    const { issue, hops } = dependency(isolatedNetwork().set(LOGS, { private_dns_enabled: enabled }).prove(), "logs");
    expect(issue).toMatchObject({ code: "private-dns-off", path: LOGS });
    expect(issue?.fix).toBe("set private_dns_enabled = true on aws_vpc_endpoint.logs");
    expect(hops.at(-1)?.hop).toBe("name-resolution");
  });

  it("is unknown where a private hosted zone may answer", () => {
    const fixture = isolatedNetwork().set("aws_vpc_endpoint.ecr_api", { private_dns_enabled: false });
    fixture.add("aws_route53_zone.ecr", {
      name: "api.ecr.eu-west-1.amazonaws.com",
      vpc: { vpc_id: "${aws_vpc.main.id}" },
    });
    const { issue } = dependency(fixture.prove(), "ecr.api");
    expect(issue).toMatchObject({ code: "hosted-zone-unknown", path: "aws_route53_zone.ecr" });
  });

  it("is unknown where a variable decides", () => {
    const fixture = isolatedNetwork().set(LOGS, { private_dns_enabled: "${var.dns}" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "private-dns-unknown", path: LOGS });
  });

  it("accepts an interface endpoint for S3 with private DNS in place of the gateway endpoint", () => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.s3", interfaceEndpoint("s3"));
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });
});

describe("I3 and G8: the DNS attributes of the VPC", () => {
  it.each(["logs", "s3"])("hold for %s: support is on by default, host names are switched on", (service) => {
    expect(hop(isolatedNetwork().prove(), service, "name-resolution")).toContain(
      "enable_dns_support is on; enable_dns_hostnames is on",
    );
  });

  it.each([
    ["logs", { enable_dns_support: false }, "vpc-dns-support-off"],
    ["s3", { enable_dns_support: false }, "vpc-dns-support-off"],
    ["logs", { enable_dns_hostnames: undefined }, "vpc-dns-hostnames-off"],
    ["s3", { enable_dns_hostnames: false }, "vpc-dns-hostnames-off"],
  ])("break for %s with %o", (service, attributes, code) => {
    const { issue } = dependency(isolatedNetwork().set("aws_vpc.main", attributes).prove(), service);
    expect(issue).toMatchObject({ code, path: "aws_vpc.main" });
  });
});

describe("I4: Amazon's DNS server", () => {
  const withServers = (servers: unknown) =>
    isolatedNetwork()
      .add("aws_vpc_dhcp_options.own", { domain_name_servers: servers })
      .add("aws_vpc_dhcp_options_association.own", {
        vpc_id: "${aws_vpc.main.id}",
        dhcp_options_id: "${aws_vpc_dhcp_options.own.id}",
      });

  it.each([[["AmazonProvidedDNS"]], [["169.254.169.253"]], [["10.0.0.2"]], [["fd00:ec2::253"]]])(
    "holds with %j",
    (servers) => {
      expect(dependency(withServers(servers).prove(), "logs").verdict).toBe("proved");
    },
  );

  it.each([[["10.0.0.3"]], [["AmazonProvidedDNS", "192.0.2.53"]], ["${var.servers}"]])(
    "is unknown with %j",
    (servers) => {
      const { verdict, issue } = dependency(withServers(servers).prove(), "logs");
      expect(verdict).toBe("unknown");
      expect(issue).toMatchObject({ code: "dns-servers-unknown", path: "aws_vpc_dhcp_options.own" });
    },
  );
});

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
    ["ecr.api", "api.ecr.eu-west-1.amazonaws.com"],
    ["ecr.dkr", "123456789012.dkr.ecr.eu-west-1.amazonaws.com."],
    ["s3", "prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com"],
    ["s3", "s3.eu-west-1.amazonaws.com"],
    ["s3", "amazonaws.com"],
  ])("is, for %s, a private hosted zone %s", (service, name) => {
    const { verdict, issue } = dependency(withZone(name).prove(), service);
    expect(verdict).toBe("unknown");
    expect(issue).toMatchObject({ code: "hosted-zone-unknown", path: "aws_route53_zone.own" });
  });

  it.each([
    ["ecr.api", "amazonaws.com"],
    ["ecr.api", "s3.eu-west-1.amazonaws.com"],
    ["logs", "sqs.eu-west-1.amazonaws.com"],
    ["s3", "example.com"],
    ["s3", "s3.us-east-1.amazonaws.com"],
  ])("is, for %s, no private hosted zone %s", (service, name) => {
    expect(dependency(withZone(name).prove(), service).verdict).toBe("proved");
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

describe("a service without private DNS for interface endpoints", () => {
  const withDynamodb = (endpoint: Block) =>
    isolatedNetwork()
      .set("aws_ecs_task_definition.orders", { "//": { privateFargate: { uses: ["dynamodb"] } } })
      .add("aws_vpc_endpoint.dynamodb", { ...interfaceEndpoint("dynamodb"), ...endpoint });

  it.each([true, false])("breaks with an interface endpoint alone, private_dns_enabled = %s", (enabled) => {
    const { issue } = dependency(withDynamodb({ private_dns_enabled: enabled }).prove(), "dynamodb");
    expect(issue).toMatchObject({ code: "private-dns-off", path: "aws_vpc_endpoint.dynamodb" });
    expect(issue?.fix).toContain("use a gateway endpoint");
  });

  it("takes the gateway endpoint beside it", () => {
    const fixture = withDynamodb({}).add("aws_vpc_endpoint.gateway", {
      ...isolatedNetwork().at("aws_vpc_endpoint.s3"),
      service_name: "com.amazonaws.eu-west-1.dynamodb",
    });
    fixture.add("aws_vpc_security_group_egress_rule.dynamodb", {
      ...fixture.at("aws_vpc_security_group_egress_rule.s3"),
      prefix_list_id: "${aws_vpc_endpoint.gateway.prefix_list_id}",
    });
    expect(dependency(fixture.prove(), "dynamodb").verdict).toBe("proved");
  });
});
