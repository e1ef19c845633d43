import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import type { WayOut } from "../aws/way-out";
import { EndpointPlan } from "../planning/plan/endpoint-plan";
import type { EndpointReason, EndpointWithPolicy, PlanContent } from "../planning/plan/planned-endpoint";
import { asRegistered, checkReading, inputPaths } from "../task/definition/check-reading";
import type { TaskDefinitionReading } from "../task/definition/interpret-task-definition";
import type { UncheckedFargateTask } from "../task/fargate-task";
import { given } from "../task/json/given";

/** What a task definition does not say of a task, and the command line may. */
export interface Launch {
  readonly platformVersion?: string;
  readonly executeCommand?: boolean;
  /** @default - none */
  readonly uses?: readonly EndpointServiceName[];
  /** @default - none */
  readonly reachableHosts?: readonly string[];
  /** @default false */
  readonly fips?: boolean;
  /** @default - there is none */
  readonly wayOut?: WayOut;
  /** @default - what the document says */
  readonly region?: string;
  /** Whether the statements of the policies are to be shown. @default false */
  readonly policies?: boolean;
}

/** The options of the command that say what a task definition does not, by their places in the task. */
const OPTIONS_OF_TASK = Object.entries({
  platformVersion: "--platform-version",
  executeCommand: "--execute-command",
  uses: "--uses",
  reachableHosts: "--reachable-host",
  fips: "--fips",
});

/** The plan for a task definition that was read, with the paths of its document, and everything that is wrong with it. */
export function planOfReading(
  reading: TaskDefinitionReading,
  task: UncheckedFargateTask,
  {
    platformVersion,
    executeCommand,
    uses = [],
    reachableHosts = [],
    fips,
    wayOut,
    region = reading.region,
    policies = false,
  }: Launch,
): PlanContent {
  for (const [path, option] of OPTIONS_OF_TASK) reading.paths.set(path, option);
  const launched: UncheckedFargateTask = {
    ...task,
    ...given({ platformVersion }),
    ...(executeCommand === true ? { executeCommand } : {}),
    ...(uses.length === 0 ? {} : { uses }),
    ...(reachableHosts.length === 0 ? {} : { reachableHosts }),
    ...(fips === true ? { fips } : {}),
  };
  const surroundings = given({ region, wayOut });
  const plan = EndpointPlan.forTasksAsRead([asRegistered(launched, reading)], surroundings);
  return {
    tasks: plan.tasks,
    endpoints: (policies ? plan.endpointsWithPolicies : plan.endpoints).flatMap((endpoint) =>
      inDocument(endpoint, reading),
    ),
    ...given({ region }),
    outside: plan.outside,
    issues: [...reading.issues, ...checkReading({ ...reading, task: launched }), ...inputPaths(plan.issues, reading)],
  };
}

/** The endpoint with the reasons that are known, and the statements for them, each with its place in the document. */
function inDocument(
  { admitted, ...endpoint }: EndpointWithPolicy,
  { paths, unknown }: TaskDefinitionReading,
): EndpointWithPolicy[] {
  const isKnown = ({ source }: EndpointReason) => source === undefined || !unknown.has(source);
  const placed = ({ source, ...reason }: EndpointReason): EndpointReason =>
    source === undefined ? reason : { ...reason, source: paths.of(source) };
  const [first, ...others] = endpoint.reasons.filter(isKnown).map(placed);
  if (first === undefined) return [];
  const known = { ...endpoint, reasons: [first, ...others] as const };
  if (admitted === undefined) return [known];
  const statements = admitted.map(({ reasons, ...statement }) => ({
    ...statement,
    reasons: reasons
      .filter(({ reason }) => isKnown(reason))
      .map(({ reason, ...by }) => ({ ...by, reason: placed(reason) })),
  }));
  return [{ ...known, admitted: statements.filter(({ reasons }) => reasons.length > 0) }];
}
