import { EndpointPlan } from "../planning/plan/endpoint-plan";
import type { EndpointReason, PlanContent } from "../planning/plan/planned-endpoint";
import type { TaskDefinitionReading } from "../task/definition/interpret-task-definition";
import { knownValue } from "./model/fact";
import { readNetworkModel } from "./reading/read-network-model";
import type { TerraformReading } from "./terraform/terraform-reading";

/** Which endpoints the tasks of what was read need, and why, with the paths of their documents; the proof has their issues. */
export function plannedTasks(reading: TerraformReading): PlanContent {
  const readings = readNetworkModel(reading).tasks.flatMap((task) => knownValue(task.reading) ?? []);
  const definitions = new Map(readings.flatMap((each) => (each.task === undefined ? [] : [[each.task.family, each]])));
  const plan = EndpointPlan.forTasksAsRead([...definitions.values()].flatMap(({ task }) => task ?? []));
  const endpoints = plan.endpoints.flatMap((endpoint) => {
    const [first, ...others] = endpoint.reasons.flatMap((reason) =>
      inDocument(reason, definitions.get(reason.task ?? "")),
    );
    return first === undefined ? [] : [{ ...endpoint, reasons: [first, ...others] as const }];
  });
  return { tasks: plan.tasks, endpoints, issues: [] };
}

/** The reason at its place in the document, unless it is about a part of which nobody knows what it calls. */
function inDocument(reason: EndpointReason, reading: TaskDefinitionReading | undefined): readonly EndpointReason[] {
  const { source } = reason;
  if (source === undefined || reading === undefined) return [reason];
  return reading.unknown.has(source) ? [] : [{ ...reason, source: reading.paths.of(source) }];
}
