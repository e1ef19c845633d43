import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../modules/reachability/prove-reachability";
import type { NetworkSnapshot, SnapshotNetworkAclRule } from "../../../modules/snapshot/network-snapshot";
import { snapshotAsState } from "../../../modules/snapshot/snapshot-as-state";
import {
  ACL,
  changed,
  ENDPOINT_GROUP,
  ENDPOINT_IDS,
  HTTPS_RULE,
  legacyNetwork,
  PRIVATE_A,
  PRIVATE_B,
  PRIVATE_TABLE,
  serviceByIds,
} from "./legacy-network";

const network = legacyNetwork();
const { logs, s3 } = ENDPOINT_IDS;
const ANYWHERE = "0.0.0.0/0";

function proofIn(snapshot: NetworkSnapshot) {
  return proveReachability([serviceByIds()], { networks: [snapshot] });
}

/** Codes of everything that is broken or open, with the resources at fault. */
function findingsIn(snapshot: NetworkSnapshot): readonly string[] {
  const { tasks, conflicts } = proofIn(snapshot);
  const issues = [
    ...tasks.flatMap(({ dependencies, issues: own }) => [...dependencies.flatMap(({ issue }) => issue ?? []), ...own]),
    ...conflicts,
  ];
  return [...new Set(issues.map(({ code, path }) => `${code} ${path}`))];
}

function withVpc(change: Partial<NetworkSnapshot["vpc"]>): NetworkSnapshot {
  return { ...network, vpc: { ...network.vpc, ...change } };
}

function withAclRule(rule: Partial<SnapshotNetworkAclRule>): NetworkSnapshot {
  const rules = network.networkAcls[0]?.rules ?? [];
  const deny = { direction: "ingress", number: 50, action: "deny", protocol: "6", cidrBlock: ANYWHERE } as const;
  return changed(network, "networkAcls", ACL, { rules: [{ ...deny, ...rule }, ...rules] });
}

function withRules(...rules: NetworkSnapshot["securityGroups"][number]["rules"]): NetworkSnapshot {
  return changed(network, "securityGroups", ENDPOINT_GROUP, { rules });
}

const HTTPS = { id: HTTPS_RULE, direction: "ingress", protocol: "tcp", fromPort: 443, toPort: 443 } as const;

describe("a snapshot as a state", () => {
  it("proves every call of a service that plain Terraform puts into the VPC by ids", () => {
    const proof = proofIn(network);
    expect(proof.verdict).toBe("proved");
    expect(proof.tasks[0]?.dependencies.map(({ service, verdict }) => `${service} ${verdict}`)).toEqual([
      "s3 proved",
      "ecr.api proved",
      "ecr.dkr proved",
      "logs proved",
    ]);
    expect(proof.conflicts).toEqual([]);
  });

  it("is the same answer as that of a state document beside the configuration", () => {
    const asState = proveReachability([serviceByIds(), snapshotAsState(network)]);
    expect(asState.verdict).toBe("proved");
    expect(asState.tasks[0]?.dependencies.map(({ verdict }) => verdict)).toEqual(Array(4).fill("proved"));
  });

  it.each<[name: string, faulty: NetworkSnapshot, finding: RegExp]>([
    ["DNS support is off", withVpc({ enableDnsSupport: false }), /^vpc-dns-support-off vpc-/],
    ["DNS host names are off", withVpc({ enableDnsHostnames: false }), /^vpc-dns-hostnames-off vpc-/],
    [
      "another DNS server is asked",
      withVpc({ dhcpOptions: { id: "dopt-1", domainNameServers: ["172.20.0.53"] } }),
      /^dns-servers-unknown dopt-1/,
    ],
    [
      "an endpoint is gone",
      { ...network, endpoints: network.endpoints.filter(({ id }) => id !== logs) },
      /^endpoint-missing vpc-/,
    ],
    [
      "an endpoint is being deleted",
      changed(network, "endpoints", logs, { state: "deleting" }),
      /^endpoint-missing vpc-/,
    ],
    [
      "an endpoint is for another service",
      changed(network, "endpoints", logs, { serviceName: "com.amazonaws.eu-west-1.sqs" }),
      /^endpoint-missing vpc-/,
    ],
    ["private DNS is off", changed(network, "endpoints", logs, { privateDnsEnabled: false }), /^private-dns-off vpce-/],
    [
      "private DNS is for inbound resolvers",
      changed(network, "endpoints", logs, { privateDnsOnlyForInboundResolverEndpoint: true }),
      /vpce-/,
    ],
    [
      "the policy of an endpoint denies",
      changed(network, "endpoints", logs, {
        policy: { Statement: [{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }] },
      }),
      /^endpoint-policy-\S+ vpce-/,
    ],
    [
      "the gateway endpoint is in no route table",
      changed(network, "endpoints", s3, { routeTableIds: [] }),
      /^gateway-(route-missing|endpoint-unrouted)/,
    ],
    [
      "a subnet has another route table",
      changed(network, "subnets", PRIVATE_B, { routeTableId: "rtb-0c000000000000030" }),
      /^gateway-route-missing/,
    ],
    ["the rule of the endpoints' group is revoked", withRules(), /^endpoint-security-group-closed|endpoint-ingress/],
    ["the rule admits another block", withRules({ ...HTTPS, peer: "10.0.0.0/8" }), /sg-0e/],
    ["the rule admits one subnet only", withRules({ ...HTTPS, peer: "172.20.1.0/24" }), /sg-0e/],
    ["the rule is for another port", withRules({ ...HTTPS, fromPort: 80, toPort: 80, peer: ANYWHERE }), /sg-0e/],
    ["the rule is for UDP", withRules({ ...HTTPS, protocol: "udp", peer: ANYWHERE }), /sg-0e/],
    [
      "the endpoint has the default group",
      changed(network, "endpoints", logs, { securityGroupIds: ["sg-0d000000000000020"] }),
      /^task-egress-missing/,
    ],
    ["a network ACL denies what comes in", withAclRule({ fromPort: 443, toPort: 443 }), /^network-acl\S* acl-/],
    ["a network ACL denies the answers", withAclRule({ fromPort: 1024, toPort: 65535 }), /^network-acl\S* acl-/],
    [
      "a network ACL denies what goes out",
      withAclRule({ direction: "egress", fromPort: 443, toPort: 443 }),
      /^network-acl\S* acl-/,
    ],
    [
      "a route takes packets to the endpoints elsewhere",
      changed(network, "routeTables", PRIVATE_TABLE, {
        routes: [{ destination: "172.20.1.0/24", target: "eni-0a000000000000010" }],
      }),
      /^route-detour-unknown/,
    ],
  ])("tells where %s", (_, faulty, finding) => {
    const found = findingsIn(faulty);
    expect(
      found.some((each) => finding.test(each)),
      found.join("\n"),
    ).toBe(true);
    expect(proofIn(faulty).verdict).not.toBe("proved");
  });

  it("knows a way out by a NAT gateway, and that it is none once its route leads nowhere", () => {
    const image = JSON.stringify([{ name: "api", image: "nginx:1", essential: true }]);
    const { resource, ...others } = serviceByIds();
    const definition = { ...resource["aws_ecs_task_definition"]?.["orders"], container_definitions: image };
    const egress = { security_group_id: "${aws_security_group.task.id}", ip_protocol: "-1", cidr_ipv4: ANYWHERE };
    const json = {
      ...others,
      resource: {
        ...resource,
        aws_ecs_task_definition: { orders: definition },
        aws_vpc_security_group_egress_rule: { all: egress },
      },
    };
    const verdictWith = (route: { readonly destination: string; readonly target?: string }) =>
      proveReachability([json], { networks: [changed(network, "routeTables", PRIVATE_TABLE, { routes: [route] })] })
        .verdict;
    expect(verdictWith({ destination: ANYWHERE, target: "nat-0a000000000000010" })).toBe("proved");
    expect(verdictWith({ destination: ANYWHERE })).toBe("broken");
  });

  it("says nothing of endpoints that the tasks do not use: others may be in the VPC", () => {
    const sqs = { ...network.endpoints[3], id: "vpce-0a000000000000009", serviceName: "com.amazonaws.eu-west-1.sqs" };
    const more = { ...network, endpoints: [...network.endpoints, { type: "Interface", state: "available", ...sqs }] };
    expect(findingsIn(more)).toEqual([]);
  });

  it("does not take a subnet of another VPC for one of its own", () => {
    const { resource, ...others } = serviceByIds();
    const json = {
      ...others,
      resource: { ...resource, aws_subnet: { own: { vpc_id: "vpc-0fedcba9876543210", cidr_block: "10.0.1.0/24" } } },
    };
    expect(proveReachability([json], { networks: [network] }).verdict).toBe("proved");
    const elsewhere = JSON.parse(JSON.stringify(json).replaceAll(PRIVATE_A, "${aws_subnet.own.id}"));
    expect(proveReachability([elsewhere], { networks: [network] }).verdict).not.toBe("proved");
  });
});
