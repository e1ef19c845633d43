import type { PlanSurroundings } from "../../modules";
import { EndpointPlan } from "../../modules";
import type { Container } from "../../modules/task/container";
import type { UncheckedFargateTask } from "../../modules/task/fargate-task";
import { LogDriver } from "../../modules/task/log-drivers/log-driver";
import { ordersTask } from "./orders";

/** A container that is pulled from ECR in eu-west-1 and writes no logs. */
export const silent = { ...ordersTask.containers.api, logDriver: LogDriver.none() } satisfies Container;

/** A task with one silent container, of which some fields are given. */
export function taskWith(
  container: Partial<Container>,
  task: Omit<Partial<UncheckedFargateTask>, "containers"> = {},
): UncheckedFargateTask {
  return { family: "orders", ...task, containers: { api: { ...silent, ...container } } };
}

/** What a rule plans for a task, as `service`, or `service in region` for another Region. */
export function plannedBy(rule: string, task: UncheckedFargateTask, surroundings?: PlanSurroundings): string[] {
  return EndpointPlan.forTasks([task], surroundings)
    .endpoints.filter(({ reasons }) => reasons.some((reason) => reason.rule === rule))
    .map(({ service, region }) => (region === undefined ? service : `${service} in ${region}`));
}

/** Every endpoint that is planned for a task, as `service type`. */
export function planned(task: UncheckedFargateTask, surroundings?: PlanSurroundings): string[] {
  return EndpointPlan.forTasks([task], surroundings).endpoints.map(({ service, type }) => `${service} ${type}`);
}

/** The issues of a plan as `severity code path`. */
export function issuesOf(task: UncheckedFargateTask, surroundings?: PlanSurroundings): string[] {
  return EndpointPlan.forTasks([task], surroundings).issues.map(({ severity = "error", code, path }) =>
    [severity, code, path].join(" ").trimEnd(),
  );
}
