import { describe, expect, it } from "vitest";
import type { NamedThing } from "../../../modules/aws/name-rules";
import { FARGATE_SERVICE } from "../../../modules/fargate/fargate-service-shape";
import { checkShape } from "../../../modules/shapes/check-shape";
import { awsName, VPC_ID } from "../../../modules/shapes/name-shape";

const codes = (name: unknown, thing: NamedThing) =>
  [...checkShape(name, awsName(thing, "orders"), "name")].map(({ code }) => code);

describe("names", () => {
  it.each<[thing: NamedThing, name: string]>([
    ["service", "a".repeat(255)],
    ["cluster", "shop_1-a"],
    ["security-group", "a b/c (d) #1 [x]=&;{}!$*"],
    ["role", "a".repeat(64)],
    ["role", "orders+task=a,b.c@d-e_f"],
    ["log-group", "/aws/ecs/orders#1.x_y"],
    ["log-group", "a".repeat(512)],
    ["target-group", "a".repeat(32)],
    ["service", "shop-${var.stage}"],
    ["target-group", "${TfToken[TOKEN.7]}-and-what-is-longer-than-32"],
  ])("of a %s may be %s", (thing, name) => {
    expect(codes(name, thing)).toEqual([]);
  });

  it.each<[thing: NamedThing, name: string]>([
    ["service", "a".repeat(256)],
    ["service", "orders api"],
    ["cluster", "shop/web"],
    ["cluster", ""],
    ["security-group", "sg-orders"],
    ["security-group", "bestellungen-ü"],
    ["role", "a".repeat(65)],
    ["role", "services/orders"],
    ["log-group", "a".repeat(513)],
    ["log-group", "orders logs"],
    ["target-group", "a".repeat(33)],
    ["target-group", "orders-"],
    ["target-group", "orders_api"],
  ])("of a %s are not %s", (thing, name) => {
    expect(codes(name, thing)).toEqual(["name-invalid"]);
  });

  it("say how long a long one is, and what to write", () => {
    expect([...checkShape("a".repeat(65), awsName("role", "orders-task"), "taskRole.name")]).toMatchObject([
      {
        problem: `"${"a".repeat(40)}…", 65 characters, is not the name of a role`,
        fix: expect.stringContaining("orders-task"),
      },
    ]);
  });

  it.each([
    ["name", "orders api"],
    ["cluster.name", "shop web"],
    ["logGroup.name", "orders logs"],
    ["securityGroup.name", "sg-orders"],
    ["taskRole.name", "a/b"],
    ["executionRole.name", "a/b"],
  ])("of a service are judged where they are written: %s", (path, value) => {
    const [first = "", second] = path.split(".");
    const props = { [first]: second === undefined ? value : { [second]: value } };
    const issues = [...checkShape(props, FARGATE_SERVICE)].filter(({ code }) => code !== "property-missing");
    expect(issues).toMatchObject([{ code: "name-invalid", path }]);
  });
});

describe("the id of a VPC", () => {
  it.each(["vpc-0123456789abcdef0", "vpc-1a2b3c4d", "${aws_vpc.main.id}"])("may be %s", (id) => {
    expect([...checkShape(id, VPC_ID, "vpcId")]).toEqual([]);
  });

  it.each(["vpc", "subnet-0a", "", "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0a"])("is not %s", (id) => {
    expect([...checkShape(id, VPC_ID, "vpcId")]).toMatchObject([{ code: "vpc-id-malformed", path: "vpcId" }]);
  });
});
