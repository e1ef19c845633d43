import type { App, TerraformStack } from "cdktf";
import { ConfigurationError } from "../modules";
import { nearest } from "../modules/text/nearest";
import { DEDICATED_ENDPOINT_SUBNETS_FIELDS, DedicatedEndpointSubnetsStack } from "./dedicated-endpoint-subnets";
import { ECR_INSTANCE_FIELDS, EcrInstanceStack } from "./ecr-instance";
import { HUB_AND_SPOKE_FIELDS, HubAndSpokeStack } from "./hub-and-spoke";
import { ISOLATED_SERVICE_FIELDS, IsolatedServiceStack } from "./isolated-service";
import { PRIVATE_LINK_CONSUMER_FIELDS, PrivateLinkConsumerStack } from "./private-link-consumer";
import { PRIVATE_LINK_PROVIDER_FIELDS, PrivateLinkProviderStack } from "./private-link-provider";
import { type Fields, readSettings, type SettingsOf } from "./read-settings";
import { SAMPLE_STACK_NAMES, type SampleStackName } from "./sample-stack-names";
import { SINGLE_SUBNET_FIELDS, SingleSubnetStack } from "./single-subnet";
import { keepState, STATE_FIELDS } from "./terraform-state";

export { takeRunContext } from "./run-context";

/** What every stack is made from. */
interface SampleContext {
  readonly app: App;
  /** The context's Region for every stack, where it names one. */
  readonly shared: { readonly region?: string };
  /** The context's settings under the stack's name. */
  readonly settings: unknown;
}

/** How each sample stack is made. */
const SAMPLE_STACKS: Readonly<Record<SampleStackName, (context: SampleContext, name: string) => TerraformStack>> = {
  "single-subnet": ({ app, shared, settings }, name) =>
    new SingleSubnetStack(app, name, { ...shared, ...readStack(name, settings, SINGLE_SUBNET_FIELDS) }),
  "dedicated-endpoint-subnets": ({ app, shared, settings }, name) =>
    new DedicatedEndpointSubnetsStack(app, name, {
      ...shared,
      ...readStack(name, settings, DEDICATED_ENDPOINT_SUBNETS_FIELDS),
    }),
  "isolated-service": ({ app, shared, settings }, name) =>
    new IsolatedServiceStack(app, name, { ...shared, ...readStack(name, settings, ISOLATED_SERVICE_FIELDS) }),
  "private-link-provider": ({ app, shared, settings }, name) =>
    new PrivateLinkProviderStack(app, name, {
      ...shared,
      ...readStack(name, settings, PRIVATE_LINK_PROVIDER_FIELDS),
    }),
  "private-link-consumer": ({ app, shared, settings }, name) => {
    const provider = app.node.tryFindChild("private-link-provider");
    return new PrivateLinkConsumerStack(app, name, {
      ...shared,
      ...readStack(name, settings, PRIVATE_LINK_CONSUMER_FIELDS),
      ...(provider instanceof PrivateLinkProviderStack ? { service: provider.service } : {}),
    });
  },
  "ecr-instance": ({ app, shared, settings }, name) =>
    new EcrInstanceStack(app, name, { ...shared, ...readStack(name, settings, ECR_INSTANCE_FIELDS) }),
  "hub-and-spoke": ({ app, shared, settings }, name) =>
    new HubAndSpokeStack(app, name, { ...shared, ...readStack(name, settings, HUB_AND_SPOKE_FIELDS) }),
};

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
  const ofStacks = Object.fromEntries(SAMPLE_STACK_NAMES.map((name) => [name, "settings"] as const));
  const context = readSettings("context", own, { ...ofStacks, ...SHARED_FIELDS });
  const { stacks = SAMPLE_STACK_NAMES, region } = context;
  const shared = region === undefined ? {} : { region };
  const state = readSettings('context "state"', context.state, STATE_FIELDS);
  if (stacks.length === 0) throw noStacks();
  const unknown = stacks.filter((name) => !isSampleStack(name));
  if (unknown.length > 0) throw unknownStacks(unknown);
  for (const name of SAMPLE_STACK_NAMES) {
    if (!stacks.includes(name)) continue;
    const stack = SAMPLE_STACKS[name]({ app, shared, settings: own[name] }, name);
    keepState(stack, state, region ?? "ap-northeast-1");
  }
}

function isSampleStack(name: string): boolean {
  return Object.hasOwn(SAMPLE_STACKS, name);
}

function noStacks(): ConfigurationError {
  return new ConfigurationError('context "stacks"', [
    {
      code: "stacks-empty",
      problem: "the list of stacks is empty",
      why: "nothing would be synthesized, and nothing proved",
      fix: `name one of ${SAMPLE_STACK_NAMES.join(", ")}, or remove "stacks" to get all`,
    },
  ]);
}

function unknownStacks(names: readonly string[]): ConfigurationError {
  return new ConfigurationError(
    'context "stacks" in cdktf.json',
    names.map((name) => {
      const meant = nearest(name, SAMPLE_STACK_NAMES);
      return {
        code: "stack-unknown",
        problem: `there is no stack "${name}"`,
        why: "each name in the list is one of the sample stacks",
        fix: meant === undefined ? `use ${SAMPLE_STACK_NAMES.join(", ")}` : `write "${meant}"`,
      };
    }),
  );
}
