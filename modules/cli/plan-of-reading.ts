import { EndpointPlan } from "../planning/plan/endpoint-plan";
import type { EndpointReason, PlanContent, PlannedEndpoint } from "../planning/plan/planned-endpoint";
import { asRegistered, checkReading, inputPaths } from "../task/definition/check-reading";
import type { TaskDefinitionReading } from "../task/definition/interpret-task-definition";
import type { UncheckedFargateTask } from "../task/fargate-task";

/** What a task definition does not say of a task, and the command line may. */
export interface Launch {
  readonly platformVersion?: string;
  readonly executeCommand?: boolean;
  /** @default - what the document says */
  readonly region?: string;
}

/** The plan for a task definition that was read, with the paths of its document, and everything that is wrong with it. */
export function planOfReading(
  reading: TaskDefinitionReading,
  task: UncheckedFargateTask,
  { platformVersion, executeCommand = false, region = reading.region }: Launch,
): PlanContent {
  reading.paths.set("platformVersion", "--platform-version");
  reading.paths.set("executeCommand", "--execute-command");
  const launched: UncheckedFargateTask = {
    ...task,
    ...(platformVersion === undefined ? {} : { platformVersion }),
    ...(executeCommand ? { executeCommand: true } : {}),
  };
  const surroundings = region === undefined ? {} : { region };
  const plan = EndpointPlan.forTasks([asRegistered(launched, reading)], surroundings);
  return {
    tasks: plan.tasks,
    endpoints: plan.endpoints.flatMap((endpoint) => inDocument(endpoint, reading)),
    issues: [...reading.issues, ...checkReading({ ...reading, task: launched }), ...inputPaths(plan.issues, reading)],
  };
}

/** The endpoint with the reasons that are known, each with its place in the document. */
function inDocument(endpoint: PlannedEndpoint, { paths, unknown }: TaskDefinitionReading): PlannedEndpoint[] {
  const [first, ...others] = endpoint.reasons
    .filter(({ source }) => source === undefined || !unknown.has(source))
    .map(
      ({ source, ...reason }): EndpointReason =>
        source === undefined ? reason : { ...reason, source: paths.of(source) },
    );
  return first === undefined ? [] : [{ ...endpoint, reasons: [first, ...others] }];
}
