import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import type { NetworkSnapshot } from "../../../../modules/snapshot/network-snapshot";
import { readNetworkSnapshot } from "../../../../modules/snapshot/read-network-snapshot";

const sample = (name: string) => readFileSync(join(__dirname, "../../../../docs/samples", name), "utf8");
const service = () => JSON.parse(sample("service.tf.json"));
/** The sample's VPC, and one that has nothing of it. */
const right = readNetworkSnapshot(JSON.parse(sample("network.json")));
const other = readNetworkSnapshot(
  JSON.parse(
    sample("network.json")
      .replaceAll("vpc-0123456789abcdef0", "vpc-0fedcba9876543210")
      .replaceAll("subnet-0", "subnet-f"),
  ),
);
const notesOf = (networks: readonly NetworkSnapshot[], terraform: object = service()) =>
  proveReachability([JSON.parse(JSON.stringify(terraform))], { networks }).conflicts.filter(
    ({ code }) => code === "snapshot-of-other-vpc",
  );

describe("a snapshot of another VPC than the tasks'", () => {
  it("is told with both ids, and the command that takes the right one", () => {
    expect(notesOf([other])).toMatchObject([
      {
        severity: "note",
        path: "aws_ecs_service.orders",
        problem: "the snapshot is of vpc-0fedcba9876543210, and calls of orders go through vpc-0123456789abcdef0",
        fix: expect.stringContaining("private-fargate snapshot --vpc vpc-0123456789abcdef0 > network.json"),
      },
    ]);
  });

  it("is told by the subnets, where the Terraform has no id of the VPC", () => {
    const text = sample("service.tf.json").replaceAll("${aws_security_group.task.id}", "sg-0d000000000000040");
    const [note] = notesOf([other], JSON.parse(text));
    expect(note?.problem).toBe(
      "the snapshot is of vpc-0fedcba9876543210, and orders runs in subnet-0a000000000000010, subnet-0b000000000000020, which are not in it",
    );
    expect(note?.fix).toContain("aws ec2 describe-subnets --subnet-ids subnet-0a000000000000010");
    expect(notesOf([right], JSON.parse(text))).toEqual([]);
  });

  it("is not told beside the right one, where all is proved, nor without a snapshot", () => {
    expect(notesOf([right])).toEqual([]);
    expect(notesOf([right, other])).toEqual([]);
    expect(notesOf([])).toEqual([]);
  });
});
