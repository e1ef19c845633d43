import type { Network, NetworkSubnet } from "../network/network";
import { isEndpointServiceName, unknownServiceIssue } from "../planning/endpoint-services/endpoint-service";
import type { Issue } from "../planning/issue";
import type { CustomEndpointService } from "./interface-endpoint";

/** An interface endpoint as it is checked. */
export interface InterfaceEndpointWish {
  readonly service: string | CustomEndpointService;
  readonly network: Network;
  readonly endpointSubnets: readonly NetworkSubnet[];
  readonly privateDnsEnabled: boolean;
  /** How many security groups it gets. */
  readonly securityGroups: number;
}

/** Everything that is wrong with an interface endpoint. */
export function checkInterfaceEndpoint(wish: InterfaceEndpointWish): Issue[] {
  const { service, network } = wish;
  const issues: Issue[] = [];
  if (typeof service === "string" && !isEndpointServiceName(service)) issues.push(unknownServiceIssue(service));
  if (wish.privateDnsEnabled) issues.push(...privateDnsIssues(network));
  if (wish.endpointSubnets.length === 0) {
    issues.push({
      code: "endpoint-subnet-missing",
      problem: `the network "${network.name}" has no subnet that holds interface endpoints`,
      why: "an interface endpoint is a network interface in a subnet",
      fix: 'add a subnet of tier "endpoint", or give a task subnet the tier "shared"',
    });
  }
  if (wish.securityGroups === 0) {
    issues.push({
      code: "endpoint-security-group-missing",
      problem: "the endpoint has no security group",
      why: "AWS would give it the VPC's default group, which lets in nothing but itself",
      fix: "pass securityGroupIds with a group that lets in port 443",
    });
  }
  issues.push(...sharedZoneIssues(wish.endpointSubnets));
  return issues;
}

/** A `Network` literal is not checked when it is written, so what breaks an endpoint is checked here. */
function sharedZoneIssues(subnets: readonly NetworkSubnet[]): Issue[] {
  const byZone = new Map<string, NetworkSubnet>();
  return subnets.flatMap((subnet): Issue[] => {
    const other = byZone.get(subnet.availabilityZone);
    if (other === undefined) {
      byZone.set(subnet.availabilityZone, subnet);
      return [];
    }
    return [
      {
        code: "endpoint-subnets-share-zone",
        problem: `the subnets "${other.name}" and "${subnet.name}" in ${subnet.availabilityZone} would both hold the endpoint`,
        why: "an interface endpoint takes at most one subnet per Availability Zone; any subnet of the VPC can use it",
        fix: `give "${subnet.name}" the tier "application"`,
      },
    ];
  });
}

function privateDnsIssues({ name, dns }: Network): Issue[] {
  const off = [dns.support ? [] : ["enableDnsSupport"], dns.hostnames ? [] : ["enableDnsHostnames"]].flat();
  if (off.length === 0) return [];
  return [
    {
      code: "private-dns-without-vpc-dns",
      problem: `private DNS is on, but ${off.join(" and ")} of the VPC "${name}" ${off.length === 1 ? "is" : "are"} off`,
      why: "AWS refuses private DNS in such a VPC, and without it the service's host name leads to the internet",
      fix: "leave dns out of the network's properties (both are on by default), or switch both on in your own VPC",
    },
  ];
}
