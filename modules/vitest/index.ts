/** Matchers for tests with vitest. They need nothing of vitest at run time, so they work with Jest's `expect` as well. */

import type {} from "vitest";
import { proveReachability } from "../reachability/prove-reachability";
import { explainProof } from "../reachability/report/explain-proof";
import { terraformOf } from "./terraform-of";

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
   * expect.extend(reachabilityMatchers);
   * expect(stack).toReachEveryService();
   */
  toReachEveryService(options?: ReachOptions): void;
}

declare module "vitest" {
  interface Matchers<T> extends ReachabilityMatchers {}
}

/** For `expect.extend`. */
export const reachabilityMatchers = {
  toReachEveryService(received: unknown, { allowUnknown = false }: ReachOptions = {}) {
    const proof = proveReachability(terraformOf(received));
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
