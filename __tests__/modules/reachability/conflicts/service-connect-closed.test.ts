import { describe, expect, it } from "vitest";
import { container, isolatedNetwork, rule, service, taskDefinition } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const CODE = "service-connect-closed";
const CONNECT = { enabled: true, namespace: "shop" };
const OFFER = { port_name: "http", client_alias: [{ port: 80 }] };
const IN = "aws_vpc_security_group_ingress_rule.api";
const OUT = "aws_vpc_security_group_egress_rule.web";

/** The service "orders" offers its port 8080 in a namespace, of which "web" is a client with a group of its own. */
function shop(offer: Block = OFFER, namespace = "shop"): TerraformFixture {
  return isolatedNetwork()
    .add(
      "aws_ecs_task_definition.orders",
      taskDefinition([container({ portMappings: [{ name: "http", containerPort: 8080 }] })]),
    )
    .set("aws_ecs_service.orders", { service_connect_configuration: [{ ...CONNECT, service: [offer] }] })
    .add("aws_security_group.web", { vpc_id: "${aws_vpc.main.id}" })
    .add("aws_ecs_service.web", {
      ...service(),
      name: "web",
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
        security_groups: ["${aws_security_group.web.id}"],
      },
      service_connect_configuration: [{ ...CONNECT, namespace }],
    })
    .add("aws_vpc_security_group_egress_rule.web_endpoint", toEndpoint("web"));
}

const toEndpoint = (group: string) =>
  rule(group, { referenced_security_group_id: "${aws_security_group.endpoint.id}" });
const onPort = (group: string, peer: Block) => rule(group, { from_port: 8080, to_port: 8080, ...peer });
const fromWeb = () => onPort("task", { referenced_security_group_id: "${aws_security_group.web.id}" });
const toApi = () => onPort("web", { referenced_security_group_id: "${aws_security_group.task.id}" });

const found = (fixture: TerraformFixture) =>
  issuesWith(fixture.prove(), CODE).map(({ severity = "error", path }) => `${severity} ${path}`);

describe("services of one namespace of Service Connect", () => {
  it("are closed to each other where no rule opens them", () => {
    expect(found(shop())).toEqual(["error aws_security_group.task", "error aws_security_group.web"]);
    expect(issuesWith(shop().prove(), CODE)[0]).toMatchObject({
      problem:
        'aws_ecs_service.orders offers its port "http" by Service Connect, and no ingress rule of aws_security_group.task lets TCP 8080 in',
      fix: "add an ingress rule for TCP 8080 with the security groups of its clients to aws_security_group.task",
    });
  });

  it("are open with a rule on each side", () => {
    const halves = shop().add(IN, fromWeb());
    expect(found(halves)).toEqual(["error aws_security_group.web"]);
    expect(found(halves.add(OUT, toApi()))).toEqual([]);
  });

  it.each<[string, Block]>([
    ["a variable", { cidr_ipv4: "${var.office}" }],
    ["a group of another Terraform", { referenced_security_group_id: "sg-0123456789abcdef0" }],
    ["every port", { ip_protocol: "-1", cidr_ipv4: "10.0.0.0/16" }],
  ])("may be open by a rule for %s", (_, peer) => {
    expect(found(shop().add(IN, onPort("task", peer)).add(OUT, onPort("web", peer)))).toEqual([]);
  });

  it("take connections at the port that replaces the container's", () => {
    const override = shop({ ...OFFER, ingress_port_override: 15_000 })
      .add(IN, fromWeb())
      .add(OUT, toApi());
    expect(found(override)).toEqual(["error aws_security_group.task"]);
    expect(found(override.set(IN, { from_port: 15_000, to_port: 15_000 }))).toEqual([]);
  });

  it.each<[string, Block]>([
    ["port", { port_name: "${var.port}" }],
    ["override", { ...OFFER, ingress_port_override: "${var.port}" }],
  ])("are left alone where only Terraform knows the %s", (_, offer) => {
    expect(found(shop(offer).add(OUT, toApi()))).toEqual([]);
  });

  it("do not count where the namespace is another", () => {
    const apart = shop(OFFER, "tools");
    expect(found(apart)).toEqual(["warning aws_security_group.task"]);
    expect(found(apart.add(IN, fromWeb()))).toEqual([]);
  });
});
