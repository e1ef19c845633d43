import { describe, expect, it } from "vitest";
import { readTaskKeys } from "../../../../modules/reachability/reading/read-task-keys";
import type { Value } from "../../../../modules/reachability/terraform/expressions/value";

describe("the keys that a task definition says", () => {
  it("are those that are texts, with names for what only an apply knows", () => {
    const key: Value = { kind: "reference", address: "aws_kms_key.main", type: "aws_kms_key", attribute: "arn" };
    const said: Value = {
      kind: "object",
      members: {
        "api.secrets.PASSWORD": key,
        "api.environmentFiles.0": { kind: "literal", value: "alias/orders" },
        "api.image": { kind: "literal", value: 5 },
      },
    };
    expect(readTaskKeys(said)).toEqual({
      "api.secrets.PASSWORD": "${aws_kms_key.main.arn}",
      "api.environmentFiles.0": "alias/orders",
    });
  });

  it("are none where it says nothing, or no keys", () => {
    expect(readTaskKeys(undefined)).toEqual({});
    expect(readTaskKeys({ kind: "literal", value: "alias/orders" })).toEqual({});
  });
});
