import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import type { ExecuteCommandOptions } from "../../../modules";
import { checkExecuteCommandOfCluster } from "../../../modules/fargate/check-execute-command-of-cluster";
import { legacyNetwork, ordersTask } from "../../support/orders";

type Said = true | ExecuteCommandOptions | undefined;

function check(ofTask: Said, ofCluster: Said) {
  const executeCommand = ofTask === undefined ? {} : { executeCommand: ofTask };
  const known = ofCluster === undefined ? {} : { executeCommand: ofCluster };
  const cluster = { arn: "arn:aws:ecs:eu-west-1:123456789012:cluster/shop", ...known };
  return [
    ...checkExecuteCommandOfCluster({ network: legacyNetwork, task: { ...ordersTask, ...executeCommand }, cluster }),
  ];
}

const LOGGED: ExecuteCommandOptions = { cloudWatchLogGroupName: "/ecs/exec", kmsKeyId: "alias/exec" };

describe("how ECS Exec logs and encrypts", () => {
  it.each<[string, Said, Said]>([
    ["as AWS has it in both", true, true],
    ["in the same way in both", LOGGED, { ...LOGGED, logging: "OVERRIDE" }],
    ["in a cluster of which that is not known", LOGGED, undefined],
    ["for other tasks than this one", undefined, LOGGED],
  ])("is %s", (_, ofTask, ofCluster) => {
    expect(check(ofTask, ofCluster)).toEqual([]);
  });

  it("may be filled in by Terraform", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    const key = (name: string) => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    expect(check({ kmsKeyId: key("one") }, { kmsKeyId: key("other") })).toEqual([]);
    expect(check({ kmsKeyId: key("third") }, true)).toHaveLength(1);
  });

  it("is told where the task says something else than its cluster", () => {
    expect(check(LOGGED, true)).toMatchObject([
      {
        code: "execute-command-of-cluster",
        path: "executeCommand",
        problem:
          'for ECS Exec the task has logging: "OVERRIDE", cloudWatchLogGroupName: "/ecs/exec", kmsKeyId: "alias/exec", and its cluster logging: "DEFAULT", cloudWatchLogGroupName: none, kmsKeyId: none',
        fix: "give the task and its cluster the same executeCommand",
      },
    ]);
    expect(check(true, { kmsKeyId: "alias/exec" })).toMatchObject([
      { problem: 'for ECS Exec the task has kmsKeyId: none, and its cluster kmsKeyId: "alias/exec"' },
    ]);
  });
});
