import { explainIssue } from "../../issues/explain-issue";
import { foldedIssues } from "../../issues/folded-issues";
import { inColumns } from "../../text/columns";
import { fillLines } from "../../text/fill-lines";
import type { ReadingOptions } from "../../text/reading-options";
import { counted } from "../../text/words";
import { groupedBy } from "../../values/grouped-by";
import { describeEndpoint, describePlace } from "./endpoint-in-words";
import { explainPolicies } from "./explain-policies";
import type { EndpointReason, PlanContent, PlanIssue, PlannedTask } from "./planned-endpoint";

/** What a plan tells when it explains itself. */
export interface ExplainOptions {
  /**
   * Whether it shows the statements of the policies that `VpcEndpoints` generates, each with what it admits and its reasons.
   *
   * @default false
   */
  readonly statements?: boolean;
}

/**
 * A plan as text: which tasks on which platform version, how many endpoints, then a line for each endpoint and reason, then
 * the issues.
 *
 * With more than one task, the place where a reason stands starts with the task's family.
 */
export function explainAsText(
  { tasks, instances = [], endpoints, issues }: PlanContent,
  { brief = false, width }: ReadingOptions = {},
): string {
  const subjects = [...tasks, ...instances];
  const rows = endpoints.flatMap((endpoint) =>
    describeReasons(endpoint.reasons, subjects, brief).map(([text, place], index) => [
      index === 0 ? describeEndpoint(endpoint) : "",
      index === 0 ? endpoint.type : "",
      text,
      place,
    ]),
  );
  const placed = issues.map((issue) => placedIssue(issue, subjects));
  return [
    ...fillLines("", describePlan({ tasks, instances, endpoints }).split(" "), 2, width ?? Number.POSITIVE_INFINITY),
    ...inColumns(rows, undefined, width),
    ...explainPolicies(endpoints, subjects, width),
    ...(brief ? foldedIssues(placed) : placed).flatMap((issue) => ["", ...explainIssue(issue, "  ", width)]),
  ].join("\n");
}

/** So many reasons of one text are told with their places. */
const MOST_ALIKE = 3;

/** Why an endpoint is needed, and where the tasks say so: in brief the first places of each reason. */
export function describeReasons(
  reasons: readonly EndpointReason[],
  subjects: readonly unknown[],
  brief: boolean,
): readonly (readonly [text: string, place: string])[] {
  const row = (reason: EndpointReason) => [reason.text, describePlace(reason, subjects)] as const;
  if (!brief) return reasons.map(row);
  return [...groupedBy(reasons, ({ text }) => text).values()].flatMap((alike) => {
    const further = alike.length - MOST_ALIKE;
    // One more line would take as much room as the place itself.
    if (further <= 1) return alike.map(row);
    return [...alike.slice(0, MOST_ALIKE).map(row), ["", `and ${further} more`] as const];
  });
}

/** Which tasks and instances, and how many endpoints of each type. */
export function describePlan({
  tasks,
  instances = [],
  endpoints,
}: Pick<PlanContent, "tasks" | "instances" | "endpoints">): string {
  const count = (type: string) => endpoints.filter((endpoint) => endpoint.type === type).length;
  return `${describeSubjects(tasks, instances)}: ${counted(count("Gateway"), "gateway endpoint")}, ${counted(count("Interface"), "interface endpoint")}`;
}

function describeSubjects(tasks: readonly PlannedTask[], instances: readonly string[]): string {
  const subjects = [
    ...tasks.map(({ family, platformVersion }) => `${family}, platform version ${platformVersion}`),
    ...instances.map((name) => `${name}, EC2 instance`),
  ];
  return subjects.length === 0 ? "no task" : subjects.join("; ");
}

/** The issue with the task in its path, where there are several. */
function placedIssue(issue: PlanIssue, subjects: readonly unknown[]): PlanIssue {
  const path = [
    ...(subjects.length > 1 && issue.task !== undefined ? [issue.task] : []),
    ...(issue.path === undefined ? [] : [issue.path]),
  ];
  return path.length === 0 ? issue : { ...issue, path: path.join(": ") };
}
