import { VpcEndpointPolicy } from "@cdktf/provider-aws/lib/vpc-endpoint-policy";
import { type ITerraformDependable, Lazy } from "cdktf";
import type { Construct } from "constructs";
import { fittingStatements } from "../aws/fitting-statements";
import { mergedStatements } from "../aws/merged-statements";
import { type PolicyStatement, policyDocument } from "../aws/policy-document";

/**
 * The policy of an endpoint, which grows until synthesis. A policy that was given stays where it was, in the endpoint; one that
 * is made of what is admitted is a resource of its own, so that what it names may depend on the endpoint.
 */
export class EndpointPolicy {
  readonly #scope: Construct;
  readonly #given: readonly PolicyStatement[] | undefined;
  readonly #admitted: PolicyStatement[] = [];
  #resource: VpcEndpointPolicy | undefined;

  constructor(scope: Construct, given: readonly PolicyStatement[] | undefined) {
    this.#scope = scope;
    this.#given = given;
  }

  /** The statements that were given and admitted. @default - none: AWS's own policy, which admits everything */
  get statements(): readonly PolicyStatement[] {
    const all = mergedStatements([...(this.#given ?? []), ...this.#admitted]);
    // What somebody has written is never made to admit more.
    return this.#given === undefined ? fittingStatements(all) : all;
  }

  /** What stands in the endpoint itself. */
  get inline(): { readonly policy?: string } {
    return this.#given === undefined ? {} : { policy: this.#document() };
  }

  /** Admits more. @returns what holds it, where that is not the endpoint itself */
  admit(endpointId: () => string, statements: readonly PolicyStatement[]): readonly ITerraformDependable[] {
    this.#admitted.push(...statements);
    if (this.#given !== undefined || this.#admitted.length === 0) return [];
    this.#resource ??= new VpcEndpointPolicy(this.#scope, "policy", {
      vpcEndpointId: endpointId(),
      policy: this.#document(),
    });
    return [this.#resource];
  }

  #document(): string {
    return Lazy.stringValue({ produce: () => policyDocument(this.statements) });
  }
}
