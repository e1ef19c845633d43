import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../../support/isolated-network";
import { issuesOf } from "../../support/terraform-fixture";

const DEFINITION = "aws_ecs_task_definition.orders";
const SUBNET = "aws_subnet.app_a";

/** Local values, each of which is made of the one before. */
function grown(make: (previous: string) => unknown, first: unknown, steps: number): Record<string, unknown> {
  const locals: Record<string, unknown> = { l0: first };
  for (let step = 1; step <= steps; step++) locals[`l${step}`] = make(`local.l${step - 1}`);
  return locals;
}

function proofWith(locals: Record<string, unknown>, address: string, change: Record<string, unknown>) {
  const fixture = isolatedNetwork().set(address, change);
  fixture.json["locals"] = locals;
  return fixture.prove();
}

const GROWING: readonly (readonly [string, (previous: string) => unknown, unknown])[] = [
  ["concat", (previous) => `\${concat(${previous}, ${previous})}`, ["a"]],
  ["a template", (previous) => `\${${previous}}\${${previous}}`, "ab"],
  ["a list", (previous) => [`\${${previous}}`, `\${${previous}}`], ["a"]],
  ["an object", (previous) => `\${{a = ${previous}, b = ${previous}}}`, ["a"]],
  ["jsonencode", (previous) => `\${jsonencode([${previous}, ${previous}])}`, '"'],
  ["join", (previous) => `\${join(${previous}, [${previous}, ${previous}])}`, "ab"],
];

describe("a value that doubles forty times", () => {
  it.each(GROWING)(
    "is unknown, and soon: %s",
    (_, make, first) => {
      const locals = grown(make, first, 40);
      expect(proofWith(locals, SUBNET, { count: "${local.l40}" }).verdict).toBe("unknown");
      expect(proofWith(locals, DEFINITION, { container_definitions: "${local.l40}" }).verdict).toBe("unknown");
      expect(proofWith(locals, "aws_vpc.main", { tags: "${local.l40}" }).verdict).toBe("proved");
    },
    30_000,
  );

  it("says in one note that it is too large", () => {
    const locals = grown((previous) => `\${concat(${previous}, ${previous})}`, ["a"], 40);
    const issues = issuesOf(proofWith(locals, SUBNET, { count: "${local.l40}" }));
    expect(issues).toHaveLength(1);
    expect(issues[0]?.why).toContain("the value is too large to be worked out here");
  });

  it("is worked out where it stays small", () => {
    const locals = grown((previous) => `\${concat(${previous}, ${previous})}`, ["${aws_subnet.app_b.id}"], 1);
    const subnets = "${concat([aws_subnet.app_a.id], local.l1)}";
    const service = isolatedNetwork().at("aws_ecs_service.orders")["network_configuration"];
    const change = { network_configuration: { ...Object([service].flat()[0]), subnets } };
    expect(proofWith(locals, "aws_ecs_service.orders", change).verdict).toBe("proved");
  });
});

describe("names that lead on and on", () => {
  const cidr = (steps: number) =>
    proofWith(
      grown((previous) => `\${${previous}}`, "10.0.32.0/20", steps),
      "aws_vpc.main",
      {
        enable_dns_hostnames: `\${local.l${steps} == "x"}`,
        cidr_block: `\${local.l${steps}}`,
      },
    );

  it("are not followed for ever", () => {
    expect(cidr(9000).verdict).toBe("unknown");
  });

  it("are unknown where the count of a resource leads to itself", () => {
    const proof = proofWith({}, SUBNET, { count: "${aws_subnet.app_a[0].x}" });
    expect(proof.verdict).toBe("unknown");
  });

  it("are each its own where route tables adopt each other", () => {
    const adopts = (other: string) => ({ default_route_table_id: `\${aws_default_route_table.${other}.id}` });
    const fixture = isolatedNetwork()
      .add("aws_default_route_table.a", adopts("b"))
      .add("aws_default_route_table.b", adopts("a"));
    for (let step = 0; step < 500; step++) fixture.add(`aws_default_route_table.t${step}`, adopts(`t${step + 1}`));
    expect(["proved", "unknown"]).toContain(fixture.prove().verdict);
  });
});

describe("an expression that nobody writes", () => {
  it.each([
    ["lists in each other", `\${${"[".repeat(9000)}${"]".repeat(9000)}}`],
    ["calls in each other", `\${${"f(".repeat(9000)}${")".repeat(9000)}}`],
    ["templates in each other", `${'${"'.repeat(9000)}${'"}'.repeat(9000)}`],
    ["expressions that do not end", "${".repeat(300_000)],
    ["a quoted text that does not end", `\${"${"a\\n".repeat(500_000)}}`],
    ["a long quoted text", `\${"${"a".repeat(2_000_000)}"}`],
    ["steps without end", `\${a.b.c${".d".repeat(50_000)}}`],
    ["names of every object", "${aws_ecr_repository.r.constructor}${aws_ecr_repository.r.__proto__}"],
  ])("is unknown, and no error: %s", (_, expression) => {
    const fixture = isolatedNetwork().add("aws_ecr_repository.r", { name: "r" }).add("constructor.x", {});
    expect(fixture.set(DEFINITION, { container_definitions: expression }).prove().verdict).toBe("unknown");
  });
});
