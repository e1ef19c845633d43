import { expect, it } from "vitest";
import { dataNames } from "../../../modules/adoption/data-names";

it("names the data source of each address for it", () => {
  expect(dataNames(["module.net.aws_lb.web"])).toEqual(
    new Map([["module.net.aws_lb.web", "adopted_module_net_aws_lb_web"]]),
  );
});

it.each([
  [['aws_lb.a["b.c"]', 'aws_lb.a["b/c"]', 'aws_lb.a["b c"]']],
  [['aws_lb.a["b"]', "aws_lb.a_b", "aws_lb.a_b_", "aws_lb.a_b__2"]],
  [["module.a.aws_lb.b", "module.a_aws_lb.b", "aws_lb.a[0]", "aws_lb.a[1]"]],
])("gives no two of %j the same", (addresses) => {
  const names = [...dataNames(addresses).values()];
  expect(new Set(names).size).toBe(addresses.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z_][\w-]*$/);
});
