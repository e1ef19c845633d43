import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../../modules/reachability/prove-reachability";
import { readTerraform } from "../../../../../modules/reachability/terraform/read-terraform";
import { readNetworkSnapshot } from "../../../../../modules/snapshot/read-network-snapshot";
import { type Block, onlyTask, TerraformFixture } from "../../support/terraform-fixture";

const sample = (name: string) => readFileSync(join(__dirname, "../../../../../docs/samples", name), "utf8");
const network = readNetworkSnapshot(JSON.parse(sample("network.json")));
/** The same VPC in another Region, with ids of its own. */
const elsewhere = readNetworkSnapshot(
  JSON.parse(
    sample("network.json")
      .replaceAll("eu-west-1", "us-east-1")
      .replaceAll(/\b(vpc|subnet|rtb|sg|sgr|acl|vpce|pl)-0/g, "$1-f"),
  ),
);
const VPC = "vpc-0123456789abcdef0";
const PRIVATE = { name: "vpc-id", values: [VPC] };

/** The sample's service, which looks its subnets up. */
function service(data: Readonly<Record<string, Record<string, Block>>>, subnets: unknown): TerraformFixture {
  const fixture = new TerraformFixture({ ...JSON.parse(sample("service.tf.json")), data });
  const { network_configuration: before } = fixture.at("aws_ecs_service.orders");
  return fixture.set("aws_ecs_service.orders", { network_configuration: { ...Object(before), subnets } });
}

const prove = (fixture: TerraformFixture, networks = [network]) => proveReachability([fixture.json], { networks });
const verdict = (fixture: TerraformFixture, networks = [network]) => onlyTask(prove(fixture, networks)).verdict;
const lookingUp = (block: Block) => service({ aws_subnets: { own: block } }, "${data.aws_subnets.own.ids}");
describe("subnets that are looked up in a VPC of which there is a snapshot", () => {
  it.each([
    { filter: [PRIVATE, { name: "tag:Name", values: ["private-*"] }] },
    { filter: [PRIVATE, { name: "tag:Name", values: ["private-a", "private-b"] }] },
    { filter: PRIVATE, tags: { Name: "private-?" } },
    { filter: [PRIVATE, { name: "cidr-block", values: ["172.20.1.0/24", "172.20.2.0/24"] }] },
    { filter: [PRIVATE, { name: "subnet-id", values: ["subnet-0a000000000000010"] }] },
    { filter: [PRIVATE, { name: "availability-zone-id", values: ["euw1-az1"] }] },
    {
      filter: [
        PRIVATE,
        { name: "availability-zone", values: ["eu-west-1b"] },
        { name: "state", values: ["available"] },
      ],
    },
  ])("are those of the filters: %j", (block) => {
    expect(verdict(lookingUp(block))).toBe("proved");
  });

  it("are all where nothing else is asked, also a public one, from which a task without a public address does not get out", () => {
    const { dependencies } = onlyTask(prove(lookingUp({ filter: [PRIVATE] })));
    expect(dependencies.map(({ verdict: ofCall }) => ofCall)).toContain("broken");
  });

  it.each([
    { why: "no VPC is named", block: { tags: { Name: "private-*" } } },
    { why: "the VPC is another one", block: { filter: [{ name: "vpc-id", values: ["vpc-0fedcba9876543210"] }] } },
    {
      why: "a second VPC is another one",
      block: { filter: [{ name: "vpc-id", values: [VPC, "vpc-0fedcba987654321"] }] },
    },
    { why: "nobody has read that tag", block: { filter: [PRIVATE], tags: { Tier: "private" } } },
    {
      why: "nobody has read that property",
      block: { filter: [PRIVATE, { name: "map-public-ip-on-launch", values: ["false"] }] },
    },
    { why: "a value is not known", block: { filter: [PRIVATE, { name: "tag:Name", values: ["${var.name}"] }] } },
    { why: "values are not known", block: { filter: [PRIVATE, { name: "tag:Name", values: "${var.names}" }] } },
    { why: "tags are not known", block: { filter: [PRIVATE], tags: "${var.tags}" } },
    { why: "it waits for something", block: { filter: [PRIVATE], depends_on: ["aws_security_group.task"] } },
    { why: "none is found", block: { filter: [PRIVATE, { name: "tag:Name", values: ["nothing"] }] } },
    { why: "the provider is in another Region", block: { filter: [PRIVATE], provider: "aws.other" } },
  ])("are not known where $why", ({ block }) => {
    const fixture = lookingUp(block);
    fixture.json["provider"] = { aws: [{ region: "eu-west-1" }, { alias: "other", region: "us-east-1" }] };
    expect(verdict(fixture)).toBe("unknown");
    expect(onlyTask(prove(fixture)).issues).toMatchObject([{ code: "task-network-unknown" }]);
  });

  it("have no order: which of them is the first, nobody knows", () => {
    const data = { aws_subnets: { own: { filter: [PRIVATE, { name: "tag:Name", values: ["private-*"] }] } } };
    expect(verdict(service(data, ["${data.aws_subnets.own.ids[0]}"]))).toBe("unknown");
    expect(verdict(service(data, "${toset(data.aws_subnets.own.ids)}"))).toBe("proved");
  });

  it("are not known without a snapshot", () => {
    expect(verdict(lookingUp({ filter: [PRIVATE] }), [])).toBe("unknown");
  });
});

describe("one thing that is looked up", () => {
  const vpcOf = (block: Block, networks = [network]) => {
    const data = {
      aws_vpc: { own: block },
      aws_subnets: {
        own: {
          filter: [
            { name: "vpc-id", values: ["${data.aws_vpc.own.id}"] },
            { name: "tag:Name", values: ["private-*"] },
          ],
        },
      },
    };
    return verdict(service(data, "${data.aws_subnets.own.ids}"), networks);
  };

  it.each([
    { id: VPC },
    { tags: { Name: "legacy" } },
    { filter: { name: "tag:Name", values: ["leg*"] } },
    { cidr_block: "172.20.0.0/16" },
    { filter: [{ name: "cidr-block-association.cidr-block", values: ["172.20.0.0/16"] }], state: "available" },
  ])("is a VPC: %j", (block) => {
    expect(vpcOf(block)).toBe("proved");
    expect(vpcOf(block, [network, elsewhere])).toBe("proved");
  });

  it.each([{ default: true }, { tags: { Name: "other" } }, { tags: { Env: "prod" } }, {}, { state: "${var.state}" }])(
    "is no VPC that is known: %j",
    (block) => {
      expect(vpcOf(block)).toBe("unknown");
    },
  );

  it("is not known where two snapshots have it, or where the provider may be of another account", () => {
    const twin = readNetworkSnapshot(JSON.parse(sample("network.json").replaceAll(VPC, "vpc-0fedcba9876543210")));
    expect(vpcOf({ tags: { Name: "legacy" } }, [network, twin])).toBe("unknown");
    expect(vpcOf({ tags: { Name: "legacy" }, provider: "aws.other" })).toBe("unknown");
    expect(vpcOf({ id: VPC, provider: "aws.other" })).toBe("proved");
  });

  it("is a subnet", () => {
    const subnet = (block: Block) => verdict(service({ aws_subnet: { own: block } }, ["${data.aws_subnet.own.id}"]));
    expect(subnet({ vpc_id: VPC, availability_zone: "eu-west-1b" })).toBe("proved");
    expect(subnet({ tags: { Name: "private-a" } })).toBe("proved");
    expect(subnet({ cidr_block: "172.20.2.0/24" })).toBe("proved");
    // Two are in the zone, which Terraform refuses.
    expect(subnet({ vpc_id: VPC, availability_zone: "eu-west-1a" })).toBe("unknown");
  });

  it("is a security group, and the block of a VPC in a rule", () => {
    const data = { aws_security_group: { own: { name: "endpoints", vpc_id: VPC } }, aws_vpc: { own: { id: VPC } } };
    const fixture = (peer: Block) =>
      service(data, ["subnet-0a000000000000010"]).set("aws_vpc_security_group_egress_rule.endpoints", {
        referenced_security_group_id: undefined,
        ...peer,
      });
    expect(verdict(fixture({ referenced_security_group_id: "${data.aws_security_group.own.id}" }))).toBe("proved");
    expect(verdict(fixture({ cidr_ipv4: "${data.aws_vpc.own.cidr_block}" }))).toBe("proved");
    expect(verdict(fixture({ cidr_ipv4: "${data.aws_vpc.own.arn}" }))).toBe("unknown");
  });

  it.each([
    { block: { subnet_id: "subnet-0a000000000000010" }, id: "rtb-0a000000000000010" },
    { block: { subnet_id: "subnet-0c000000000000030" }, id: "rtb-0b000000000000020" },
    { block: { vpc_id: VPC, tags: { Name: "private" } }, id: "rtb-0a000000000000010" },
    { block: { filter: [PRIVATE, { name: "association.main", values: ["true"] }] }, id: "rtb-0c000000000000030" },
    { block: { vpc_id: VPC }, id: undefined },
  ])("is a route table: $block", ({ block, id }) => {
    const fixture = service({ aws_route_table: { own: block } }, []);
    const { resources } = readTerraform([fixture.json], new Map(), [network]);
    const found = resources.find(({ address }) => address === "data.aws_route_table.own");
    const reference = { kind: "reference", address: "data.aws_route_table.own", attribute: "id" };
    expect(found?.attribute("id")).toMatchObject(id === undefined ? reference : { kind: "literal", value: id });
  });

  it.each([
    { type: "aws_route_tables", block: { vpc_id: VPC }, ids: 3 },
    { type: "aws_security_groups", block: { filter: [PRIVATE] }, ids: 2 },
  ])("may be one of several: $type", ({ type, block, ids }) => {
    const fixture = service({ [type]: { own: block } }, []);
    const { resources } = readTerraform([fixture.json], new Map(), [network]);
    const found = resources.find(({ address }) => address === `data.${type}.own`)?.attribute("ids");
    expect(found?.kind === "list" ? found.items : []).toHaveLength(ids);
  });
});
