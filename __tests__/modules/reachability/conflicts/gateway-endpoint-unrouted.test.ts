import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const S3 = "aws_vpc_endpoint.s3";
const warnings = (fixture: TerraformFixture) => issuesWith(fixture.prove(), "gateway-endpoint-unrouted");

describe("a gateway endpoint in no route table", () => {
  it.each([[[]], [undefined]])("is a warning with route_table_ids = %j", (tables) => {
    expect(warnings(isolatedNetwork().set(S3, { route_table_ids: tables }))).toMatchObject([
      { path: S3, severity: "warning", problem: "aws_vpc_endpoint.s3 is associated with no route table" },
    ]);
  });

  it("is none with a table, an association, or tables that only Terraform knows", () => {
    expect(warnings(isolatedNetwork())).toEqual([]);
    expect(warnings(isolatedNetwork().set(S3, { route_table_ids: "${var.tables}" }))).toEqual([]);
    const associated = isolatedNetwork().set(S3, { route_table_ids: undefined });
    associated.add("aws_vpc_endpoint_route_table_association.s3", {
      ...{ vpc_endpoint_id: "${aws_vpc_endpoint.s3.id}", route_table_id: "${aws_route_table.app.id}" },
    });
    expect(warnings(associated)).toEqual([]);
  });
});
