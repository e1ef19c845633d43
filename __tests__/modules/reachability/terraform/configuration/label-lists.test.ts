import { describe, expect, it } from "vitest";
import { withoutLabelLists } from "../../../../../modules/reachability/terraform/configuration/label-lists";
import { readTerraform } from "../../../../../modules/reachability/terraform/read-terraform";

describe("labels in JSON", () => {
  it("may stand in lists of objects at each level", () => {
    const json = {
      resource: [
        { aws_vpc: { a: { cidr_block: "10.0.0.0/16" } } },
        { aws_vpc: [{ b: {} }, { c: [{}] }], aws_subnet: { a: {} } },
      ],
      data: { aws_region: [{ here: {} }] },
      provider: [{ aws: { region: "eu-west-1" } }, { aws: [{ alias: "b" }] }],
      variable: [{ x: { default: 1 } }],
    };
    expect(withoutLabelLists(json)).toEqual({
      resource: { aws_vpc: { a: { cidr_block: "10.0.0.0/16" }, b: {}, c: [{}] }, aws_subnet: { a: {} } },
      data: { aws_region: { here: {} } },
      provider: { aws: [{ region: "eu-west-1" }, { alias: "b" }] },
      variable: { x: { default: 1 } },
    });
    const { resources } = readTerraform([json]);
    expect(resources.map(({ address }) => address)).toEqual([
      "aws_vpc.a",
      "aws_vpc.b",
      "aws_vpc.c",
      "aws_subnet.a",
      "data.aws_region.here",
    ]);
  });

  it("leave a configuration as it is that has none", () => {
    const json = { resource: { aws_vpc: { a: [{ tags: [{}] }] } }, provider: { aws: [{}, {}] }, locals: [{}] };
    expect(withoutLabelLists(json)).toBe(json);
  });
});
