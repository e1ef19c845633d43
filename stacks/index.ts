import type { App } from "cdktf";
import { ConfigurationError } from "../modules";
import { DEDICATED_ENDPOINT_SUBNETS_FIELDS, DedicatedEndpointSubnetsStack } from "./dedicated-endpoint-subnets";
import { ECR_INSTANCE_FIELDS, EcrInstanceStack } from "./ecr-instance";
import { HUB_AND_SPOKE_FIELDS, HubAndSpokeStack } from "./hub-and-spoke";
import { ISOLATED_SERVICE_FIELDS, IsolatedServiceStack } from "./isolated-service";
import { PRIVATE_LINK_CONSUMER_FIELDS, PrivateLinkConsumerStack } from "./private-link-consumer";
import { PRIVATE_LINK_PROVIDER_FIELDS, PrivateLinkProviderStack } from "./private-link-provider";
import { type Fields, readSettings, type SettingsOf } from "./read-settings";
import { SINGLE_SUBNET_FIELDS, SingleSubnetStack } from "./single-subnet";
import { keepState, STATE_FIELDS } from "./terraform-state";

/** What every stack is made from. */
interface SampleContext {
  readonly app: App;
  /** The context's Region for every stack, where it names one. */
  readonly shared: { readonly region?: string };
  /** The context's settings under the stack's name. */
  readonly settings: unknown;
}

/** The sample stacks by name, a provider before its consumer. */
const SAMPLE_STACKS = {
  "single-subnet": ({ app, shared, settings }: SampleContext, name: string) =>
    new SingleSubnetStack(app, name, { ...shared, ...readStack(name, settings, SINGLE_SUBNET_FIELDS) }),
  "dedicated-endpoint-subnets": ({ app, shared, settings }: SampleContext, name: string) =>
    new DedicatedEndpointSubnetsStack(app, name, {
      ...shared,
      ...readStack(name, settings, DEDICATED_ENDPOINT_SUBNETS_FIELDS),
    }),
  "isolated-service": ({ app, shared, settings }: SampleContext, name: string) =>
    new IsolatedServiceStack(app, name, { ...shared, ...readStack(name, settings, ISOLATED_SERVICE_FIELDS) }),
  "private-link-provider": ({ app, shared, settings }: SampleContext, name: string) =>
    new PrivateLinkProviderStack(app, name, {
      ...shared,
      ...readStack(name, settings, PRIVATE_LINK_PROVIDER_FIELDS),
    }),
  "private-link-consumer": ({ app, shared, settings }: SampleContext, name: string) => {
    const provider = app.node.tryFindChild("private-link-provider");
    return new PrivateLinkConsumerStack(app, name, {
      ...shared,
      ...readStack(name, settings, PRIVATE_LINK_CONSUMER_FIELDS),
      ...(provider instanceof PrivateLinkProviderStack ? { service: provider.service } : {}),
    });
  },
  "ecr-instance": ({ app, shared, settings }: SampleContext, name: string) =>
    new EcrInstanceStack(app, name, { ...shared, ...readStack(name, settings, ECR_INSTANCE_FIELDS) }),
  "hub-and-spoke": ({ app, shared, settings }: SampleContext, name: string) =>
    new HubAndSpokeStack(app, name, { ...shared, ...readStack(name, settings, HUB_AND_SPOKE_FIELDS) }),
} as const;

function readStack<F extends Fields>(name: string, settings: unknown, fields: F): SettingsOf<F> {
  return readSettings(`context "${name}"`, settings, fields);
}

/** The settings that all stacks share. Besides them the context has the settings of each stack, under its name. */
const SHARED_FIELDS = { stacks: "strings", region: "string", state: "settings" } as const;

/** What cdktf itself keeps in the context. */
const OF_CDKTF = /^@?cdktf|^(excludeStackIdFromLogicalIds|allowSepCharsInLogicalIds)$/;

/**
 * Makes the sample stacks that the context asks for.
 *
 * Context: `stacks` (names, all by default), `region` (each sample's own by default), `state` (a local file by default, else
 * an S3 bucket), and the settings of each stack under its name.
 *
 * @throws {ConfigurationError} for a stack that there is not, and for unknown or malformed settings
 */
export function createStacks(app: App): void {
  const all: Readonly<Record<string, unknown>> = app.node.getAllContext();
  const own = Object.fromEntries(Object.entries(all).filter(([key]) => !OF_CDKTF.test(key)));
  const ofStacks = Object.fromEntries(Object.keys(SAMPLE_STACKS).map((name) => [name, "settings"] as const));
  const context = readSettings("context", own, { ...ofStacks, ...SHARED_FIELDS });
  const { stacks = Object.keys(SAMPLE_STACKS), region } = context;
  const shared = region === undefined ? {} : { region };
  const state = readSettings('context "state"', context.state, STATE_FIELDS);
  const unknown = stacks.filter((name) => !isSampleStack(name));
  if (unknown.length > 0) throw unknownStacks(unknown);
  for (const name of Object.keys(SAMPLE_STACKS).filter(isSampleStack)) {
    if (!stacks.includes(name)) continue;
    const stack = SAMPLE_STACKS[name]({ app, shared, settings: own[name] }, name);
    keepState(stack, state, region ?? "ap-northeast-1");
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
