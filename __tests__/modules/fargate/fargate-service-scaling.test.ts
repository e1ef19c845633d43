import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { describe, expect, it } from "vitest";
import { FargateCluster, type FargateService, type FargateServiceProps, type ServiceScaling } from "../../../modules";
import { balancedService } from "../../support/scaled-service";
import { ref, type SynthesizedStack, synth } from "../../support/synth";

const scaled = (scaling: Partial<ServiceScaling>, props: Partial<FargateServiceProps> = {}) =>
  synth((scope) => {
    balancedService(scope, { scaling: { min: 2, max: 10, ...scaling }, ...props });
  });
const policyOf = (stack: SynthesizedStack) => stack.only("aws_appautoscaling_policy").attributes;
const trackingOf = (scaling: Partial<ServiceScaling>) =>
  policyOf(scaled(scaling))["target_tracking_scaling_policy_configuration"];
const insights = { name: "containerInsights", value: "enabled" };
const OLDEST = { namespace: "AWS/SQS", name: "ApproximateAgeOfOldestMessage", dimensions: { QueueName: "jobs" } };

describe("the number of a service's tasks", () => {
  it("is 1, and Terraform's, where nothing scales it", () => {
    const stack = synth((scope) => expect(balancedService(scope).scaling).toBeUndefined());
    const service = stack.only("aws_ecs_service").attributes;
    expect(service["desired_count"]).toBe(1);
    expect(service["lifecycle"]).toEqual({ ignore_changes: ["name"] });
    expect(stack.all("aws_appautoscaling_target")).toEqual([]);
  });

  it("is the minimum at first where something scales it, and not Terraform's from then on", () => {
    const stack = scaled({ cpu: 60 });
    const service = stack.only("aws_ecs_service");
    expect(service.attributes).toMatchObject({
      desired_count: 2,
      lifecycle: { ignore_changes: ["desired_count", "name"] },
    });
    expect(stack.only("aws_appautoscaling_target").attributes).toEqual({
      service_namespace: "ecs",
      scalable_dimension: "ecs:service:DesiredCount",
      resource_id: `service/${ref(stack.only("aws_ecs_cluster"), "name")}/${ref(service, "name")}`,
      min_capacity: 2,
      max_capacity: 10,
    });
  });

  it("is what is said at first, from 0 on", () => {
    const count = (scaling: Partial<ServiceScaling>, props = {}) =>
      scaled(scaling, props).only("aws_ecs_service").attributes["desired_count"];
    expect(count({ cpu: 60 }, { desiredCount: 5 })).toBe(5);
    expect(count({ min: 0, backlogPerTask: { queueName: "jobs", target: 10 } })).toBe(0);
  });

  it("is that of a service in a cluster of others, by the name in its ARN", () => {
    const resourceId = (cluster: { arn: string }) =>
      scaled({ cpu: 60 }, { cluster }).only("aws_appautoscaling_target").attributes["resource_id"];
    expect(resourceId({ arn: "arn:aws:ecs:eu-west-1:123456789012:cluster/shop" })).toMatch(/^service\/shop\/\$\{/);
    let cluster: FargateCluster | undefined;
    const stack = synth((scope) => {
      cluster = new FargateCluster(scope, "cluster", { name: "shop" });
      balancedService(scope, { cluster, scaling: { min: 1, max: 2, cpu: 60 } });
    });
    const address = stack.only("aws_ecs_cluster").address;
    expect(stack.only("aws_appautoscaling_target").attributes["resource_id"]).toContain(
      `service/\${element(split("/", ${address}.arn), 1)}/`,
    );
  });
});

describe("a metric that is held at a value", () => {
  it.each([
    ["cpu", "ECSServiceAverageCPUUtilization"],
    ["memory", "ECSServiceAverageMemoryUtilization"],
  ] as const)("is the use of %s, by AWS's own name", (name, predefinedMetricType) => {
    const stack = scaled({ [name]: 60 });
    const target = stack.only("aws_appautoscaling_target");
    expect(policyOf(stack)).toEqual({
      name,
      policy_type: "TargetTrackingScaling",
      service_namespace: ref(target, "service_namespace"),
      scalable_dimension: ref(target, "scalable_dimension"),
      resource_id: ref(target, "resource_id"),
      target_tracking_scaling_policy_configuration: {
        target_value: 60,
        predefined_metric_specification: { predefined_metric_type: predefinedMetricType },
      },
    });
  });

  it("has cooldowns, and starts tasks only, where that is said", () => {
    const goal = { target: 50, scaleInCooldown: 120, scaleOutCooldown: 0, disableScaleIn: true };
    expect(trackingOf({ memory: goal })).toMatchObject({
      target_value: 50,
      scale_in_cooldown: 120,
      scale_out_cooldown: 0,
      disable_scale_in: true,
    });
  });

  it("is the requests of the load balancer, by its name and that of the target group", () => {
    const stack = scaled({ requestsPerTarget: 1000 });
    expect(policyOf(stack)).toMatchObject({
      name: "requests-per-target",
      target_tracking_scaling_policy_configuration: {
        target_value: 1000,
        predefined_metric_specification: {
          predefined_metric_type: "ALBRequestCountPerTarget",
          resource_label: `${ref(stack.only("aws_lb"), "arn_suffix")}/${ref(stack.only("aws_lb_target_group"), "arn_suffix")}`,
        },
      },
    });
  });

  it("is a queue's backlog for each running task, which Container Insights counts", () => {
    const stack = synth((scope) => {
      const queue = new SqsQueue(scope, "queue", { name: "jobs" });
      balancedService(scope, {
        scaling: { min: 0, max: 5, backlogPerTask: { queueName: queue.name, target: 10 } },
      });
    });
    const cluster = stack.only("aws_ecs_cluster");
    expect(cluster.attributes["setting"]).toEqual([insights]);
    expect(policyOf(stack)).toMatchObject({
      name: "backlog-per-task",
      target_tracking_scaling_policy_configuration: {
        target_value: 10,
        customized_metric_specification: {
          metrics: [
            {
              id: "visible",
              return_data: false,
              metric_stat: {
                stat: "Sum",
                metric: {
                  namespace: "AWS/SQS",
                  metric_name: "ApproximateNumberOfMessagesVisible",
                  dimensions: [{ name: "QueueName", value: ref(stack.only("aws_sqs_queue"), "name") }],
                },
              },
            },
            {
              id: "running",
              return_data: false,
              metric_stat: {
                stat: "Average",
                metric: {
                  namespace: "ECS/ContainerInsights",
                  metric_name: "RunningTaskCount",
                  dimensions: [
                    { name: "ClusterName", value: ref(cluster, "name") },
                    { name: "ServiceName", value: ref(stack.only("aws_ecs_service"), "name") },
                  ],
                },
              },
            },
            { id: "result", return_data: true, expression: "IF(running > 0, visible / running, visible)" },
          ],
        },
      },
    });
  });

  it("leaves Container Insights as it is said, and as the account has it where no backlog is counted", () => {
    const settingOf = (scaling: Partial<ServiceScaling>, props: Partial<FargateServiceProps> = {}) =>
      scaled(scaling, props).only("aws_ecs_cluster").attributes["setting"];
    const backlogPerTask = { queueName: "jobs", target: 10 };
    expect(settingOf({ cpu: 60 })).toBeUndefined();
    expect(settingOf({ backlogPerTask }, { cluster: { name: "shop" } })).toEqual([insights]);
    expect(settingOf({ backlogPerTask }, { cluster: { containerInsights: "enhanced" } })).toEqual([
      { name: "containerInsights", value: "enhanced" },
    ]);
  });

  it("is any metric", () => {
    const metric = { ...OLDEST, statistic: "Maximum", unit: "Seconds" } as const;
    expect(policyOf(scaled({ metrics: { age: { metric, target: 300 } } }))).toMatchObject({
      name: "metric-age",
      target_tracking_scaling_policy_configuration: {
        target_value: 300,
        customized_metric_specification: {
          namespace: "AWS/SQS",
          metric_name: "ApproximateAgeOfOldestMessage",
          statistic: "Maximum",
          unit: "Seconds",
          dimensions: [{ name: "QueueName", value: "jobs" }],
        },
      },
    });
    const plain = { namespace: "shop", name: "Carts" };
    expect(trackingOf({ metrics: { carts: { metric: plain, target: 5 } } })).toEqual({
      target_value: 5,
      customized_metric_specification: { namespace: "shop", metric_name: "Carts", statistic: "Average" },
    });
  });

  it("is what CloudWatch works out of several", () => {
    const metric = {
      expression: "a / b",
      metrics: { a: { ...OLDEST, unit: "Seconds" }, b: { namespace: "shop", name: "Carts" } },
    };
    expect(trackingOf({ metrics: { ratio: { metric, target: 0.5 } } })).toEqual({
      target_value: 0.5,
      customized_metric_specification: {
        metrics: [
          {
            id: "a",
            return_data: false,
            metric_stat: {
              stat: "Average",
              unit: "Seconds",
              metric: {
                namespace: "AWS/SQS",
                metric_name: "ApproximateAgeOfOldestMessage",
                dimensions: [{ name: "QueueName", value: "jobs" }],
              },
            },
          },
          {
            id: "b",
            return_data: false,
            metric_stat: { stat: "Average", metric: { namespace: "shop", metric_name: "Carts" } },
          },
          { id: "result", return_data: true, expression: "a / b" },
        ],
      },
    });
  });
});

describe("steps", () => {
  it("start tasks by how far a metric of the service is above a value", () => {
    const steps = {
      busy: {
        metric: "cpu",
        steps: [
          { from: 80, change: 3 },
          { from: 60, to: 80, change: 1 },
        ],
      },
    } as const;
    const stack = scaled({ steps });
    expect(policyOf(stack)).toMatchObject({
      name: "step-busy",
      policy_type: "StepScaling",
      step_scaling_policy_configuration: {
        adjustment_type: "ChangeInCapacity",
        step_adjustment: [
          { metric_interval_lower_bound: "0", metric_interval_upper_bound: "20", scaling_adjustment: 1 },
          { metric_interval_lower_bound: "20", scaling_adjustment: 3 },
        ],
      },
    });
    expect(stack.only("aws_cloudwatch_metric_alarm").attributes).toEqual({
      alarm_name: "test-orders-scaling-busy",
      alarm_actions: [ref(stack.only("aws_appautoscaling_policy"), "arn")],
      namespace: "AWS/ECS",
      metric_name: "CPUUtilization",
      dimensions: {
        ClusterName: ref(stack.only("aws_ecs_cluster"), "name"),
        ServiceName: ref(stack.only("aws_ecs_service"), "name"),
      },
      statistic: "Average",
      period: 60,
      evaluation_periods: 1,
      threshold: 60,
      comparison_operator: "GreaterThanOrEqualToThreshold",
    });
  });

  it("stop tasks by how far any metric is below a value", () => {
    const metric = { ...OLDEST, statistic: "Maximum", unit: "Seconds" } as const;
    const idle = {
      metric,
      steps: [
        { to: 0.1, change: -50 },
        { from: 0.1, to: 0.3, change: -10 },
      ],
      adjustment: "PercentChangeInCapacity",
      minAdjustmentMagnitude: 2,
      cooldown: 60,
      period: 300,
      evaluationPeriods: 3,
    } as const;
    const stack = scaled({ steps: { idle } });
    expect(policyOf(stack)["step_scaling_policy_configuration"]).toEqual({
      adjustment_type: "PercentChangeInCapacity",
      metric_aggregation_type: "Maximum",
      min_adjustment_magnitude: 2,
      cooldown: 60,
      step_adjustment: [
        { metric_interval_upper_bound: "-0.2", scaling_adjustment: -50 },
        { metric_interval_lower_bound: "-0.2", metric_interval_upper_bound: "0", scaling_adjustment: -10 },
      ],
    });
    expect(stack.only("aws_cloudwatch_metric_alarm").attributes).toMatchObject({
      namespace: "AWS/SQS",
      statistic: "Maximum",
      unit: "Seconds",
      period: 300,
      evaluation_periods: 3,
      threshold: 0.3,
      comparison_operator: "LessThanOrEqualToThreshold",
    });
  });
});

describe("schedules", () => {
  it("change the bounds from a time on", () => {
    const stack = scaled({ schedules: { evening: { schedule: "cron(0 19 ? * MON-FRI *)", min: 0, max: 2 } } });
    expect(stack.only("aws_appautoscaling_scheduled_action").attributes).toMatchObject({
      name: "evening",
      schedule: "cron(0 19 ? * MON-FRI *)",
      resource_id: ref(stack.only("aws_appautoscaling_target"), "resource_id"),
      scalable_target_action: { min_capacity: "0", max_capacity: "2" },
    });
  });

  it("have a time zone and an end", () => {
    const once = {
      schedule: "rate(12 hours)",
      min: 4,
      timeZone: "Europe/Zurich",
      startTime: "2027-01-01T00:00:00Z",
      endTime: "2027-02-01T00:00:00Z",
    };
    expect(scaled({ schedules: { once } }).only("aws_appautoscaling_scheduled_action").attributes).toMatchObject({
      timezone: "Europe/Zurich",
      start_time: "2027-01-01T00:00:00Z",
      end_time: "2027-02-01T00:00:00Z",
      scalable_target_action: { min_capacity: "4" },
    });
  });
});

describe("the scaling of a service", () => {
  it("has every resource as a property", () => {
    let service: FargateService | undefined;
    synth((scope) => {
      service = balancedService(scope, {
        scaling: {
          min: 1,
          max: 3,
          cpu: 60,
          metrics: { age: { metric: OLDEST, target: 60 } },
          steps: { busy: { metric: "memory", steps: [{ from: 80, change: 1 }] } },
          schedules: { night: { schedule: "cron(0 22 * * ? *)", max: 1 } },
        },
      });
    });
    expect([...(service?.scaling?.policies.keys() ?? [])]).toEqual(["cpu", "metric-age", "step-busy"]);
    expect([...(service?.scaling?.alarms.keys() ?? [])]).toEqual(["busy"]);
    expect([...(service?.scaling?.scheduledActions.keys() ?? [])]).toEqual(["night"]);
  });
});
