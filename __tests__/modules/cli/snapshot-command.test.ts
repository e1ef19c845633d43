import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";
import { record } from "./recorded-terminal";

// The first command that asks an account loads the SDK.
vi.setConfig({ testTimeout: 60_000 });

const VPC = ["--vpc", "vpc-0123456789abcdef0"];

beforeEach(() => {
  // Neither the machine's own credentials, nor a Region, nor a way to AWS.
  for (const name of [
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AWS_PROFILE",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
  ])
    vi.stubEnv(name, undefined);
  vi.stubEnv("AWS_CONFIG_FILE", "/dev/null");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
  vi.stubEnv("AWS_MAX_ATTEMPTS", "1");
});

afterEach(() => vi.unstubAllEnvs());

async function refusal(...args: readonly string[]): Promise<string> {
  const { exitCode, answer, error } = await record(["snapshot", ...args]);
  expect([exitCode, answer]).toEqual([2, ""]);
  return error;
}

describe("private-fargate snapshot", () => {
  it.each([
    [[], "there is no VPC; write private-fargate snapshot --vpc VPC"],
    [["--vpc", "legacy"], '--vpc cannot be "legacy", which is no id of a VPC'],
    [["vpc-0123456789abcdef0"], 'snapshot takes no "vpc-0123456789abcdef0"'],
    [[...VPC, "--region", "eu-wst-1x"], '--region cannot be "eu-wst-1x"'],
    [VPC, "nobody says in which Region the VPC is; write --region REGION, or set AWS_REGION"],
    [[...VPC, "--region", "eu-west-1"], "there are no credentials for AWS"],
    [["--compare", "/nowhere/network.json"], "cannot read /nowhere/network.json: there is no such file"],
  ])("cannot work with %j", async (args, words) => {
    expect(await refusal(...args)).toContain(words);
  });

  it("says that the account cannot be reached", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "example");
    const error = await refusal(...VPC, "--region", "eu-west-1");
    expect(error).toMatch(/^private-fargate: Amazon EC2 in eu-west-1 cannot be reached: /);
    expect(error.trim().split("\n")).toHaveLength(1);
  });

  it("compares with a snapshot only, and names the line at which it is none", async () => {
    const content = `{\n  "format": "private-fargate-network",\n  "version": 9\n}\n`;
    const file = writeFile(temporaryDirectory(), "network.json", content);
    expect(await refusal("--compare", file)).toContain("line 3, version: its version is 9");
  });
});
