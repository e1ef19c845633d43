import { describe, expect, it } from "vitest";
import { isolatedNetwork, rule, withNatGateway } from "../support/isolated-network";
import { dependency } from "../support/terraform-fixture";

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

  it("is not asked for public addresses where others are, so that DNS support of the VPC is nothing to them", () => {
    const fixture = withNatGateway(withServers(["192.0.2.53"])).remove("aws_vpc_endpoint.logs");
    fixture.add("aws_vpc_security_group_egress_rule.https", rule("task", { cidr_ipv4: "0.0.0.0/0" }));
    fixture.set("aws_vpc.main", { enable_dns_support: false });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
    fixture.set("aws_vpc_dhcp_options.own", { domain_name_servers: ["AmazonProvidedDNS"] });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("vpc-dns-support-off");
  });
});
