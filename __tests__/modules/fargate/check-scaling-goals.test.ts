import { describe, expect, it } from "vitest";
import type { CloudWatchMetric, ServiceScaling } from "../../../modules";
import { checkScalingGoals } from "../../../modules/fargate/check-scaling-goals";

const issuesOf = (scaling: Partial<ServiceScaling>) => [...checkScalingGoals({ min: 1, max: 10, ...scaling })];
const AGE: CloudWatchMetric = { namespace: "AWS/SQS", name: "ApproximateAgeOfOldestMessage" };

describe("the value at which a metric is held", () => {
  it.each<[string, Partial<ServiceScaling>]>([
    ["all of the CPU", { cpu: 100 }],
    ["a part of a percent", { memory: { target: 0.5 } }],
    ["any number of requests", { requestsPerTarget: 1_000_000 }],
    ["less than a message", { backlogPerTask: { queueName: "jobs.fifo", target: 0.2 } }],
    ["what Terraform fills in", { cpu: Number.NEGATIVE_INFINITY }],
  ])("may be %s", (_, scaling) => {
    expect(issuesOf(scaling)).toEqual([]);
  });

  it.each<[Partial<ServiceScaling>, string, string]>([
    [{ cpu: 0 }, "scaling.cpu", "0 is not a percentage that can be held"],
    [{ cpu: { target: 101 } }, "scaling.cpu.target", "101 is not a percentage that can be held"],
    [{ memory: -5 }, "scaling.memory", "-5 is not a percentage that can be held"],
    [{ requestsPerTarget: 0 }, "scaling.requestsPerTarget", "a target of 0 cannot be held"],
    [
      { backlogPerTask: { queueName: "jobs", target: -1 } },
      "scaling.backlogPerTask.target",
      "a target of -1 cannot be held",
    ],
    [{ metrics: { age: { metric: AGE, target: 0 } } }, "scaling.metrics.age.target", "a target of 0 cannot be held"],
  ])("is not that of %j", (scaling, path, problem) => {
    expect(issuesOf(scaling)).toMatchObject([{ code: "scaling-setting-invalid", path, problem }]);
  });
});

describe("the name of a queue", () => {
  it.each([
    ["arn:aws:sqs:eu-west-1:123456789012:jobs", '"jobs"'],
    ["https://sqs.eu-west-1.amazonaws.com/123456789012/jobs.fifo", '"jobs.fifo"'],
    ["two words", "queue.name"],
  ])("is not %s", (queueName, fix) => {
    expect(issuesOf({ backlogPerTask: { queueName, target: 1 } })).toMatchObject([
      { code: "scaling-setting-invalid", path: "scaling.backlogPerTask.queueName", fix: `write queueName: ${fix}` },
    ]);
  });

  it("may be what Terraform fills in", () => {
    expect(issuesOf({ backlogPerTask: { queueName: "${aws_sqs_queue.jobs.name}", target: 1 } })).toEqual([]);
  });
});

describe("a metric", () => {
  it("has a name in an expression that starts with a small letter", () => {
    const metrics = { Visible: AGE, "oldest-age": AGE, running2: AGE };
    expect(issuesOf({ metrics: { a: { metric: { expression: "x", metrics }, target: 1 } } })).toMatchObject([
      { path: "scaling.metrics.a.metric.metrics.Visible", fix: "write visible, in the expression as well" },
      { path: "scaling.metrics.a.metric.metrics.oldest-age", fix: "write oldest_age, in the expression as well" },
    ]);
  });

  it("has a statistic that CloudWatch has", () => {
    const metric: CloudWatchMetric = JSON.parse('{ "namespace": "shop", "name": "Carts", "statistic": "Mean" }');
    expect(issuesOf({ metrics: { a: { metric, target: 1 } } })).toMatchObject([
      { code: "scaling-setting-invalid", path: "scaling.metrics.a.metric.statistic" },
    ]);
    expect(issuesOf({ steps: { a: { metric, steps: [] } } })).toMatchObject([
      { path: "scaling.steps.a.metric.statistic" },
    ]);
  });

  it("is one of the service's two where it is a word", () => {
    const steps: ServiceScaling["steps"] = JSON.parse('{ "a": { "metric": "disk", "steps": [] } }');
    expect(issuesOf({ steps: steps ?? {} })).toMatchObject([
      { path: "scaling.steps.a.metric", problem: '"disk" is none of cpu, memory' },
    ]);
  });
});
