import { expect, it } from "vitest";
import { FargateService, LogDriver } from "../../../modules";
import { checkNewerBlocks } from "../../../modules/fargate/newer-blocks";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { onlyIssue } from "../../support/reported";
import { newStack } from "../../support/synth";

const NEWER = { EcsServiceDeploymentConfigurationOutputReference: class {} };

it("bindings that have the block have nothing against it", () => {
  expect([...checkNewerBlocks(["DeploymentConfiguration"], "deployment.strategy", NEWER)]).toEqual([]);
});

it("bindings that have one of two blocks are told which to install", () => {
  const blocks = ["DeploymentConfiguration", "DeploymentConfigurationLinearConfiguration"] as const;
  const issue = onlyIssue([...checkNewerBlocks(blocks, "deployment.strategy", NEWER)]);
  expect(issue).toMatchObject({ code: "provider-bindings-too-old", path: "deployment.strategy" });
  expect(issue.problem).toBe("the installed bindings of the AWS provider do not have what strategy needs");
  expect(issue.fix).toContain("npm install @cdktf/provider-aws@21.22.1, or @cdktn/provider-aws@25 with CDK Terrain");
});

it("the bindings of version 5 of the provider have neither, and the service says so once", () => {
  const issuesOf = (props: object, task: object = {}) =>
    configurationErrorOf(
      () =>
        new FargateService(newStack(), "orders", {
          network: legacyNetwork,
          task: { ...ordersTask, ...task },
          ...props,
        }),
    ).issues.map(({ code, path }) => `${code} ${path}`);
  expect(issuesOf({ deployment: { strategy: "blue-green" } })).toEqual([
    "provider-bindings-too-old deployment.strategy",
  ]);
  const serviceConnect = { namespace: "shop", logDriver: LogDriver.none(), accessLogs: { format: "json" } };
  expect(issuesOf({}, { serviceConnect })).toEqual(["provider-bindings-too-old serviceConnect.accessLogs"]);
});
