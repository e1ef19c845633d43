import { Aspects, type IAspect, TerraformDataSource, type TerraformProvider, TerraformResource } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type { ProviderProps } from "./provider-props";

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

/** Gives all resources in a construct its provider: as an Aspect, since some are made after the constructor. */
export function useProvider(construct: Construct, { provider }: ProviderProps): void {
  if (provider === undefined) return;
  providers.set(construct, provider);
  Aspects.of(construct).add(PROVIDING);
}
