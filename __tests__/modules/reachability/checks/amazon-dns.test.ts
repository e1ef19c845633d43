import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
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
});
