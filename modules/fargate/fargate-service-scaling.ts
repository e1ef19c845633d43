import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingScheduledAction } from "@cdktf/provider-aws/lib/appautoscaling-scheduled-action";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { defaultName } from "../internal/default-name";
import { numberAsText } from "../load-balancing/number-as-text";
import { type ScaledService, targetTrackingPolicies } from "./scaling-policies";
import type { ScheduledScaling, ServiceScaling } from "./service-scaling";
import { steppedScaling } from "./step-policies";

/**
 * What changes the number of a service's tasks: the `scaling` of a `FargateService`.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, FargateService, type FargateTask, PrivateNetwork, VpcEndpoints,
 * } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
 * const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
 *
 * const scaling = { min: 2, max: 10, cpu: 60 };
 * new FargateService(stack, "service", { network, endpoints, task, scaling });
 *
 * app.synth();
 * ```
 */
export class FargateServiceScaling extends Construct {
  readonly target: AppautoscalingTarget;
  /** The policies by name: `cpu`, `memory`, `requests-per-target`, `backlog-per-task`, `metric-NAME` and `step-NAME`. */
  readonly policies: ReadonlyMap<string, AppautoscalingPolicy>;
  /** The alarms of `steps`, by their names there. */
  readonly alarms: ReadonlyMap<string, CloudwatchMetricAlarm>;
  /** The scheduled actions, by their names in `schedules`. */
  readonly scheduledActions: ReadonlyMap<string, AppautoscalingScheduledAction>;

  constructor(scope: Construct, id: string, scaling: ServiceScaling, service: ScaledService) {
    super(scope, id);
    const { min, max, steps = {}, schedules = {} } = scaling;
    const { clusterName, serviceName } = service;
    this.target = new AppautoscalingTarget(this, "Resource", {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: `service/${clusterName}/${serviceName}`,
      minCapacity: min,
      maxCapacity: max,
    });
    const policies = new Map<string, AppautoscalingPolicy>();
    const alarms = new Map<string, CloudwatchMetricAlarm>();
    const actions = new Map<string, AppautoscalingScheduledAction>();
    const { serviceNamespace, scalableDimension, resourceId } = this.target;
    const scaled = { serviceNamespace, scalableDimension, resourceId };
    for (const [name, tracking] of Object.entries(targetTrackingPolicies(scaling, service))) {
      const policy = new AppautoscalingPolicy(this, `policy-${name}`, {
        ...scaled,
        name,
        policyType: "TargetTrackingScaling",
        targetTrackingScalingPolicyConfiguration: tracking,
      });
      policies.set(name, policy);
    }
    for (const [name, step] of Object.entries(steps)) {
      const stepped = steppedScaling(step, service);
      if (stepped === undefined) continue;
      const policy = new AppautoscalingPolicy(this, `policy-step-${name}`, {
        ...scaled,
        name: `step-${name}`,
        policyType: "StepScaling",
        stepScalingPolicyConfiguration: stepped.policy,
      });
      policies.set(`step-${name}`, policy);
      const alarm = new CloudwatchMetricAlarm(this, `alarm-${name}`, {
        ...stepped.alarm,
        alarmName: `${defaultName(this)}-${name}`,
        alarmActions: [policy.arn],
      });
      alarms.set(name, alarm);
    }
    for (const [name, schedule] of Object.entries(schedules)) {
      const action = new AppautoscalingScheduledAction(this, `schedule-${name}`, {
        ...scaled,
        name,
        ...scheduledAction(schedule),
      });
      actions.set(name, action);
    }
    this.policies = policies;
    this.alarms = alarms;
    this.scheduledActions = actions;
  }
}

function scheduledAction({ schedule, min, max, timeZone, startTime, endTime }: ScheduledScaling) {
  return {
    schedule,
    ...(timeZone === undefined ? {} : { timezone: timeZone }),
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
    scalableTargetAction: {
      ...(min === undefined ? {} : { minCapacity: numberAsText(min) }),
      ...(max === undefined ? {} : { maxCapacity: numberAsText(max) }),
    },
  };
}
