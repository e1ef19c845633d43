import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { GetParameterCommand } from "@aws-sdk/client-ssm";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import type { App } from "cdktf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SingleSubnetStack } from "../../stacks/single-subnet";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { unknownDifferences } from "../support/emulator/known-differences";
import { adopt } from "./adopt";

const REGION = "ap-northeast-1";
const PLAIN = resolve(__dirname, "../support/emulator/plain-terraform/single-subnet.tf");

/** The sample, with a secret that is kept for as long as it was. */
function build(app: App): void {
  const secret = new SingleSubnetStack(app, "single-subnet").node.findChild("secret");
  if (secret instanceof SecretsmanagerSecret) secret.recoveryWindowInDays = 30;
}

describeE2e("what stands", (tools) => {
  let account: EmulatedAccount;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
  });

  afterAll(() => account?.stop());

  test("by other Terraform is taken over, with its secrets, and only the task definition gets another revision", async () => {
    const plain = account.configuration("plain", readFileSync(PLAIN, "utf8"));
    await plain.deploy();
    const [ours] = account.synthesize(build);
    if (ours === undefined) throw new Error("there is no stack");
    const state = join(ours.directory, "plain.tfstate");
    writeFileSync(state, await plain.terraform("state", "pull"));
    await ours.terraform("init", "-input=false");
    await ours.terraform("state", "push", state);

    const file = await adopt(ours);
    expect(file).not.toContain("#");
    const { resourceChanges, differences } = await ours.plan();
    const destroyed = resourceChanges.filter(({ actions }) => actions.includes("delete"));
    expect(destroyed.map(({ type }) => type)).toEqual(["aws_ecs_task_definition"]);
    expect(
      differences.flatMap((each) => (each.attributes.includes("recovery_window_in_days") ? each.address : [])),
    ).toEqual([]);
    await ours.apply();
    expect(unknownDifferences((await ours.plan()).differences)).toEqual([]);

    const { secretsManager, ssm } = account.clients(REGION);
    const secret = await secretsManager.send(new GetSecretValueCommand({ SecretId: "secrets_manager_secret" }));
    const parameter = await ssm.send(
      new GetParameterCommand({ Name: "/parameter_store_secret", WithDecryption: true }),
    );
    expect([secret.SecretString, parameter.Parameter?.Value]).toEqual(["real-secret", "real-parameter"]);
  });
});
