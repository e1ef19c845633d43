import { describe, expect, it } from "vitest";
import { isolatedNetwork, rule, service, subnet, taskDefinition } from "../support/isolated-network";
import { type Block, dependency, type TerraformFixture } from "../support/terraform-fixture";

const [OUT, IN] = ["aws_vpc_security_group_egress_rule.prices", "aws_vpc_security_group_ingress_rule.prices"];
const TO_PRICES = { port: 8080, securityGroup: "${aws_security_group.prices.id}" };
const onPort = (group: string, peer: Block) => rule(group, { from_port: 8080, to_port: 8080, ...peer });

/** The service "orders" says in a comment what it calls. */
const saying = (calls: Block, network = isolatedNetwork()) =>
  network.set("aws_ecs_task_definition.orders", { "//": { privateFargate: { calls } } });

/** It calls the service "prices", which has a group and subnets of its own, with a rule on each side. */
function shop(calls: Block = { prices: TO_PRICES }): TerraformFixture {
  return saying(calls)
    .add("aws_security_group.prices", { vpc_id: "${aws_vpc.main.id}" })
    .add("aws_subnet.prices", subnet("10.0.3.0/24", "a"))
    .add("aws_ecs_task_definition.prices", taskDefinition())
    .add("aws_ecs_service.prices", {
      ...service(),
      name: "prices",
      task_definition: "${aws_ecs_task_definition.prices.arn}",
      network_configuration: {
        subnets: ["${aws_subnet.prices.id}"],
        security_groups: ["${aws_security_group.prices.id}"],
      },
    })
    .add(OUT, onPort("task", { referenced_security_group_id: "${aws_security_group.prices.id}" }))
    .add(IN, onPort("prices", { referenced_security_group_id: "${aws_security_group.task.id}" }));
}

/** It calls a database, which has a group. */
const database = (group: string) =>
  saying({ database: { port: 5432, securityGroup: group } }).add(
    "aws_vpc_security_group_egress_rule.database",
    rule("task", { from_port: 5432, to_port: 5432, referenced_security_group_id: group }),
  );
const fromTask = (group: string) => ({
  ip_protocol: "tcp",
  from_port: 5432,
  to_port: 5432,
  security_group_id: group,
  referenced_security_group_id: "${aws_security_group.task.id}",
});
const acl = (subnetName: string, ingress: Block[], egress: Block[]) => ({
  vpc_id: "${aws_vpc.main.id}",
  subnet_ids: [`\${aws_subnet.${subnetName}.id}`],
  ingress,
  egress,
});
const everything = { rule_no: 100, action: "allow", protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0" };
const answers = { ...everything, protocol: "tcp", from_port: 1024, to_port: 65_535 };
const web = { ...everything, protocol: "tcp", from_port: 443, to_port: 443 };

const prices = (fixture: TerraformFixture) => {
  const calls = fixture.prove().tasks.find(({ task }) => task === "orders")?.dependencies ?? [];
  const found = calls.find(({ service: name }) => name === "prices:8080");
  if (found === undefined) throw new Error("the call is not proved");
  return found;
};
const db = (fixture: TerraformFixture) => dependency(fixture.prove(), "database:5432");
const found = ({ verdict, issue }: ReturnType<typeof prices>) => `${verdict} ${issue?.code} ${issue?.path}`;

describe("a call to a service of the VPC", () => {
  it("is proved hop by hop", () => {
    const { verdict, hops } = prices(shop());
    expect(verdict).toBe("proved");
    expect(hops.map(({ hop, text }) => `${hop}: ${text}`)).toEqual([
      "called: aws_ecs_service.prices has aws_security_group.prices",
      `task-security-group: ${OUT} lets the call out to aws_ecs_service.prices`,
      "network-acl: the network ACLs let the call and its answer pass",
      "route: the local route leads to it",
      `called-security-group: ${IN} admits the task`,
    ]);
  });

  it("names the hop that is broken", () => {
    expect(found(prices(shop().remove(OUT)))).toBe("broken task-egress-missing aws_security_group.task");
    expect(found(prices(shop().remove(IN)))).toBe("broken call-ingress-missing aws_security_group.prices");
    expect(found(prices(shop().set(IN, { to_port: 8443, from_port: 8443 })))).toContain("call-ingress-missing");
    expect(prices(shop().remove(IN)).issue?.problem).toBe(
      "no ingress rule of aws_security_group.prices, the security group of aws_ecs_service.prices, admits TCP 8080 from aws_security_group.task in aws_subnet.app_a",
    );
    const there = shop().add("aws_network_acl.prices", acl("prices", [web], [everything]));
    expect(found(prices(there))).toBe("broken network-acl-blocks aws_network_acl.prices");
    const back = shop().add("aws_network_acl.app", acl("app_a", [web], [everything]));
    expect(found(prices(back))).toBe("broken network-acl-blocks aws_network_acl.app");
    expect(prices(shop().add("aws_network_acl.app", acl("app_a", [answers], [everything]))).verdict).toBe("proved");
  });

  it("is unknown where a route takes the packets elsewhere", () => {
    const detour = { route_table_id: "${aws_route_table.app.id}", network_interface_id: "eni-0a" };
    const led = shop().add("aws_route.firewall", { ...detour, destination_cidr_block: "10.0.3.0/24" });
    expect(found(prices(led))).toBe("unknown route-detour-unknown aws_route.firewall");
  });

  it.each<[string, Block]>([
    ["its port", { prices: { ...TO_PRICES, port: "${var.port}" } }],
    ["its security group", { prices: { port: 8080 }, other: { port: 8080, securityGroup: "${var.group}" } }],
  ])("is not guessed where only Terraform knows %s", (_, calls) => {
    const proof = shop(calls).prove();
    const orders = proof.tasks.find(({ task }) => task === "orders");
    const asked = orders?.dependencies.filter(({ service: name }) => /prices|other/.test(name)) ?? [];
    expect(asked.map(({ verdict }) => verdict)).toEqual(["unknown"]);
  });
});

describe("a call to a security group", () => {
  const created = "${aws_security_group.db.id}";
  const ours = () => database(created).add("aws_security_group.db", { vpc_id: "${aws_vpc.main.id}" });
  const opened = "aws_vpc_security_group_ingress_rule.db";

  it("is proved where nobody in sight carries it, and the whole VPC lets it pass", () => {
    expect(db(ours().add(opened, fromTask(created))).verdict).toBe("proved");
    const shut = ours()
      .add(opened, fromTask(created))
      .add("aws_network_acl.db", acl("endpoint_a", [web], [everything]));
    expect(found(db(shut))).toContain("unknown network-acl-unknown");
  });

  it("is broken where it admits nobody", () => {
    const { issue, verdict } = db(ours());
    expect(verdict).toBe("broken");
    expect(issue?.problem).toBe(
      "no ingress rule of aws_security_group.db admits TCP 5432 from aws_security_group.task in aws_subnet.app_a",
    );
  });

  it("is unknown where the group is somebody else's, unless a rule in sight opens it", () => {
    const theirs = "sg-0123456789abcdef0";
    expect(found(db(database(theirs)))).toBe(`unknown call-ingress-unknown ${theirs}`);
    expect(db(database(theirs).add(opened, fromTask(theirs))).verdict).toBe("proved");
  });

  it("goes to another VPC by routes, or not at all", () => {
    const apart = database(created)
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .add("aws_security_group.db", { vpc_id: "${aws_vpc.other.id}" })
      .add(opened, fromTask(created));
    expect(db(apart).verdict).not.toBe("proved");
  });
});

describe("a call to addresses or a host", () => {
  const host = (to: Block) => saying({ database: { port: 5432, ...to } });
  const out = "aws_vpc_security_group_egress_rule.database";
  const to = (block: string) => rule("task", { from_port: 5432, to_port: 5432, cidr_ipv4: block });

  it.each<[string, Block, string]>([
    ["a block", { cidr: "10.0.11.0/28" }, "10.0.11.0/24"],
    ["an address", { host: "10.0.11.7" }, "10.0.11.7/32"],
    ["an address in no subnet in sight", { host: "10.0.99.7" }, "10.0.0.0/16"],
    ["a name", { host: "legacy.internal" }, "10.0.0.0/16"],
  ])("needs an egress rule to %s", (_, place, block) => {
    expect(found(db(host(place)))).toBe("broken task-egress-missing aws_security_group.task");
    expect(db(host(place).add(out, to(block))).verdict).toBe("proved");
  });

  it("meets the network ACLs of both subnets", () => {
    const address = () => host({ host: "10.0.11.7" }).add(out, to("10.0.0.0/16"));
    const theirs = address().add("aws_network_acl.theirs", acl("endpoint_a", [web], [everything]));
    expect(found(db(theirs))).toBe("broken network-acl-blocks aws_network_acl.theirs");
    const own = address().add("aws_network_acl.own", acl("app_a", [everything], [web]));
    expect(found(db(own))).toBe("broken network-acl-blocks aws_network_acl.own");
    const unseen = host({ host: "10.0.99.7" }).add(out, to("10.0.0.0/16"));
    expect(found(db(unseen.add("aws_network_acl.own", acl("app_b", [everything], [web]))))).toContain(
      "network-acl-blocks",
    );
  });
});
