import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("I15: the address type fits the subnets", () => {
  it("holds with IPv4, and dual-stack where the subnets have both", () => {
    const fixture = isolatedNetwork().set(LOGS, { ip_address_type: "dualstack" });
    for (const name of ["endpoint_a", "endpoint_b"]) {
      fixture.set(`aws_subnet.${name}`, { ipv6_cidr_block: "2001:db8:0:1::/64" });
    }
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });

  it.each<[string, Record<string, unknown>]>([
    ["dualstack", {}],
    ["ipv6", {}],
    ["ipv4", { ipv6_native: true, ipv6_cidr_block: "2001:db8:0:1::/64" }],
  ])("breaks with %s where a subnet has other addresses", (type, attributes) => {
    const fixture = isolatedNetwork().set(LOGS, { ip_address_type: type }).set("aws_subnet.endpoint_b", attributes);
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-address-type", path: LOGS });
  });
});

describe("an endpoint for tasks, which call over IPv4", () => {
  it("break where the endpoint answers over IPv6 only", () => {
    const fixture = isolatedNetwork().set(LOGS, { ip_address_type: "ipv6" });
    for (const name of ["endpoint_a", "endpoint_b"]) {
      fixture.set(`aws_subnet.${name}`, { ipv6_cidr_block: "2001:db8:0:1::/64" });
    }
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-address-type", path: LOGS });
  });
});
