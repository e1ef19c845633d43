import { isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import { type Issue, issue } from "../issues/issue";
import { unknownServiceIssue } from "../issues/unknown-service-issue";
import type { Network, NetworkSubnet } from "../network/network";
import { writeSubnet } from "../network/write-subnet";
import { checkCustomService } from "./check-custom-service";
import { endpointSubnets } from "./endpoint-subnets";
import type { InterfaceEndpointProps } from "./interface-endpoint-props";
import { hasPrivateDns } from "./private-dns";

/** An interface endpoint; its security groups are left out where they are about to be created. */
type CheckedEndpoint = Omit<InterfaceEndpointProps, "securityGroupIds"> &
  Partial<Pick<InterfaceEndpointProps, "securityGroupIds">>;

/** Everything that is wrong with an interface endpoint. */
export function* checkInterfaceEndpoint(props: CheckedEndpoint): Generator<Issue> {
  const { service, network, subnets: named, securityGroupIds } = props;
  const subnets = endpointSubnets(props);
  if (typeof service === "string" && !isEndpointServiceName(service)) yield unknownServiceIssue(service);
  if (hasPrivateDns(props)) yield* checkVpcDns(network);
  if (typeof service !== "string") yield* checkCustomService(service, network, subnets);
  if (named !== undefined) yield* checkNamedSubnets(named, network);
  else if (subnets.length === 0) {
    yield issue("endpoint-subnet-missing", {
      problem: `the network "${network.name}" has no subnet that holds interface endpoints`,
      fix: 'add a subnet of tier "endpoint", or give a task subnet the tier "shared"',
    });
  }
  if (securityGroupIds?.length === 0) {
    yield issue("endpoint-security-group-missing", {
      problem: "the endpoint has no security group",
      fix: "pass securityGroupIds with a group that lets in port 443",
    });
  }
  yield* checkZones(subnets);
}

function* checkVpcDns({ name, dns }: Network): Generator<Issue> {
  const off = [dns.support ? [] : ["enableDnsSupport"], dns.hostnames ? [] : ["enableDnsHostnames"]].flat();
  if (off.length === 0) return;
  yield issue("private-dns-without-vpc-dns", {
    problem: `private DNS is on, but ${off.join(" and ")} of the VPC "${name}" ${off.length === 1 ? "is" : "are"} off`,
    fix: "leave dns out of the network's properties (both are on by default), or switch both on in your own VPC",
  });
}

function* checkNamedSubnets(names: readonly string[], { name: network, subnets }: Network): Generator<Issue> {
  const known = subnets.map(({ name }) => name);
  if (names.length === 0) {
    yield issue("endpoint-subnet-missing", {
      path: "subnets",
      problem: "subnets is an empty list",
      fix: `leave subnets out, or name some of ${known.join(", ")}`,
    });
  }
  for (const [index, name] of names.entries()) {
    if (known.includes(name)) continue;
    yield issue("endpoint-subnet-unknown", {
      path: `subnets[${index}]`,
      problem: `"${name}" is not a subnet of the network "${network}"`,
      fix: writeSubnet(name, known),
    });
  }
}

/** A `Network` literal is not checked when it is written, so what breaks an endpoint is checked here. */
function* checkZones(subnets: readonly NetworkSubnet[]): Generator<Issue> {
  const byZone = new Map<string, NetworkSubnet>();
  for (const subnet of subnets) {
    const other = byZone.get(subnet.availabilityZone);
    if (other === undefined) {
      byZone.set(subnet.availabilityZone, subnet);
      continue;
    }
    yield issue("endpoint-subnets-share-zone", {
      problem: `the subnets "${other.name}" and "${subnet.name}" in ${subnet.availabilityZone} would both hold the endpoint`,
      fix: `give "${subnet.name}" the tier "application"`,
    });
  }
}
