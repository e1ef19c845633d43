import type {
  AppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecification as CustomizedMetric,
  AppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetrics as MetricQuery,
  AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration as TargetTracking,
} from "@cdktf/provider-aws/lib/appautoscaling-policy";
import type { LoadBalancerTarget } from "../load-balancing/load-balancer-target";
import type { CloudWatchMetric, MetricMath, ScalingGoal, ServiceScaling } from "./service-scaling";

/** What the policies of a service refer to. */
export interface ScaledService {
  readonly clusterName: string;
  readonly serviceName: string;
  readonly loadBalancers: readonly LoadBalancerTarget[];
}

/** The targets of load balancers whose requests are counted. */
export function countedTargets(targets: readonly LoadBalancerTarget[]): readonly LoadBalancerTarget[] {
  return targets.filter(({ requestCountLabel }) => requestCountLabel !== undefined);
}

/** The policies that hold a metric at a value, by their names. */
export function targetTrackingPolicies(
  scaling: ServiceScaling,
  service: ScaledService,
): Readonly<Record<string, TargetTracking>> {
  const { cpu, memory, requestsPerTarget, backlogPerTask, metrics = {} } = scaling;
  const policies: Record<string, TargetTracking> = {};
  if (cpu !== undefined) policies["cpu"] = predefined(cpu, "ECSServiceAverageCPUUtilization");
  if (memory !== undefined) policies["memory"] = predefined(memory, "ECSServiceAverageMemoryUtilization");
  if (requestsPerTarget !== undefined) {
    const named = typeof requestsPerTarget === "number" ? undefined : requestsPerTarget.loadBalancer;
    const target = countedTargets(service.loadBalancers).find(({ name }) => named === undefined || name === named);
    const label = target?.requestCountLabel;
    policies["requests-per-target"] = predefined(requestsPerTarget, "ALBRequestCountPerTarget", label);
  }
  if (backlogPerTask !== undefined) {
    const { queueName, ...goal } = backlogPerTask;
    policies["backlog-per-task"] = customized(goal, backlog(queueName, service));
  }
  for (const [name, { metric, ...goal }] of Object.entries(metrics)) {
    policies[`metric-${name}`] = customized(goal, metric);
  }
  return policies;
}

function predefined(goal: number | ScalingGoal, predefinedMetricType: string, resourceLabel?: string): TargetTracking {
  const all = typeof goal === "number" ? { target: goal } : goal;
  const label = resourceLabel === undefined ? {} : { resourceLabel };
  return { ...tracking(all), predefinedMetricSpecification: { predefinedMetricType, ...label } };
}

function customized(goal: ScalingGoal, metric: CloudWatchMetric | MetricMath): TargetTracking {
  return {
    ...tracking(goal),
    customizedMetricSpecification: "expression" in metric ? math(metric) : singleMetric(metric),
  };
}

function tracking({ target, scaleInCooldown, scaleOutCooldown, disableScaleIn }: ScalingGoal): TargetTracking {
  return {
    targetValue: target,
    ...(scaleInCooldown === undefined ? {} : { scaleInCooldown }),
    ...(scaleOutCooldown === undefined ? {} : { scaleOutCooldown }),
    ...(disableScaleIn === undefined ? {} : { disableScaleIn }),
  };
}

function singleMetric({
  namespace,
  name,
  statistic = "Average",
  dimensions,
  unit,
}: CloudWatchMetric): CustomizedMetric {
  return {
    namespace,
    metricName: name,
    statistic,
    ...(dimensions === undefined ? {} : { dimensions: dimensionList(dimensions) }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function math({ expression, metrics }: MetricMath): CustomizedMetric {
  const queries = Object.entries(metrics).map(
    ([id, { namespace, name, statistic = "Average", dimensions, unit }]): MetricQuery => ({
      id,
      metricStat: {
        metric: {
          namespace,
          metricName: name,
          ...(dimensions === undefined ? {} : { dimensions: dimensionList(dimensions) }),
        },
        stat: statistic,
        ...(unit === undefined ? {} : { unit }),
      },
      returnData: false,
    }),
  );
  return { metrics: [...queries, { id: "result", expression, returnData: true }] };
}

/**
 * Without a running task the whole backlog counts, so that one is started.
 *
 * Source: Application Auto Scaling User Guide, "Create a target tracking scaling policy for Application Auto Scaling using metric math".
 */
function backlog(queueName: string, { clusterName, serviceName }: ScaledService): MetricMath {
  return {
    expression: "IF(running > 0, visible / running, visible)",
    metrics: {
      visible: {
        namespace: "AWS/SQS",
        name: "ApproximateNumberOfMessagesVisible",
        statistic: "Sum",
        dimensions: { QueueName: queueName },
      },
      running: {
        namespace: "ECS/ContainerInsights",
        name: "RunningTaskCount",
        dimensions: { ClusterName: clusterName, ServiceName: serviceName },
      },
    },
  };
}

/** The dimensions of a metric as a list. */
function dimensionList(dimensions: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(dimensions).map(([name, value]) => ({ name, value }));
}
