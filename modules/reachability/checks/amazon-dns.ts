import { formatCidr } from "../../addressing/cidr";
import type { TaskSite } from "../calls/call";
import type { Vpc } from "../model/network-model";
import { type Finding, holds, open } from "./finding";

/**
 * The VPC asks Amazon's DNS server, which alone knows the names of endpoints.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html
 */
export function checkAmazonDns({ vpc }: TaskSite): Finding {
  const path = vpc.dhcpOptions ?? vpc.address;
  const servers = vpc.nameServers;
  if (servers.known && servers.value.length > 0 && servers.value.every((server) => isAmazons(server, vpc))) {
    return holds("the VPC asks Amazon's DNS server");
  }
  const those = servers.known ? servers.value.join(", ") : "";
  return open({
    code: "dns-servers-unknown",
    what: `whether the DNS servers of ${vpc.address} resolve the names of endpoints`,
    because: servers.known
      ? `the DHCP options ${path} name ${those === "" ? "no server" : those}, and only Amazon's DNS server knows those names`
      : servers.because,
    assure:
      servers.known && those !== ""
        ? `${those} forward to Amazon's DNS server, and that the task's security group lets TCP and UDP 53 out to them; or write domain_name_servers = ["AmazonProvidedDNS"]`
        : `the DHCP options of ${vpc.address} name AmazonProvidedDNS`,
    path,
    ...(vpc.complete || servers.known ? {} : { library: 'domainNameServers: ["AmazonProvidedDNS"]' }),
  });
}

/** Whether none of the servers that the VPC asks is Amazon's, so that the DNS support of the VPC is nothing to it. */
export function asksOtherServers({ vpc }: TaskSite): boolean {
  const servers = vpc.nameServers;
  return servers.known && servers.value.length > 0 && !servers.value.some((server) => isAmazons(server, vpc));
}

/** Its name, its own addresses for IPv4 and IPv6, or the third address of the VPC. Source: Amazon VPC User Guide, "DNS attributes". */
function isAmazons(server: string, { cidrBlocks }: Vpc): boolean {
  if (["AmazonProvidedDNS", "169.254.169.253", "fd00:ec2::253"].includes(server)) return true;
  const [first] = cidrBlocks.known ? cidrBlocks.value : [];
  if (first === undefined) return false;
  return formatCidr({ first: first.first + 2, last: first.first + 2, prefixLength: 32 }) === `${server}/32`;
}
