import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  Peer,
  PrivateNetwork,
  type PrivateNetworkProps,
  tieredSubnets,
  VpcEndpoints,
} from "../../../../modules";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { ordersTask } from "../../../support/orders";
import { synth } from "../../../support/synth";
import { isolatedNetwork, rule, withNatGateway } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const OPEN = "aws_vpc_security_group_egress_rule.open";
const found = (fixture: TerraformFixture, options: object = { leastPrivilege: true }) =>
  issuesWith(proveReachability([fixture.json], options), "egress-to-anywhere");
const opened = (peer: Block, network = isolatedNetwork()) => network.add(OPEN, rule("task", peer));

describe("egress to every address from a VPC that nothing leads out of", () => {
  it.each<Block>([{ cidr_ipv4: "0.0.0.0/0" }, { cidr_ipv6: "::/0" }])("is named with what is needed: %j", (peer) => {
    expect(found(opened(peer))).toMatchObject([
      {
        severity: "warning",
        path: OPEN,
        problem: `${OPEN} lets aws_security_group.task out to every address, and no route here leads out of the VPC`,
        fix: "let aws_security_group.task out to no more than TCP 443 to the prefix list of aws_vpc_endpoint.s3; TCP 443 to aws_security_group.endpoint, and what else the application calls in its VPC",
      },
    ]);
  });

  it("is named in the group itself as well, and of the library's groups in its words", () => {
    const inline = isolatedNetwork().set("aws_security_group.task", {
      egress: [{ protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] }],
    });
    expect(found(inline).map(({ path }) => path)).toEqual(["aws_security_group.task"]);
    expect(found(opened({ cidr_ipv4: "0.0.0.0/0" }), { openEgress: true, fixes: "library" })[0]?.fix).toMatch(
      /^leave the rule out: /,
    );
  });

  it("is not looked for unless that is wanted, and leaves the verdict as it is", () => {
    const fixture = opened({ cidr_ipv4: "0.0.0.0/0" });
    expect(found(fixture, {})).toEqual([]);
    expect(proveReachability([fixture.json], { openEgress: true }).verdict).toBe("proved");
  });
});

describe("nothing is said of egress", () => {
  it.each<[string, TerraformFixture]>([
    ["to a block", opened({ cidr_ipv4: "10.0.0.0/8" })],
    ["to a block of IPv6", opened({ cidr_ipv6: "2001:db8::/32" })],
    ["where a NAT gateway leads out", opened({ cidr_ipv4: "0.0.0.0/0" }, withNatGateway(isolatedNetwork()))],
    [
      "where a route leads to another network",
      opened({ cidr_ipv4: "0.0.0.0/0" }).add("aws_route.office", {
        route_table_id: "${aws_route_table.app.id}",
        destination_cidr_block: "192.168.0.0/16",
        gateway_id: "${aws_vpn_gateway.office.id}",
      }),
    ],
    [
      "where a function may have the group",
      opened({ cidr_ipv4: "0.0.0.0/0" }).add("aws_lambda_function.other", { function_name: "other" }),
    ],
    [
      "of a group that is the endpoints'",
      isolatedNetwork().add(OPEN, rule("endpoint", { cidr_ipv4: "0.0.0.0/0", ip_protocol: "-1" })),
    ],
    ["where a call is broken, which is mended first", opened({ cidr_ipv4: "0.0.0.0/0" }).remove("aws_vpc_endpoint.s3")],
    [
      "where it is not known in which subnets the task runs",
      opened({ cidr_ipv4: "0.0.0.0/0" }).set("aws_ecs_service.orders", {
        network_configuration: {
          subnets: "${var.subnets}",
          security_groups: ["${aws_security_group.task.id}"],
        },
      }),
    ],
    [
      "where the route tables exist elsewhere",
      opened({ cidr_ipv4: "0.0.0.0/0" })
        .set("aws_route_table_association.app_a", { route_table_id: "rtb-0123456789abcdef0" })
        .set("aws_vpc_endpoint.s3", { route_table_ids: ["${aws_route_table.app.id}", "rtb-0123456789abcdef0"] }),
    ],
  ])("%s", (_, fixture) => {
    expect(found(fixture)).toEqual([]);
  });
});

describe("Peer.cidr of every address as egress of a task of the library", () => {
  const annotations = (network: Partial<PrivateNetworkProps>) => {
    const stack = synth((scope) => {
      const ground = new PrivateNetwork(scope, "network", { region: "eu-west-1", ...network });
      const endpoints = new VpcEndpoints(scope, "endpoints", {
        network: ground,
        services: EndpointPlan.forTasks([ordersTask]),
      });
      const securityGroup = { egress: { all: { peer: Peer.cidr("0.0.0.0/0"), port: "all" } } } as const;
      new FargateService(scope, "orders", { network: ground, endpoints, task: ordersTask, securityGroup });
    });
    const json = JSON.parse(stack.text);
    return issuesWith(proveReachability([json], { fixes: "library", openEgress: true }), "egress-to-anywhere");
  };

  it("is named in an isolated network, and not where the subnets have a way out", () => {
    expect(annotations({}).map(({ path }) => path)).toEqual([
      expect.stringMatching(/^aws_vpc_security_group_egress_rule\.orders_security-group_egress-all_/),
    ]);
    expect(annotations({ subnets: tieredSubnets({ natSubnet: "application" }), natGateways: "one" })).toEqual([]);
  });
});
