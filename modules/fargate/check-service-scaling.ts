import { type Issue, issue } from "../issues/issue";
import type { LoadBalancerTarget } from "../load-balancing/load-balancer-target";
import { nearest } from "../text/nearest";
import { isUnresolved } from "../values/unresolved";
import { checkDate } from "./check-date";
import { checkScalingGoals } from "./check-scaling-goals";
import { checkScheduleExpression } from "./check-schedule-expression";
import { checkStepScaling } from "./check-step-scaling";
import type { FargateServiceProps } from "./fargate-service-props";
import { countedTargets } from "./scaling-policies";
import type { ScheduledScaling, ServiceScaling } from "./service-scaling";

/** Everything that is wrong with how the number of a service's tasks changes, as far as literals show. */
export function* checkServiceScaling(props: FargateServiceProps): Generator<Issue> {
  const { scaling, desiredCount, loadBalancers = [] } = props;
  if (scaling === undefined) return;
  const { min, max, steps = {}, schedules = {} } = scaling;
  yield* checkRange(min, max, "scaling");
  yield* checkDesiredCount(desiredCount, scaling);
  yield* checkScalingGoals(scaling);
  yield* checkRequests(scaling, loadBalancers);
  yield* checkContainerInsights(props);
  for (const [name, each] of Object.entries(steps)) yield* checkStepScaling(each, `scaling.steps.${name}`);
  for (const [name, each] of Object.entries(schedules)) yield* checkSchedule(each, `scaling.schedules.${name}`);
  yield* checkPolicies(scaling);
}

function* checkRange(min: number | undefined, max: number | undefined, path: string): Generator<Issue> {
  if (min === undefined || max === undefined || isUnresolved(min) || isUnresolved(max) || min <= max) return;
  yield issue("scaling-range-invalid", {
    path: `${path}.min`,
    problem: `min is ${min}, and max is ${max}`,
    fix: `write min: ${max}, max: ${min}`,
  });
}

function* checkDesiredCount(count: number | undefined, { min, max }: ServiceScaling): Generator<Issue> {
  if (count === undefined || isUnresolved(count) || isUnresolved(min) || isUnresolved(max) || min > max) return;
  if (count >= min && count <= max) return;
  yield issue("scaling-range-invalid", {
    path: "desiredCount",
    problem: `desiredCount is ${count}, and the service scales from ${min} to ${max}`,
    why: "the service would start with that many tasks, and be scaled at once",
    fix: `leave it out to start with ${min}, or write a number from ${min} to ${max}`,
  });
}

function* checkRequests(
  { requestsPerTarget }: ServiceScaling,
  targets: readonly LoadBalancerTarget[],
): Generator<Issue> {
  if (requestsPerTarget === undefined) return;
  const named = typeof requestsPerTarget === "number" ? undefined : requestsPerTarget.loadBalancer;
  const names = countedTargets(targets).map(({ name }) => name);
  if (names.length === 0) {
    yield issue("scaling-load-balancer-missing", {
      path: "scaling.requestsPerTarget",
      problem: "the service has no application load balancer",
      fix: "give the service loadBalancers: [balancer.target({ container, port })], or scale by cpu",
    });
  } else if (named === undefined && names.length > 1) {
    yield issue("scaling-load-balancer-missing", {
      path: "scaling.requestsPerTarget",
      problem: `the service is behind ${names.length} application load balancers: ${names.join(", ")}`,
      fix: `write requestsPerTarget: { target: 1000, loadBalancer: "${names[0]}" }`,
    });
  } else if (named !== undefined && !names.includes(named)) {
    yield issue("scaling-load-balancer-missing", {
      path: "scaling.requestsPerTarget.loadBalancer",
      problem: `"${named}" is no application load balancer of the service`,
      fix: `write "${nearest(named, names) ?? names[0]}"; there is ${names.join(", ")}`,
    });
  }
}

/** Source: Amazon ECS Developer Guide, "Monitor Amazon ECS containers using Container Insights". */
function* checkContainerInsights({ scaling, cluster }: FargateServiceProps): Generator<Issue> {
  if (scaling?.backlogPerTask === undefined || cluster === undefined || "arn" in cluster) return;
  if (cluster.containerInsights !== "disabled") return;
  yield issue("scaling-container-insights", {
    path: "cluster.containerInsights",
    problem: "backlogPerTask divides by the number of running tasks, and Container Insights is disabled",
    fix: 'leave it out, or write "enabled"',
  });
}

function* checkSchedule({ schedule, min, max, startTime, endTime }: ScheduledScaling, path: string): Generator<Issue> {
  yield* checkScheduleExpression(schedule, `${path}.schedule`, "Application Auto Scaling");
  yield* checkDate("scaling-setting-invalid", `${path}.startTime`, startTime);
  yield* checkDate("scaling-setting-invalid", `${path}.endTime`, endTime);
  yield* checkRange(min, max, path);
  if (min !== undefined || max !== undefined) return;
  yield issue("scaling-range-invalid", {
    path,
    problem: "the schedule changes neither min nor max",
    fix: "write min, max or both",
  });
}

function* checkPolicies(scaling: ServiceScaling): Generator<Issue> {
  const { min, cpu, memory, requestsPerTarget, backlogPerTask, metrics = {}, steps = {}, schedules = {} } = scaling;
  const ofTasks = [cpu, memory, requestsPerTarget].filter((each) => each !== undefined);
  const others = [backlogPerTask, ...Object.values({ ...metrics, ...steps })].filter((each) => each !== undefined);
  const hasSchedule = Object.keys(schedules).length > 0;
  if (ofTasks.length + others.length === 0 && !hasSchedule) {
    yield issue("scaling-without-policy", {
      path: "scaling",
      problem: "nothing changes the number of tasks between min and max",
      fix: "write cpu: 60, or leave scaling out",
    });
  }
  if (min !== 0 || ofTasks.length === 0 || others.length > 0 || hasSchedule) return;
  yield issue("scaling-from-zero", {
    path: "scaling.min",
    problem: "min is 0, and the service scales by what its own tasks report",
    fix: "write min: 1, or scale by backlogPerTask",
  });
}
