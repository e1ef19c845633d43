import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import type { FargateServiceProps, ServiceScaling } from "../../../modules";
import { checkServiceScaling } from "../../../modules/fargate/check-service-scaling";
import { codesOf, configurationErrorOf } from "../../support/configuration-error-of";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { balancedService } from "../../support/scaled-service";
import { synth } from "../../support/synth";

const balancerTarget = (name: string) => ({
  name,
  container: "api",
  port: 8080,
  targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/a/0",
  requestCountLabel: `app/${name}/0/targetgroup/a/0`,
  securityGroupId: "sg-0",
  dependencies: [],
});
const issuesOf = (scaling: Partial<ServiceScaling>, props: Partial<FargateServiceProps> = {}) => [
  ...checkServiceScaling({
    network: legacyNetwork,
    task: ordersTask,
    scaling: { min: 1, max: 10, cpu: 60, ...scaling },
    ...props,
  }),
];
const only = (scaling: Partial<ServiceScaling>, props: Partial<FargateServiceProps> = {}) => {
  const issues = issuesOf(scaling, props);
  expect(issues).toHaveLength(1);
  return issues[0];
};
const { requestCountLabel: _label, ...networkTarget } = balancerTarget("wire");

describe("the bounds of scaling", () => {
  it.each<[string, Partial<ServiceScaling>, Partial<FargateServiceProps>]>([
    ["one bound", { min: 3, max: 3 }, {}],
    ["a number to start with at either bound", {}, { desiredCount: 10 }],
    ["a number to start with that Terraform fills in", {}, { desiredCount: Number.NEGATIVE_INFINITY }],
    ["a schedule with one bound beyond the others", { schedules: { day: { schedule: "rate(1 day)", min: 20 } } }, {}],
  ])("may be %s", (_, scaling, props) => {
    expect(issuesOf(scaling, props)).toEqual([]);
  });

  it("are in order", () => {
    expect(only({ min: 10, max: 2 })).toMatchObject({
      code: "scaling-range-invalid",
      path: "scaling.min",
      problem: "min is 10, and max is 2",
      fix: "write min: 2, max: 10",
    });
    const day = { schedule: "rate(1 day)", min: 4, max: 2 };
    expect(only({ schedules: { day } })).toMatchObject({ path: "scaling.schedules.day.min" });
  });

  it.each([0, 11])("hold the number to start with, which %d is not", (desiredCount) => {
    expect(only({}, { desiredCount })).toMatchObject({
      code: "scaling-range-invalid",
      path: "desiredCount",
      fix: "leave it out to start with 1, or write a number from 1 to 10",
    });
  });

  it("are changed by each schedule, at a time that there is", () => {
    expect(only({ schedules: { day: { schedule: "rate(1 day)" } } })).toMatchObject({
      code: "scaling-range-invalid",
      problem: "the schedule changes neither min nor max",
    });
    expect(only({ schedules: { day: { schedule: "0 7 * * 1-5", max: 3 } } })).toMatchObject({
      code: "schedule-expression-invalid",
      path: "scaling.schedules.day.schedule",
      why: expect.stringContaining("Application Auto Scaling takes"),
    });
    expect(only({ schedules: { day: { schedule: "rate(1 day)", max: 3, endTime: "tomorrow" } } })).toMatchObject({
      code: "scaling-setting-invalid",
      path: "scaling.schedules.day.endTime",
    });
  });

  it.each([
    ["negative", { min: -1 }],
    ["fractional", { max: 2.5 }],
    ["negative by a schedule", { schedules: { day: { schedule: "rate(1 day)", min: -2 } } }],
  ])("are never %s", (_, scaling) => {
    const program = () =>
      synth((scope) => balancedService(scope, { scaling: { min: 1, max: 4, cpu: 60, ...scaling } }));
    expect(codesOf(program)).toEqual(["property-malformed"]);
  });

  it("may be what Terraform fills in", () => {
    const program = () =>
      synth((scope) => {
        const most = new TerraformVariable(scope, "most", { type: "number", default: 4 });
        balancedService(scope, { desiredCount: 7, scaling: { min: 1, max: most.numberValue, cpu: 60 } });
      });
    expect(program).not.toThrow();
  });
});

describe("requests per target", () => {
  it.each<[string, Partial<FargateServiceProps>]>([
    ["without a load balancer", {}],
    ["with a network load balancer", { loadBalancers: [networkTarget] }],
  ])("are not counted %s", (_, props) => {
    expect(only({ requestsPerTarget: 1000 }, props)).toMatchObject({
      code: "scaling-load-balancer-missing",
      path: "scaling.requestsPerTarget",
      problem: "the service has no application load balancer",
    });
  });

  it("are those of one of several load balancers, which is named", () => {
    const loadBalancers = [balancerTarget("inner"), networkTarget, balancerTarget("outer")];
    expect(only({ requestsPerTarget: 1000 }, { loadBalancers })).toMatchObject({
      problem: "the service is behind 2 application load balancers: inner, outer",
      fix: 'write requestsPerTarget: { target: 1000, loadBalancer: "inner" }',
    });
    expect(issuesOf({ requestsPerTarget: { target: 1000, loadBalancer: "outer" } }, { loadBalancers })).toEqual([]);
    expect(only({ requestsPerTarget: { target: 1000, loadBalancer: "outr" } }, { loadBalancers })).toMatchObject({
      path: "scaling.requestsPerTarget.loadBalancer",
      fix: 'write "outer"; there is inner, outer',
    });
  });

  it("are those of the only application load balancer besides network ones", () => {
    expect(issuesOf({ requestsPerTarget: 9 }, { loadBalancers: [networkTarget, balancerTarget("a")] })).toEqual([]);
  });
});

describe("what changes the number of tasks", () => {
  it("counts running tasks with Container Insights", () => {
    const backlogPerTask = { queueName: "jobs", target: 10 };
    expect(only({ backlogPerTask }, { cluster: { containerInsights: "disabled" } })).toMatchObject({
      code: "scaling-container-insights",
      path: "cluster.containerInsights",
    });
    expect(issuesOf({ backlogPerTask }, { cluster: { containerInsights: "enhanced" } })).toEqual([]);
    expect(issuesOf({}, { cluster: { containerInsights: "disabled" } })).toEqual([]);
  });

  it("is missed where only the bounds are given", () => {
    expect([
      ...checkServiceScaling({ network: legacyNetwork, task: ordersTask, scaling: { min: 1, max: 9 } }),
    ]).toMatchObject([{ code: "scaling-without-policy", severity: "warning" }]);
  });

  it.each<[string, Partial<ServiceScaling>, boolean]>([
    ["its own CPU", {}, true],
    ["its own CPU and a backlog", { backlogPerTask: { queueName: "jobs", target: 10 } }, false],
    ["its own CPU and a schedule", { schedules: { day: { schedule: "rate(1 day)", min: 1 } } }, false],
  ])("starts a first task of none by %s: it does not is %s", (_, scaling, isStuck) => {
    expect(issuesOf({ min: 0, ...scaling }).map(({ code }) => code)).toEqual(isStuck ? ["scaling-from-zero"] : []);
  });

  it("is found with all else that is wrong, in one error", () => {
    const program = () =>
      synth((scope) =>
        balancedService(scope, { loadBalancers: [], scaling: { min: 4, max: 1, cpu: 0, requestsPerTarget: 5 } }),
      );
    expect(configurationErrorOf(program).issues.map(({ path }) => path)).toEqual([
      "scaling.min",
      "scaling.cpu",
      "scaling.requestsPerTarget",
    ]);
  });
});
