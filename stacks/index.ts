import type { App } from "cdktf";
import { ConfigurationError } from "../modules";
import { DEDICATED_ENDPOINT_SUBNETS_FIELDS, DedicatedEndpointSubnetsStack } from "./dedicated-endpoint-subnets";
import { readSettings } from "./read-settings";
import { SINGLE_SUBNET_FIELDS, SingleSubnetStack } from "./single-subnet";
import { keepState, STATE_FIELDS } from "./terraform-state";

/** The sample stacks by name: each makes itself from the context's settings under that name. */
const SAMPLE_STACKS = {
  "single-subnet": (app: App, name: string, region: string, settings: unknown) =>
    new SingleSubnetStack(app, name, { region, ...readSettings(`context "${name}"`, settings, SINGLE_SUBNET_FIELDS) }),
  "dedicated-endpoint-subnets": (app: App, name: string, region: string, settings: unknown) =>
    new DedicatedEndpointSubnetsStack(app, name, {
      region,
      ...readSettings(`context "${name}"`, settings, DEDICATED_ENDPOINT_SUBNETS_FIELDS),
    }),
} as const;

/** The settings that all stacks share. */
const SHARED_FIELDS = { stacks: "strings", region: "string" } as const;

/**
 * Makes the sample stacks that the context asks for.
 *
 * Context: `stacks` (names, all by default), `region` ("ap-northeast-1"), `state` (a local file by default, else an S3
 * bucket), and the settings of each stack under its name.
 *
 * @throws {ConfigurationError} for a stack that there is not, and for unknown or malformed settings
 */
export function createStacks(app: App): void {
  const context = (key: string): unknown => app.node.tryGetContext(key);
  const { stacks = Object.keys(SAMPLE_STACKS), region = "ap-northeast-1" } = readSettings(
    "context",
    { stacks: context("stacks"), region: context("region") },
    SHARED_FIELDS,
  );
  const state = readSettings('context "state"', context("state"), STATE_FIELDS);
  for (const name of stacks) {
    if (!isSampleStack(name)) throw unknownStack(name);
    keepState(SAMPLE_STACKS[name](app, name, region, context(name)), state, region);
  }
}

function isSampleStack(name: string): name is keyof typeof SAMPLE_STACKS {
  return name in SAMPLE_STACKS;
}

function unknownStack(name: string): ConfigurationError {
  return new ConfigurationError('context "stacks" in cdktf.json', [
    {
      code: "stack-unknown",
      problem: `there is no stack "${name}"`,
      why: "each name in the list is one of the sample stacks",
      fix: `use ${Object.keys(SAMPLE_STACKS).join(", ")}`,
    },
  ]);
}
