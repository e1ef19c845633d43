import { describe, expect, it } from "vitest";
import { container, interfaceEndpoint, isolatedNetwork, policy, taskDefinition } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const KEY = "aws_kms_key.own";
const ROLE = "aws_iam_role.execution";
const ARN = "${aws_kms_key.own.arn}";
const ROLE_ARN = "${aws_iam_role.execution.arn}";
const ACCOUNT = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root";

const allow = (Action: unknown, Resource: unknown = "*", more: Block = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const toAccount = allow("kms:*", "*", { Principal: { AWS: ACCOUNT } });
const toRole = allow("kms:Decrypt", "*", { Principal: { AWS: ROLE_ARN } });
const ALL_BUT_KEYS = allow(["ecr:*", "logs:*", "secretsmanager:*", "ssm:*"]);

/** A secret that is encrypted with a key, and a role with statements. */
function withKey(key: Block, ...statements: readonly Block[]): TerraformFixture {
  const secrets = [{ name: "DB", valueFrom: "${aws_secretsmanager_secret.db.arn}:password::" }];
  return isolatedNetwork()
    .add("data.aws_caller_identity.current", {})
    .set("aws_ecs_task_definition.orders", taskDefinition([container({ secrets })]))
    .add("aws_secretsmanager_secret.db", { name: "db", kms_key_id: ARN })
    .add("aws_vpc_endpoint.secrets", interfaceEndpoint("secretsmanager"))
    .add(KEY, key)
    .set("aws_iam_role_policy.execution", { policy: policy(ALL_BUT_KEYS, ...statements) });
}

const missing = (fixture: TerraformFixture) =>
  issuesWith(fixture.prove(), "permission-missing").map(({ path, problem }) => `${path}: ${problem}`);
const notes = (fixture: TerraformFixture) => issuesWith(fixture.prove(), "permissions-not-proved");
const proved = (fixture: TerraformFixture) =>
  fixture.prove().verdict === "proved" && missing(fixture).length + notes(fixture).length === 0;

describe("the key of a secret", () => {
  it("is left to the role where it has no policy of its own", () => {
    expect(proved(withKey({}, allow("kms:Decrypt", ARN)))).toBe(true);
    expect(missing(withKey({}))).toEqual([
      `${ROLE}: no statement of ${ROLE} allows kms:Decrypt on ${ARN}, which the task "orders" asks`,
    ]);
    expect(missing(withKey({}, allow("kms:Decrypt", "arn:aws:kms:eu-west-1:123456789012:key/other")))).toEqual([]);
  });

  it("is allowed to the role by its policy, or to the account, and then by the role", () => {
    expect(proved(withKey({ policy: policy(toAccount) }, allow("kms:Decrypt", ARN)))).toBe(true);
    expect(proved(withKey({ policy: policy(toAccount, toRole) }))).toBe(true);
    expect(proved(withKey({ policy: policy(toRole) }))).toBe(true);
    const [problem] = missing(withKey({ policy: policy(toAccount) }));
    expect(problem).toContain(`no statement of ${ROLE} allows kms:Decrypt on ${ARN}`);
  });

  it("is refused by a policy that allows it to others only, whatever the role allows", () => {
    const others = policy(allow("kms:*", "*", { Principal: { AWS: "arn:aws:iam::123456789012:role/admin" } }));
    const split = withKey({}, allow("kms:*")).add("aws_kms_key_policy.own", { key_id: "${aws_kms_key.own.id}" });
    const fixture = split.set("aws_kms_key_policy.own", { policy: others });
    expect(missing(fixture)).toEqual([
      `aws_kms_key_policy.own: no statement of aws_kms_key_policy.own allows kms:Decrypt on ${ARN} to ${ROLE}, which the task "orders" asks`,
    ]);
    const denied = policy(toAccount, { ...toRole, Effect: "Deny", Sid: "No" });
    expect(missing(withKey({ policy: denied }, allow("kms:*")))[0]).toContain(`"No" of ${KEY} denies kms:Decrypt`);
  });

  it.each<[string, string, boolean]>([
    ["Secrets Manager", "secretsmanager.eu-west-1.amazonaws.com", true],
    ["another service", "s3.eu-west-1.amazonaws.com", false],
  ])("may be limited to what comes by %s", (_service, host, works) => {
    const condition = { Condition: { StringEquals: { "kms:ViaService": host } } };
    expect(proved(withKey({ policy: policy(toAccount) }, allow("kms:Decrypt", ARN, condition)))).toBe(works);
    expect(missing(withKey({}, allow("kms:Decrypt", ARN, condition)))).toHaveLength(works ? 0 : 1);
  });

  it.each<[string, TerraformFixture]>([
    ["a grant may allow it", withKey({}).add("aws_kms_grant.own", { key_id: "${aws_kms_key.own.key_id}" })],
    ["the policy is a variable", withKey({ policy: "${var.policy}" }, allow("kms:*"))],
    [
      "a condition of it is not understood",
      withKey(
        { policy: policy({ ...toAccount, Condition: { Null: { "kms:GrantOperations": "true" } } }) },
        allow("kms:*"),
      ),
    ],
    [
      "the key is from elsewhere",
      withKey({}).set("aws_secretsmanager_secret.db", {
        kms_key_id: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      }),
    ],
  ])("is left open where %s", (_why, fixture) => {
    expect(missing(fixture)).toEqual([]);
    expect(notes(fixture)).toHaveLength(1);
    expect(fixture.prove().verdict).toBe("proved");
  });

  it("is one of AWS's where the secret names none, or that one", () => {
    for (const key of [undefined, "alias/aws/secretsmanager"]) {
      expect(proved(withKey({}).set("aws_secretsmanager_secret.db", { kms_key_id: key }))).toBe(true);
    }
  });
});

describe("the key of a parameter", () => {
  const withParameter = (more: Block) => {
    const secrets = [{ name: "DB", valueFrom: "${aws_ssm_parameter.db.arn}" }];
    return withKey({})
      .set("aws_ecs_task_definition.orders", taskDefinition([container({ secrets })]))
      .add("aws_vpc_endpoint.ssm", interfaceEndpoint("ssm"))
      .add("aws_ssm_parameter.db", { name: "/orders/db", type: "SecureString", key_id: ARN, ...more });
  };

  it("needs the right of the role", () => {
    expect(missing(withParameter({}))[0]).toContain(`no statement of ${ROLE} allows kms:Decrypt on ${ARN}`);
  });

  it("is none where the parameter is no SecureString or has AWS's key", () => {
    expect(proved(withParameter({ type: "String" }))).toBe(true);
    expect(proved(withParameter({ key_id: undefined }))).toBe(true);
    expect(proved(withParameter({ key_id: "alias/aws/ssm" }))).toBe(true);
  });
});
