import { describe, expect, it } from "vitest";
import { proveReachability } from "../../modules";
import { createStacks } from "../../stacks";
import { synthApp } from "../support/synth";

const KEY = "arn:aws:kms:ap-northeast-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000";

/** The arguments that hold the key, of each resource by its type. */
function keysOf(name: string, settings: Readonly<Record<string, unknown>>) {
  const stack = synthApp(createStacks, { stacks: [name], [name]: settings }).get(name);
  if (stack === undefined) throw new Error("no stack");
  const types = ["aws_ecr_repository", "aws_ssm_parameter", "aws_secretsmanager_secret", "aws_cloudwatch_log_group"];
  const found = types.flatMap((type) =>
    stack.all(type).map(({ attributes }) => {
      const { kms_key_id, key_id, encryption_configuration } = attributes;
      return [type, kms_key_id ?? key_id ?? encryption_configuration] as const;
    }),
  );
  const rights = stack.all("aws_iam_role_policy").flatMap(({ attributes }) => {
    const text = String(attributes["policy"]);
    return Array.from(text.matchAll(/"Sid":"(\w+)","Effect":"Allow","Action":\["kms:Decrypt"\]/g), ([, sid]) => sid);
  });
  return { found, rights, text: stack.text, json: stack.json };
}

const OF_REPOSITORY = [{ encryption_type: "KMS", kms_key: KEY }];

describe("a sample with a key of one's own", () => {
  it.each([
    ["single-subnet", 4, ["ParameterStoreKey", "SecretsManagerKey"]],
    ["isolated-service", 4, ["ParameterStoreKey", "SecretsManagerKey", "ExecuteCommandKey"]],
    ["dedicated-endpoint-subnets", 2, []],
    ["hub-and-spoke", 2, []],
    ["ecr-instance", 1, []],
  ])("%s has it for each of its things, and the rights to use it, and is proved", (name, count, expected) => {
    const { found, rights, json } = keysOf(name, { kmsKeyArn: KEY });
    expect(found).toHaveLength(count);
    for (const [type, key] of found) expect(key).toEqual(type === "aws_ecr_repository" ? OF_REPOSITORY : KEY);
    expect(rights.sort()).toEqual([...expected].sort());
    expect(proveReachability([json]).verdict).toBe("proved");
  });

  it("without one leaves all to keys of AWS's", () => {
    for (const name of ["single-subnet", "isolated-service", "hub-and-spoke"]) {
      expect(keysOf(name, {}).text).not.toContain("kms");
    }
  });
});

it("the sessions of ECS Exec reach KMS by an endpoint of its own", () => {
  const endpoints = (settings: Readonly<Record<string, unknown>>) =>
    (keysOf("isolated-service", settings).text.match(/com\.amazonaws\.ap-northeast-1\.kms/g) ?? []).length;
  expect([endpoints({ kmsKeyArn: KEY }), endpoints({})]).toEqual([1, 0]);
});
