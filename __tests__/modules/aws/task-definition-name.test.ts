import { describe, expect, it } from "vitest";
import { familyInName } from "../../../modules/aws/task-definition-name";

describe("the name of a task definition", () => {
  it.each([
    ["orders", "orders"],
    ["orders:7", "orders"],
    ["arn:aws:ecs:eu-west-1:123456789012:task-definition/orders", "orders"],
    ["arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/orders:7", "orders"],
    ["${var.family}-blue:${var.revision}", "${var.family}-blue"],
    ['${local.names["a:b"]}:7', '${local.names["a:b"]}'],
    ["", ""],
  ])("%s has the family %s", (name, family) => {
    expect(familyInName(name)).toBe(family);
  });
});
