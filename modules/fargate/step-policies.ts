import type { AppautoscalingPolicyStepScalingPolicyConfiguration as StepPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import type { CloudwatchMetricAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { numberAsText } from "../load-balancing/number-as-text";
import type { ScaledService } from "./scaling-policies";
import type { CloudWatchMetric, StepScaling } from "./service-scaling";
import { stepRanges } from "./step-ranges";

/** A policy with steps, and the alarm that calls it. */
export interface SteppedScaling {
  readonly policy: StepPolicy;
  readonly alarm: Omit<CloudwatchMetricAlarmConfig, "alarmName">;
}

const OWN_METRICS = { cpu: "CPUUtilization", memory: "MemoryUtilization" } as const;

/** Changes by ranges of a metric, of which the check has found that they are some. */
export function steppedScaling(scaling: StepScaling, service: ScaledService): SteppedScaling | undefined {
  const found = stepRanges(scaling.steps);
  if (!("threshold" in found)) return undefined;
  const { ranges, threshold, direction } = found;
  const { adjustment = "ChangeInCapacity", minAdjustmentMagnitude, cooldown } = scaling;
  const { period = 60, evaluationPeriods = 1 } = scaling;
  const { namespace, name, dimensions, statistic = "Average", unit } = metricOf(scaling.metric, service);
  const bound = (value: number) => numberAsText(Number((value - threshold).toPrecision(12)));
  return {
    policy: {
      adjustmentType: adjustment,
      ...(statistic === "Minimum" || statistic === "Maximum" ? { metricAggregationType: statistic } : {}),
      ...(minAdjustmentMagnitude === undefined ? {} : { minAdjustmentMagnitude }),
      ...(cooldown === undefined ? {} : { cooldown }),
      stepAdjustment: ranges.map(({ from, to, change }) => ({
        ...(from === undefined ? {} : { metricIntervalLowerBound: bound(from) }),
        ...(to === undefined ? {} : { metricIntervalUpperBound: bound(to) }),
        scalingAdjustment: change,
      })),
    },
    alarm: {
      namespace,
      metricName: name,
      ...(dimensions === undefined ? {} : { dimensions: { ...dimensions } }),
      statistic,
      ...(unit === undefined ? {} : { unit }),
      period,
      evaluationPeriods,
      threshold,
      comparisonOperator: direction === "above" ? "GreaterThanOrEqualToThreshold" : "LessThanOrEqualToThreshold",
    },
  };
}

function metricOf(metric: StepScaling["metric"], { clusterName, serviceName }: ScaledService): CloudWatchMetric {
  if (typeof metric !== "string") return metric;
  return {
    namespace: "AWS/ECS",
    name: OWN_METRICS[metric],
    dimensions: { ClusterName: clusterName, ServiceName: serviceName },
  };
}
