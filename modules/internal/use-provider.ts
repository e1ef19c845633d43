import {
  Aspects,
  type IAspect,
  TerraformDataSource,
  type TerraformProvider,
  TerraformResource,
  TerraformStack,
} from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { type Issue, issue } from "../issues/issue";
import type { ProviderProps } from "./provider-props";
import { throwIssues } from "./throw-issues";

/** The providers of constructs. */
const providers = new WeakMap<IConstruct, TerraformProvider>();

/** Gives a resource without a provider the one of the nearest construct around it. */
const PROVIDING: IAspect = {
  visit(node) {
    if (!TerraformResource.isTerraformResource(node) && !TerraformDataSource.isTerraformDataSource(node)) return;
    if (node.provider !== undefined) return;
    const nearest = node.node.scopes.findLast((scope) => providers.has(scope));
    const provider = nearest && providers.get(nearest);
    if (provider !== undefined && node.terraformResourceType.startsWith(`${provider.terraformResourceType}_`)) {
      node.provider = provider;
    }
  },
};

/**
 * Gives all resources in a construct its provider: as an Aspect, since some are made after the constructor.
 *
 * @throws {ConfigurationError} for a provider of another stack
 */
export function useProvider(construct: Construct, { provider }: ProviderProps): void {
  if (provider === undefined) return;
  throwIssues(construct, [...checkProvider(construct, provider)]);
  providers.set(construct, provider);
  Aspects.of(construct).add(PROVIDING);
}

function* checkProvider(construct: Construct, provider: TerraformProvider): Generator<Issue> {
  if (!Construct.isConstruct(provider)) return;
  const [own, other] = [TerraformStack.of(construct), TerraformStack.of(provider)];
  if (own === other) return;
  yield issue("provider-of-other-stack", {
    path: "provider",
    problem: `the provider ${provider.node.path} is in the stack "${other.node.id}", and the construct in "${own.node.id}"`,
    fix: `make one in the stack "${own.node.id}": new AwsProvider(stack, "${provider.node.id}", { alias: "${provider.node.id}", region })`,
  });
}
