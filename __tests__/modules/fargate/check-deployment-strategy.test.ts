import { describe, expect, it } from "vitest";
import type { FargateServiceProps, LoadBalancerTarget, ServiceDeployment } from "../../../modules";
import { checkDeploymentStrategy } from "../../../modules/fargate/check-deployment-strategy";
import { ordersTask } from "../../support/orders";

const NEWEST = Object.fromEntries(
  [
    "DeploymentConfiguration",
    "DeploymentConfigurationCanaryConfiguration",
    "DeploymentConfigurationLifecycleHook",
    "DeploymentConfigurationLinearConfiguration",
    "LoadBalancerAdvancedConfiguration",
  ].map((name) => [`EcsService${name}OutputReference`, class {}]),
);
const PENDING = Number.NEGATIVE_INFINITY;
const FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:check-orders:live";

const plain: LoadBalancerTarget = {
  name: "web",
  container: "api",
  port: 8080,
  targetGroupArn: "arn:one",
  securityGroupId: "sg-0a",
  dependencies: [],
};
const shifted: LoadBalancerTarget = { ...plain, alternate: { targetGroupArn: "arn:two", productionRule: "arn:rule" } };

const issuesOf = (
  deployment: ServiceDeployment,
  loadBalancers: readonly LoadBalancerTarget[] = [shifted],
  task: FargateServiceProps["task"] = ordersTask,
) => [...checkDeploymentStrategy({ task, deployment, loadBalancers }, NEWEST)];

describe("a deployment that shifts traffic", () => {
  it.each<[ServiceDeployment]>([
    [{ strategy: "blue-green" }],
    [{ strategy: "blue-green", bakeTime: 0 }],
    [{ strategy: "linear", bakeTime: 1440, step: { percent: 3, minutes: 0 } }],
    [{ strategy: "linear", step: { percent: 33.3, minutes: 1440 } }],
    [{ strategy: "canary", step: { percent: 0.1 } }],
    [{ strategy: "canary", step: { percent: 100 } }],
    [{ strategy: "canary", bakeTime: PENDING, step: { percent: PENDING, minutes: PENDING } }],
    [{ strategy: "canary", hooks: [{ functionArn: FUNCTION, stages: ["PRE_SCALE_UP", "POST_SCALE_UP"] }] }],
  ])("may be %j", (deployment) => {
    expect(issuesOf(deployment)).toEqual([]);
  });

  it.each<[string, ServiceDeployment, string]>([
    ["bakeTime", { strategy: "blue-green", bakeTime: 1441 }, "bakeTime is 1441"],
    ["bakeTime", { strategy: "blue-green", bakeTime: 2.5 }, "bakeTime is 2.5"],
    ["step", { strategy: "blue-green", step: {} }, 'step is given, and the strategy is "blue-green"'],
    ["step.percent", { strategy: "linear", step: { percent: 2 } }, "percent is 2"],
    ["step.percent", { strategy: "canary", step: { percent: 0 } }, "percent is 0"],
    ["step.percent", { strategy: "canary", step: { percent: 5.55 } }, "percent is 5.55"],
    ["step.percent", { strategy: "linear", step: { percent: 101 } }, "percent is 101"],
    ["step.minutes", { strategy: "linear", step: { minutes: -1 } }, "minutes is -1"],
    ["hooks[0].stages", { strategy: "linear", hooks: [{ functionArn: FUNCTION, stages: [] }] }, "no stage is named"],
    [
      "hooks[0].functionArn",
      { strategy: "linear", hooks: [{ functionArn: "check-orders", stages: ["PRE_SCALE_UP"] }] },
      '"check-orders" is not the ARN of a function',
    ],
    [
      "hooks[0].stages[0]",
      JSON.parse(`{ "strategy": "linear", "hooks": [{ "functionArn": "${FUNCTION}", "stages": ["AFTER"] }] }`),
      '"AFTER" is none of',
    ],
  ])("is refused for its %s", (name, deployment, problem) => {
    const [issue, ...others] = issuesOf(deployment);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: "deployment-invalid", path: `deployment.${name}` });
    expect(issue?.problem).toContain(problem);
  });

  it("needs two target groups of each load balancer, and of linear and canary something that has traffic", () => {
    expect(issuesOf({ strategy: "linear" }, [shifted, plain])).toMatchObject([{ path: "loadBalancers[1]" }]);
    expect(issuesOf({ strategy: "blue-green" }, [])).toEqual([]);
    expect(issuesOf({ strategy: "canary" }, [])).toMatchObject([{ path: "deployment.strategy" }]);
    const connected = { ...ordersTask, serviceConnect: { namespace: "shop" } };
    expect(issuesOf({ strategy: "canary" }, [], connected)).toEqual([]);
  });
});

describe("a rolling deployment", () => {
  it.each<[ServiceDeployment]>([[{}], [{ strategy: "rolling" }], [{ minimumPercent: 50 }]])(
    "may be %j",
    (deployment) => {
      expect(issuesOf(deployment, [plain])).toEqual([]);
    },
  );

  it("shifts no traffic: what says how is refused, and a second target group as well", () => {
    const deployment = { bakeTime: 5, step: {}, hooks: [], roleArn: "arn:aws:iam::123456789012:role/shift" };
    const names = ["bakeTime", "step", "hooks", "roleArn"];
    expect(issuesOf(deployment, [plain]).map(({ path }) => path)).toEqual(names.map((name) => `deployment.${name}`));
    expect(issuesOf({ strategy: "rolling" })).toMatchObject([{ path: "loadBalancers[0]" }]);
  });
});
