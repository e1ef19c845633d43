import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DescribeServicesCommand } from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConsumers } from "../../scripts/consumers/consumer";
import { installOrder } from "../../scripts/consumers/install-order";
import { NODES, RESULTS } from "../../scripts/consumers/results";
import { NOTHING_TO_DO, STEPS, tryStep } from "../../scripts/consumers/steps";
import { Workshop } from "../../scripts/consumers/workshop";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { unknownDifferences } from "../support/emulator/known-differences";
import { ReadBack } from "../support/emulator/read-back";
import type { TerraformPlan } from "../support/emulator/terraform-plan";

const node = NODES.find((version) => process.versions.node.startsWith(`${version}.`));

/** The scripts whose names README of each project says. */
const COMMANDS = { build: "npm run build", test: "npm test", synth: "npm run synth" };

let workshop: Workshop;

beforeAll(async () => {
  workshop = await Workshop.open();
});

afterAll(() => workshop?.close());

const installs = installOrder(readConsumers());

describe.each(installs)("the example $consumer.name", (install) => {
  const { consumer } = install;
  const kept = node && RESULTS[node][consumer.name];

  it.each(STEPS.filter((step) => kept?.[step] !== NOTHING_TO_DO))("%s: as docs/consumers.md says", async (step) => {
    const { outcome, output } = await tryStep[step](workshop, install);
    const remedy = `${output}\nIs it right? Then run npm run consumers -- ${consumer.name}, and npm run docs.`;
    // Another Node is on no page. cdktf-cli may have been compiled here, where npm run consumers had none for this Node.
    if (node === undefined || (step === "synth" && outcome === "yes")) expect(outcome, output).not.toBe("no");
    else expect(outcome, remedy).toBe(kept?.[step]);
  });

  it("says how to run it", () => {
    const page = readFileSync(join(consumer.directory, "README.md"), "utf8");
    for (const [script, command] of Object.entries(COMMANDS)) {
      if (consumer.scripts.has(script)) expect(page).toContain(command);
    }
  });
});

/** What an example has written, apart from the version and the source of its provider and the version of its framework. */
function written(name: string) {
  const file = join(directoryOf(name), "cdktf.out/stacks/orders/cdk.tf.json");
  const { terraform, "//": comment, ...others } = JSON.parse(readFileSync(file, "utf8"));
  const { version: framework, ...metadata } = comment.metadata;
  const { version, source } = terraform.required_providers.aws;
  return { framework, provider: { source, version: String(version).split(".")[0] }, rest: { ...others, metadata } };
}

/** Where the app of a project is that was synthesized above. */
function directoryOf(name: string): string {
  const install = installs.find(({ consumer }) => consumer.name === name);
  if (install === undefined) throw new Error(`there is no example ${name}`);
  return workshop.directory(install.consumer);
}

it("writes with the bindings 21 what it writes with 20, but for the version of the provider", () => {
  const [before, after] = [written("javascript"), written("bindings-21")];
  expect(after.rest).toEqual(before.rest);
  expect(before).toMatchObject({ framework: "0.21.0", provider: { source: "aws", version: "5" } });
  expect(after).toMatchObject({ framework: "0.21.0", provider: { source: "aws", version: "6" } });
});

it("writes with CDK Terrain what it writes with cdktf, but for versions and the name of the provider's source", () => {
  const [cdktf, cdktn] = [written("esm-vitest"), written("cdktn")];
  expect(cdktn.rest).toEqual(cdktf.rest);
  expect(Object.keys(cdktn.rest)).toContain("resource");
  expect(cdktn).toMatchObject({ framework: "0.24.0", provider: { source: "hashicorp/aws", version: "6" } });
});

describeE2e("the example shared-across-stacks, deployed", (tools) => {
  let account: EmulatedAccount;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
  });

  afterAll(() => account?.stop());

  it("runs both services in one cluster, and goes away stack by stack", async () => {
    const directory = directoryOf("shared-across-stacks");
    const stacks = account.synthesized(join(directory, "cdktf.out"), directory);
    for (const stack of stacks) await stack.deploy();
    expect(stacks.map(({ name }) => name)).toEqual(["shared", "billing", "orders"]);

    const clients = account.clients("eu-west-1");
    const standing = new ReadBack(clients);
    const [vpc] = await standing.vpcs();
    const subnets = (await standing.subnets(vpc?.id ?? "")).map(({ id }) => id);
    const asked = { cluster: "shop", services: ["orders", "billing"] };
    const { services = [] } = await clients.ecs.send(new DescribeServicesCommand(asked));
    const places = services.map(({ serviceName, networkConfiguration }) => [
      serviceName,
      networkConfiguration?.awsvpcConfiguration?.subnets?.toSorted(),
    ]);
    expect(Object.fromEntries(places)).toEqual({ orders: subnets.toSorted(), billing: subnets.toSorted() });

    for (const stack of stacks.toReversed()) await stack.destroy();
    expect(await standing.vpcs()).toEqual([]);
  });
});

// The VPC of existing-vpc is in nobody's account. What bindings-21 and cdktn write is compared above, since their provider is another.
describeE2e("an example whose endpoints have generated policies, deployed", (tools) => {
  it.each(["javascript", "esm-vitest", "typescript-jest", "two-regions"])("%s has nothing to change", async (name) => {
    const account = await EmulatedAccount.start(tools);
    try {
      const directory = directoryOf(name);
      const stacks = account.synthesized(join(directory, "cdktf.out"), directory);
      const plans: TerraformPlan[] = [];
      for (const stack of stacks) {
        await stack.deploy();
        plans.push(await stack.plan());
      }
      const standing = plans.flatMap(({ resourceChanges }) => resourceChanges);
      expect(standing.filter(({ type }) => type === "aws_vpc_endpoint_policy").length).toBeGreaterThan(2);
      expect(plans.flatMap(({ differences }) => unknownDifferences(differences))).toEqual([]);
    } finally {
      await account.stop();
    }
  });
});
