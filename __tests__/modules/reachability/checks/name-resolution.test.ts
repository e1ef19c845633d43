import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { dependency, hop } from "../support/terraform-fixture";

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

  it.each([[["AmazonProvidedDNS"]], [["169.254.169.253"]], [["10.0.0.2"]]])("holds with %j", (servers) => {
    expect(dependency(withServers(servers).prove(), "logs").verdict).toBe("proved");
  });

  it.each([[["10.0.0.3"]], [["AmazonProvidedDNS", "192.0.2.53"]], ["${var.servers}"]])(
    "is unknown with %j",
    (servers) => {
      const { verdict, issue } = dependency(withServers(servers).prove(), "logs");
      expect(verdict).toBe("unknown");
      expect(issue).toMatchObject({ code: "dns-servers-unknown", path: "aws_vpc_dhcp_options.own" });
    },
  );
});
