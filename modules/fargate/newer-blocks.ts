import * as ecsServiceBindings from "@cdktf/provider-aws/lib/ecs-service";
import { type Issue, issue } from "../issues/issue";

/** Blocks of `aws_ecs_service` that not all bindings in the range of this library have, by the names of their classes. */
export type NewerBlock =
  | "DeploymentConfiguration"
  | "DeploymentConfigurationCanaryConfiguration"
  | "DeploymentConfigurationLifecycleHook"
  | "DeploymentConfigurationLinearConfiguration"
  | "LoadBalancerAdvancedConfiguration"
  | "ServiceConnectConfigurationAccessLogConfiguration";

/** The oldest bindings that have a block, of those that were looked at. */
const INSTALL = {
  strategy: "npm install @cdktf/provider-aws@21.22.1, or @cdktn/provider-aws@25 with CDK Terrain",
  accessLogs: "move to CDK Terrain and npm install @cdktn/provider-aws@25.7.0; those for cdktf ended before it came",
} as const;

/**
 * What the installed bindings do not have. They would drop a block that they do not know without a word, and the version of the
 * provider follows from theirs, so their classes tell.
 *
 * @param path the property that needs the blocks
 * @param bindings the module of `aws_ecs_service`. @default - the installed one
 */
export function* checkNewerBlocks(
  blocks: readonly NewerBlock[],
  path: string,
  bindings: object = ecsServiceBindings,
): Generator<Issue> {
  if (blocks.every((block) => Object.hasOwn(bindings, `EcsService${block}OutputReference`))) return;
  const property = path.split(".").at(-1) ?? path;
  const install = INSTALL[property === "accessLogs" ? "accessLogs" : "strategy"];
  yield issue("provider-bindings-too-old", {
    path,
    problem: `the installed bindings of the AWS provider do not have what ${property} needs`,
    fix: `${install}; or leave ${property} out`,
  });
}
