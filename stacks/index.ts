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

/** The settings that all stacks share. Besides them the context has the settings of each stack, under its name. */
const SHARED_FIELDS = { stacks: "strings", region: "string", state: "settings" } as const;

/** What cdktf itself keeps in the context. */
const OF_CDKTF = /^@?cdktf|^(excludeStackIdFromLogicalIds|allowSepCharsInLogicalIds)$/;

/**
 * Makes the sample stacks that the context asks for.
 *
 * Context: `stacks` (names, all by default), `region` ("ap-northeast-1"), `state` (a local file by default, else an S3
 * bucket), and the settings of each stack under its name.
 *
 * @throws {ConfigurationError} for a stack that there is not, and for unknown or malformed settings
 */
export function createStacks(app: App): void {
  const all: Readonly<Record<string, unknown>> = app.node.getAllContext();
  const own = Object.fromEntries(Object.entries(all).filter(([key]) => !OF_CDKTF.test(key)));
  const ofStacks = Object.fromEntries(Object.keys(SAMPLE_STACKS).map((name) => [name, "settings"] as const));
  const context = readSettings("context", own, { ...ofStacks, ...SHARED_FIELDS });
  const { stacks = Object.keys(SAMPLE_STACKS), region = "ap-northeast-1" } = context;
  const state = readSettings('context "state"', context.state, STATE_FIELDS);
  const unknown = stacks.filter((name) => !isSampleStack(name));
  if (unknown.length > 0) throw unknownStacks(unknown);
  for (const name of new Set(stacks.filter(isSampleStack))) {
    keepState(SAMPLE_STACKS[name](app, name, region, own[name]), state, region);
  }
}

function isSampleStack(name: string): name is keyof typeof SAMPLE_STACKS {
  return Object.hasOwn(SAMPLE_STACKS, name);
}

function unknownStacks(names: readonly string[]): ConfigurationError {
  return new ConfigurationError(
    'context "stacks" in cdktf.json',
    names.map((name) => ({
      code: "stack-unknown",
      problem: `there is no stack "${name}"`,
      why: "each name in the list is one of the sample stacks",
      fix: `use ${Object.keys(SAMPLE_STACKS).join(", ")}`,
    })),
  );
}
