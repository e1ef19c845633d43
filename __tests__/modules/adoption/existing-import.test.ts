import { describe, expect, it } from "vitest";
import { existingImports } from "../../../modules/adoption/existing-import";
import type { ResourceOfPlan } from "../../../modules/adoption/resources-of-plan";
import type { JsonObject } from "../../../modules/values/is-json-value";

const resource = (address: string, values: JsonObject, by: Readonly<Record<string, string>> = {}): ResourceOfPlan => ({
  address,
  type: address.replace(/\..*/, ""),
  values,
  unknown: new Set(Object.keys(by)),
  references: new Map(Object.entries(by).map(([name, other]) => [name, { address: other, attribute: "id" }])),
});
const blocks = (...resources: readonly ResourceOfPlan[]) => existingImports(resources, new Map());
const VPC = resource("aws_vpc.main", { cidr_block: "10.0.0.0/16", tags: { Name: "orders" } });
const SUBNET = resource("aws_subnet.a", { cidr_block: "10.0.1.0/24" }, { vpc_id: "aws_vpc.main" });

describe("what exists", () => {
  it("is imported by its name", () => {
    expect(blocks(resource("aws_iam_role.task", { name: "orders-task" }))).toEqual(
      new Map([["aws_iam_role.task", ['import {\n  to = aws_iam_role.task\n  id = "orders-task"\n}']]]),
    );
  });

  it("is imported by the id that a data source finds", () => {
    expect(
      blocks(resource("aws_secretsmanager_secret.db", { name: "db" })).get("aws_secretsmanager_secret.db"),
    ).toEqual([
      'data "aws_secretsmanager_secret" "adopted_aws_secretsmanager_secret_db" {\n  name = "db"\n}',
      "import {\n  to = aws_secretsmanager_secret.db\n  id = data.aws_secretsmanager_secret.adopted_aws_secretsmanager_secret_db.arn\n}",
    ]);
  });

  it("is a VPC with the block and the tag Name, and nothing where it has no tag Name", () => {
    const [data] = blocks(VPC).get("aws_vpc.main") ?? [];
    expect(data).toContain('  cidr_block = "10.0.0.0/16"\n  tags = { Name = "orders" }\n');
    expect(blocks(resource("aws_vpc.main", { cidr_block: "10.0.0.0/16" })).size).toBe(0);
  });

  it("is found in a VPC that exists as well, in whichever order they are", () => {
    const [data] = blocks(SUBNET, VPC).get("aws_subnet.a") ?? [];
    expect(data).toContain("  vpc_id = data.aws_vpc.adopted_aws_vpc_main.id\n");
    const table = resource("aws_route_table.a", { tags: { Name: "a" } }, { vpc_id: "aws_vpc.main" });
    expect([...blocks(table, VPC, SUBNET).keys()].sort()).toEqual([
      "aws_route_table.a",
      "aws_subnet.a",
      "aws_vpc.main",
    ]);
  });

  it("is not found in a VPC of which nothing is known, by a name that an apply makes, or of another type", () => {
    expect(blocks(SUBNET).size).toBe(0);
    expect(blocks(resource("aws_ecs_cluster.a", {}, { name: "random_id.a" })).size).toBe(0);
    expect(blocks(resource("aws_nat_gateway.a", { subnet_id: "subnet-1" })).size).toBe(0);
  });

  it("is looked for with its own provider, and not where only its module has that", () => {
    const by = (key: string) => ({
      ...resource("aws_secretsmanager_secret.db", { name: "db" }),
      provider: { key, place: { region: undefined, account: undefined }, otherRegions: new Set<string>() },
    });
    const [data, imported] = blocks(by("aws.far")).get("aws_secretsmanager_secret.db") ?? [];
    expect(data).toContain('_db" {\n  provider = aws.far\n  name = "db"\n}');
    // Terraform takes no provider in the import of a resource that has one.
    expect(imported).not.toContain("provider");
    expect(blocks(by("module.database:aws")).size).toBe(0);
  });
});
