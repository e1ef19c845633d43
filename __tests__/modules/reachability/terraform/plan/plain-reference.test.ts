import { describe, expect, it } from "vitest";
import { symbolicJson } from "../../../../../modules/reachability/terraform/expressions/symbolic-text";
import { readPlan } from "../../../../../modules/reachability/terraform/plan/read-plan";

interface Instance {
  readonly key?: string;
}

/** A plan with subnets, an association of one of them, and what the configuration says of the association. */
function planWith(subnets: readonly Instance[], association: Instance, block: Record<string, unknown>) {
  const change = (type: string, { key }: Instance, unknown: Record<string, unknown>) => ({
    address: `${type}.a${key === undefined ? "" : `[${JSON.stringify(key)}]`}`,
    type,
    name: "a",
    ...(key === undefined ? {} : { index: key }),
    change: { actions: ["create"], after: {}, after_unknown: unknown },
  });
  return {
    format_version: "1.2",
    planned_values: {},
    resource_changes: [
      ...subnets.map((subnet) => change("aws_subnet", subnet, { id: true })),
      change("aws_route_table_association", association, { subnet_id: true }),
    ],
    configuration: {
      root_module: {
        resources: [
          { address: "aws_subnet.a", expressions: {} },
          { address: "aws_route_table_association.a", ...block },
        ],
      },
    },
  };
}

function subnetOf(json: ReturnType<typeof planWith>): unknown {
  const association = readPlan(json, "").find(({ type }) => type === "aws_route_table_association");
  const value = association?.argument("subnet_id");
  return value?.kind === "unknown" ? value.because : value && symbolicJson(value);
}

const refersTo = (...references: string[]) => ({ expressions: { subnet_id: { references } } });
const EACH = {
  ...refersTo("each.value.id", "each.value"),
  for_each_expression: { references: ["aws_subnet.a"] },
};
const TWO = [{ key: "x" }, { key: "y" }];

describe("a reference to one attribute", () => {
  it("is that of the only instance", () => {
    expect(subnetOf(planWith([{}], {}, refersTo("aws_subnet.a.id", "aws_subnet.a")))).toBe("${aws_subnet.a.id}");
  });

  it("is not taken for one where there are several instances, or other names", () => {
    const several = subnetOf(planWith(TWO, {}, refersTo("aws_subnet.a.id", "aws_subnet.a")));
    expect(several).toBe('the plan does not tell which of aws_subnet.a["x"], aws_subnet.a["y"] it is');
    const unrelated = subnetOf(planWith([{}], {}, refersTo("aws_subnet.b.id", "aws_subnet.b")));
    expect(unrelated).toBe("the plan does not tell what it is made of");
  });

  it("is that of the instance with the same key, through each.value", () => {
    expect(subnetOf(planWith(TWO, { key: "y" }, EACH))).toBe("${aws_subnet.a['y'].id}");
    expect(subnetOf(planWith(TWO, { key: "z" }, EACH))).not.toBe("${aws_subnet.a['y'].id}");
  });
});
