import { describe, expect, it } from "vitest";
import { policy, withTaskRole } from "../support/isolated-network";
import { efsVolume, withFileSystem } from "../support/mounted-network";
import { type Block, dependency, hop, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const POLICY = "aws_efs_file_system_policy.data";
const VIA_TARGET = { Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } } };
const UNENCRYPTED = { Condition: { Bool: { "aws:SecureTransport": "false" } } };

const statement = (Principal: unknown, more: Block = {}) => ({
  Effect: "Allow",
  Principal,
  Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
  Resource: "${aws_efs_file_system.data.arn}",
  ...more,
});

/** A task that mounts without its role, which a policy of its own would allow everything. */
function mounted(statements: readonly Block[], volume: Block = {}): TerraformFixture {
  return withTaskRole(withFileSystem())
    .set("aws_ecs_task_definition.orders", { volume: efsVolume(volume) })
    .set("aws_iam_role_policy.task", { policy: policy({ Effect: "Allow", Action: "*", Resource: "*" }) })
    .add(POLICY, { file_system_id: "${aws_efs_file_system.data.id}", policy: policy(...statements) });
}

const efs = (fixture: TerraformFixture) => dependency(fixture.prove(), "efs");
const ALL = statement({ AWS: "*" });
const ENCRYPTED = { transit_encryption: "ENABLED" };
const BY_THE_CONSOLE = { ...statement({ AWS: "*" }, VIA_TARGET), Resource: undefined };

describe("a mount without IAM authorization", () => {
  it.each<[string, Block[]]>([
    ["allows it to everybody", [ALL]],
    ["allows it to everybody, written as a star", [statement("*", { Action: "*", Resource: "*" })]],
    ["is the one that the console of EFS proposes", [BY_THE_CONSOLE]],
    [
      "denies it to another role only",
      [ALL, statement({ AWS: "arn:aws:iam::123456789012:role/a" }, { Effect: "Deny" })],
    ],
  ])("is proved where the policy of the file system %s", (_what, statements) => {
    const proof = mounted(statements).prove();
    expect(hop(proof, "efs", "permissions")).toBe(
      `proved: ${POLICY} allows elasticfilesystem:ClientMount to everybody`,
    );
  });

  it.each<[string, Block[]]>([
    ["allows it to the task role", [statement({ AWS: "${aws_iam_role.task.arn}" })]],
    ["allows it to the account", [statement({ AWS: "arn:aws:iam::123456789012:root" })]],
    ["allows it to a service", [statement({ Service: "backup.amazonaws.com" })]],
    ["allows everybody to write only", [statement({ AWS: "*" }, { Action: "elasticfilesystem:ClientWrite" })]],
    [
      "allows it to those who come by no mount target",
      [statement({ AWS: "*" }, { Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" } } })],
    ],
    [
      "denies it to all but a role",
      [ALL, { ...statement(undefined, { Effect: "Deny" }), NotPrincipal: { AWS: "arn:aws:iam::123456789012:role/a" } }],
    ],
    [
      "has a statement about unencrypted traffic alone",
      [statement("*", { Effect: "Deny", Action: "*", ...UNENCRYPTED })],
    ],
  ])("is refused where the policy %s", (_what, statements) => {
    const { verdict, issue } = efs(mounted(statements, ENCRYPTED));
    expect(verdict).toBe("broken");
    expect(issue).toMatchObject({ code: "permission-missing", path: POLICY });
    expect(issue?.problem).toContain("mounts it without IAM authorization");
    expect(issue?.fix).toContain('authorization_config { iam = "ENABLED" }');
  });

  it("is refused without transit encryption where the policy denies what is not encrypted", () => {
    const statements = [ALL, statement("*", { Effect: "Deny", Action: "*", ...UNENCRYPTED })];
    expect(efs(mounted(statements, ENCRYPTED)).verdict).toBe("proved");
    expect(efs(mounted(statements)).issue?.problem).toContain("over TLS only");
    expect(efs(mounted(statements)).issue?.fix).toBe('write transit_encryption = "ENABLED" in the volume');
  });

  it.each<[string, TerraformFixture]>([
    ["the principal is a variable", mounted([statement({ AWS: "${var.who}" })])],
    [
      "a condition is about who asks",
      mounted([statement({ AWS: "*" }, { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } })]),
    ],
    [
      "a condition is about the address",
      mounted([statement({ AWS: "*" }, { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } })]),
    ],
    [
      "transit encryption is a variable",
      mounted([{ ...ALL, Condition: { Bool: { "aws:SecureTransport": "true" } } }], {
        transit_encryption: "${var.tls}",
      }),
    ],
  ])("is left open where %s", (_why, fixture) => {
    const proof = fixture.prove();
    expect(dependency(proof, "efs").verdict).toBe("proved");
    expect(issuesWith(proof, "permissions-not-proved")).toHaveLength(1);
  });
});
