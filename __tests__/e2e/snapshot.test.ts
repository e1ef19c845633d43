import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { proveReachability } from "../../modules/reachability/prove-reachability";
import type { NetworkSnapshot } from "../../modules/snapshot/network-snapshot";
import { readNetworkSnapshot } from "../../modules/snapshot/read-network-snapshot";
import { isJsonObject, type JsonObject } from "../../scripts/emulator/json";
import { record } from "../modules/cli/recorded-terminal";
import { serviceByIds } from "../modules/snapshot/legacy-network";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { IS_THERE, planOfLookups, stateOf } from "../support/emulator/legacy-lookups";
import { LegacyStack } from "../support/emulator/legacy-stack";
import { type LegacyIds, NETWORK_FAULTS } from "../support/emulator/network-faults";
import type { TerraformDeployment } from "../support/emulator/terraform-deployment";

const REGION = "eu-west-1";

/** The sample of the pages with the ids of this account. */
function serviceIn(ids: LegacyIds): JsonObject {
  const known: readonly (readonly [string, string | undefined])[] = [
    ["vpc-0123456789abcdef0", ids["vpc"]],
    ["subnet-0a000000000000010", ids["a"]],
    ["subnet-0b000000000000020", ids["b"]],
    ["sg-0e000000000000010", ids["group"]],
    ["pl-6da54004", ids["prefix-list"]],
  ];
  const text = known.reduce((json, [from, to]) => json.replaceAll(from, String(to)), JSON.stringify(serviceByIds()));
  const json: unknown = JSON.parse(text);
  if (!isJsonObject(json)) throw new Error("the sample is no object");
  return json;
}

/** Each call with its verdict and what is found. */
function answers(...[inputs, options]: Parameters<typeof proveReachability>) {
  const { tasks, verdict } = proveReachability(inputs, options);
  const calls = tasks.flatMap(({ dependencies }) =>
    dependencies.map((each) => `${each.service}: ${each.verdict} ${each.issue?.code ?? ""}`.trim()),
  );
  return { verdict, calls };
}

async function idsOf(deployment: TerraformDeployment): Promise<LegacyIds> {
  return Object.fromEntries(Object.entries(await deployment.outputs()).map(([name, id]) => [name, String(id)]));
}

describeE2e("a snapshot of a VPC", (tools) => {
  let account: EmulatedAccount;
  let deployment: TerraformDeployment;
  let ids: LegacyIds;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
    deployment = await account.deploy((app) => new LegacyStack(app, "legacy", REGION));
    ids = await idsOf(deployment);
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await account?.stop();
  });

  beforeEach(() => {
    vi.stubEnv("AWS_ENDPOINT_URL", account.endpoint);
    vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  });

  const file = () => join(deployment.directory, "network.json");
  const take = () => record(["snapshot", "--vpc", String(ids["vpc"]), "--region", REGION]);
  const snapshot = async (): Promise<NetworkSnapshot> => readNetworkSnapshot(JSON.parse((await take()).answer));
  /** What Terraform finds in the account: all of it managed, and all of it looked up. */
  const found = async () => {
    await deployment.terraform("plan", "-refresh-only", `-var=${IS_THERE}=true`, "-input=false", "-out=e2e.tfplan");
    const plan: unknown = JSON.parse(await deployment.terraform("show", "-json", "e2e.tfplan"));
    const state = isJsonObject(plan) ? plan["prior_state"] : undefined;
    if (!isJsonObject(plan) || !isJsonObject(state)) throw new Error("terraform show -json wrote no plan");
    return { state: stateOf("managed", state), lookups: planOfLookups(plan) };
  };

  test("is taken by the command, and is the same file every time", async () => {
    const first = await take();
    expect([first.exitCode, first.error]).toEqual([0, ""]);
    expect((await take()).answer).toBe(first.answer);
    writeFileSync(file(), first.answer);
    expect(await record(["snapshot", "--compare", file()])).toMatchObject({ exitCode: 0, error: "" });
  });

  test("proves a service that is put into the VPC by ids, as the state does", async () => {
    const calls = ["s3", "ecr.api", "ecr.dkr", "logs"].map((service) => `${service}: proved`);
    expect(answers([serviceIn(ids)], { networks: [await snapshot()] })).toEqual({ verdict: "proved", calls });
    expect(answers([serviceIn(ids), (await found()).state])).toEqual({ verdict: "proved", calls });
    const service = join(deployment.directory, "service.json");
    writeFileSync(service, JSON.stringify(serviceIn(ids)));
    expect(await record(["check", service, "--network", file()])).toMatchObject({ exitCode: 0, error: "" });
    expect(await record(["check", service])).toMatchObject({ exitCode: 3 });
  });

  test("data sources prove all but the network ACLs, whose rules the provider does not read", async () => {
    const { tasks } = proveReachability([serviceIn(ids), (await found()).lookups]);
    const hops = tasks.flatMap(({ dependencies }) => dependencies.flatMap((each) => each.hops));
    const open = new Set(hops.filter(({ verdict }) => verdict !== "proved").map(({ hop }) => hop));
    expect([...open]).toEqual(["network-acl"]);
  });

  test("says where there is no such VPC", async () => {
    const { exitCode, error } = await record(["snapshot", "--vpc", "vpc-0fedcba9876543210", "--region", REGION]);
    expect([exitCode, error.trim().split("\n").length]).toEqual([2, 1]);
    expect(error).toContain(`there is no such VPC in ${REGION} for these credentials`);
  });

  describe("agrees with the state, and neither is contradicted by data sources", () => {
    const remake = async () => {
      await deployment.apply();
      ids = await idsOf(deployment);
    };

    test.each(NETWORK_FAULTS)("where $name", async ({ inject, mend, clear, hiddenInState, isLookedUp = false }) => {
      const { ec2 } = account.clients(REGION);
      await inject(ec2, ids);
      try {
        const ofSnapshot = answers([serviceIn(ids)], { networks: [await snapshot()] });
        expect(ofSnapshot.verdict).not.toBe("proved");
        const { state, lookups } = await found();
        const ofState = answers([serviceIn(ids), state]);
        if (hiddenInState === undefined) expect(ofSnapshot).toEqual(ofState);
        else expect(ofState.verdict).toBe("proved");
        const ofLookups = answers([serviceIn(ids), lookups]);
        const decided = ofLookups.calls.filter((call) => !call.includes(": unknown"));
        expect(ofSnapshot.calls).toEqual(expect.arrayContaining(decided));
        expect(ofLookups.verdict).toBe(isLookedUp ? "broken" : "unknown");
        const compared = await record(["snapshot", "--compare", file()]);
        expect([compared.exitCode, compared.error]).toEqual([1, ""]);
      } finally {
        await clear?.(ec2, ids);
        await (mend === undefined ? remake() : mend(ec2, ids));
      }
      const mended = await take();
      writeFileSync(file(), mended.answer);
      const networks = [readNetworkSnapshot(JSON.parse(mended.answer))];
      expect(answers([serviceIn(ids)], { networks }).verdict).toBe("proved");
    });
  });
});
