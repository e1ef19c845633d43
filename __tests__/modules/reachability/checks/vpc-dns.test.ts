import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency, hop } from "../support/terraform-fixture";

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

  it.each([
    ["logs", "enable_dns_support"],
    ["s3", "enable_dns_hostnames"],
  ])("are unknown for %s where a variable has %s", (service, argument) => {
    const fixture = isolatedNetwork().set("aws_vpc.main", { [argument]: "${var.dns}" });
    const { verdict, issue } = dependency(fixture.prove(), service);
    expect(verdict).toBe("unknown");
    expect(issue).toMatchObject({ code: "vpc-dns-unknown", path: "aws_vpc.main" });
    expect(issue?.problem).toContain(argument);
  });
});
