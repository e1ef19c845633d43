import { describe, expect, it } from "vitest";
import type { ScalingStep, StepScaling } from "../../../modules";
import { checkStepScaling } from "../../../modules/fargate/check-step-scaling";

const issuesOf = (steps: readonly ScalingStep[], others: Partial<StepScaling> = {}) => [
  ...checkStepScaling({ metric: "cpu", steps, ...others }, "scaling.steps.busy"),
];

describe("the steps of a policy", () => {
  it.each<[string, readonly ScalingStep[]]>([
    ["one range without an end", [{ from: 80, change: 1 }]],
    ["one range without a beginning", [{ to: 20, change: -1 }]],
    [
      "ranges in any order",
      [
        { from: 80, change: 3 },
        { from: 60, to: 80, change: 1 },
      ],
    ],
    [
      "ranges below 0",
      [
        { to: -5, change: -1 },
        { from: -5, to: 0, change: 0 },
      ],
    ],
  ])("may be %s", (_, steps) => {
    expect(issuesOf(steps)).toEqual([]);
  });

  it.each<[readonly ScalingStep[], string]>([
    [[], "there is no step"],
    [[{ change: 1 }], "the steps hold for every value of the metric"],
    [
      [
        { to: 20, change: -1 },
        { from: 20, change: 1 },
      ],
      "the steps hold for every value of the metric",
    ],
    [[{ from: 60, to: 80, change: 1 }], "no step says what is done from 80 on"],
    [[{ from: 80, to: 60, change: 1 }], "a step goes from 80 to 60"],
    [
      [
        { from: 60, to: 70, change: 1 },
        { from: 80, change: 2 },
      ],
      "no step says what is done between 70 and 80",
    ],
    [
      [
        { to: 20, change: -1 },
        { from: 80, change: 1 },
      ],
      "no step says what is done between 20 and 80",
    ],
    [
      [
        { from: 60, to: 90, change: 1 },
        { from: 80, change: 2 },
      ],
      "two steps hold between 80 and 90",
    ],
    [
      [
        { from: 60, change: 1 },
        { from: 80, change: 2 },
      ],
      "two steps hold from 80 on",
    ],
    [
      [
        { to: 20, change: -1 },
        { to: 30, change: -2 },
      ],
      "two steps hold below 20",
    ],
  ])("are not %j", (steps, problem) => {
    expect(issuesOf(steps)).toMatchObject([
      { code: "scaling-steps-invalid", path: "scaling.steps.busy.steps", problem },
    ]);
  });

  it("have bounds that are known when the app is synthesized", () => {
    expect(issuesOf([{ from: Number.NEGATIVE_INFINITY, change: 1 }])).toMatchObject([
      { path: "scaling.steps.busy.steps[0]", problem: "a bound of the step is a value that Terraform fills in" },
    ]);
  });

  it.each<[ScalingStep, Partial<StepScaling>]>([
    [{ from: 80, change: 1.5 }, {}],
    [{ from: 80, change: -1 }, { adjustment: "ExactCapacity" }],
  ])("change the number of tasks by what there is: %j with %j", (step, others) => {
    expect(issuesOf([step], others)).toMatchObject([{ path: "scaling.steps.busy.steps[0].change" }]);
  });
});

describe("the settings of a policy with steps", () => {
  it.each<[string, Partial<StepScaling>]>([
    ["period", { period: 90 }],
    ["period", { period: 0 }],
    ["evaluationPeriods", { evaluationPeriods: 0 }],
    ["minAdjustmentMagnitude", { minAdjustmentMagnitude: 2 }],
    ["adjustment", JSON.parse('{ "adjustment": "ChangeByTwo" }')],
  ])("are what AWS takes: %s is not", (name, others) => {
    expect(issuesOf([{ from: 80, change: 1 }], others)).toMatchObject([
      { code: "scaling-steps-invalid", path: `scaling.steps.busy.${name}` },
    ]);
  });

  it.each([10, 60, 300])("may be a period of %d seconds", (period) => {
    expect(issuesOf([{ from: 80, change: 1 }], { period })).toEqual([]);
  });
});
