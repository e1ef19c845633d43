/**
 * `cdktf-private-fargate/testing`: the matcher for tests with vitest or Jest, and the Terraform of what a test holds. It needs
 * neither of the two at run time.
 */

import { proveReachability } from "../reachability/prove-reachability";
import { explainProof } from "../reachability/report/explain-proof";
import { terraformOf } from "./terraform-of";

export type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
export { terraformOf };

/** How strict {@link ReachabilityMatchers.toReachEveryService} is. */
export interface ReachOptions {
  /**
   * Whether calls may remain of which nobody knows before Terraform runs, for example because the VPC exists already.
   *
   * @default false
   */
  readonly allowUnknown?: boolean;
}

/** What the matchers add to `expect`. */
export interface ReachabilityMatchers {
  /**
   * Every call of every Fargate task arrives.
   *
   * `expect` takes a construct, which stands for all stacks of its app, or Terraform JSON as a text or an object, or a list
   * of these. `Testing.synth` leaves out the comments in which `uses` and accepted findings are: give the stack itself.
   *
   * @example
   * ```ts
   * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
   * import { Testing, TerraformStack } from "cdktf";
   * import {
   *   ContainerImage, EndpointPlan, FargateService, type FargateTask, PrivateNetwork, VpcEndpoints,
   * } from "cdktf-private-fargate";
   * import { reachabilityMatchers } from "cdktf-private-fargate/testing";
   * import { expect, it } from "vitest";
   *
   * expect.extend(reachabilityMatchers);
   *
   * it("reaches everything that the orders service calls", () => {
   *   const stack = new TerraformStack(Testing.app(), "shop");
   *   new AwsProvider(stack, "aws", { region: "eu-west-1" });
   *   const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
   *   const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;
   *   const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
   *   const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
   *   new FargateService(stack, "orders", { network, endpoints, task });
   *   expect(stack).toReachEveryService();
   * });
   * ```
   */
  toReachEveryService(options?: ReachOptions): void;
}

declare global {
  // @types/jest and vitest both take what is added here, in whichever module system they are loaded.
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: parameters of one interface are written alike wherever it is declared
    interface Matchers<R, T = {}> extends ReachabilityMatchers {}
  }
}

/** For `expect.extend`. */
export const reachabilityMatchers = {
  toReachEveryService(received: unknown, { allowUnknown = false }: ReachOptions = {}) {
    const proof = proveReachability(terraformOf(received), { fixes: "library" });
    const hasTasks = proof.tasks.length > 0;
    const pass = hasTasks && (proof.verdict === "proved" || (allowUnknown && proof.verdict === "unknown"));
    return {
      pass,
      message: () =>
        pass
          ? `every service is reached, which was not expected\n\n${explainProof(proof)}`
          : `not every service is reached\n\n${explainProof(proof)}`,
    };
  },
};
