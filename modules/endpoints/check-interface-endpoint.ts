import { isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import { type Issue, issue } from "../issues/issue";
import { unknownServiceIssue } from "../issues/unknown-service-issue";
import type { Network, NetworkSubnet } from "../network/network";
import { nearest } from "../text/nearest";
import { checkCustomService } from "./check-custom-service";
import type { CustomEndpointService } from "./interface-endpoint";

/** An interface endpoint as it is checked. */
export interface InterfaceEndpointWish {
  readonly service: string | CustomEndpointService;
  readonly network: Network;
  readonly endpointSubnets: readonly NetworkSubnet[];
  /** Names of the subnets, where they were given. */
  readonly namedSubnets?: readonly string[];
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
  if (typeof service !== "string") issues.push(...checkCustomService(service, wish));
  if (wish.namedSubnets !== undefined) issues.push(...unknownSubnetIssues(wish.namedSubnets, network));
  else if (wish.endpointSubnets.length === 0) {
    issues.push(
      issue("endpoint-subnet-missing", {
        problem: `the network "${network.name}" has no subnet that holds interface endpoints`,
        fix: 'add a subnet of tier "endpoint", or give a task subnet the tier "shared"',
      }),
    );
  }
  if (wish.securityGroups === 0) {
    issues.push(
      issue("endpoint-security-group-missing", {
        problem: "the endpoint has no security group",
        fix: "pass securityGroupIds with a group that lets in port 443",
      }),
    );
  }
  issues.push(...sharedZoneIssues(wish.endpointSubnets));
  return issues;
}

function unknownSubnetIssues(names: readonly string[], { name: network, subnets }: Network): Issue[] {
  const known = subnets.map(({ name }) => name);
  if (names.length === 0) {
    return [
      issue("endpoint-subnet-missing", {
        path: "subnets",
        problem: "subnets is an empty list",
        fix: `leave subnets out, or name some of ${known.join(", ")}`,
      }),
    ];
  }
  return names.flatMap((name, index): Issue[] => {
    if (known.includes(name)) return [];
    return [
      issue("endpoint-subnet-unknown", {
        path: `subnets[${index}]`,
        problem: `"${name}" is not a subnet of the network "${network}"`,
        fix: `write "${nearest(name, known) ?? known[0]}"; the subnets are ${known.join(", ")}`,
      }),
    ];
  });
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
      issue("endpoint-subnets-share-zone", {
        problem: `the subnets "${other.name}" and "${subnet.name}" in ${subnet.availabilityZone} would both hold the endpoint`,
        fix: `give "${subnet.name}" the tier "application"`,
      }),
    ];
  });
}

function privateDnsIssues({ name, dns }: Network): Issue[] {
  const off = [dns.support ? [] : ["enableDnsSupport"], dns.hostnames ? [] : ["enableDnsHostnames"]].flat();
  if (off.length === 0) return [];
  return [
    issue("private-dns-without-vpc-dns", {
      problem: `private DNS is on, but ${off.join(" and ")} of the VPC "${name}" ${off.length === 1 ? "is" : "are"} off`,
      fix: "leave dns out of the network's properties (both are on by default), or switch both on in your own VPC",
    }),
  ];
}
