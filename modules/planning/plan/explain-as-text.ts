import { renderIssueWithWeight } from "../../issues/configuration-error";
import { inColumns } from "../../text/columns";
import { counted } from "../../text/words";
import type { PlanContent, PlanIssue, PlannedTask } from "./planned-endpoint";

/**
 * A plan as text: which tasks on which platform version, how many endpoints, then a line for each endpoint and reason, then
 * the issues.
 *
 * With more than one task, the place where a reason stands starts with the task's family.
 */
export function explainAsText({ tasks, instances = [], endpoints, issues }: PlanContent): string {
  const subjects = [...tasks, ...instances];
  const rows = endpoints.flatMap((endpoint) =>
    endpoint.reasons.map((reason, index) => [
      index === 0 ? describeEndpoint(endpoint) : "",
      index === 0 ? endpoint.type : "",
      reason.text,
      describePlace(reason, subjects),
    ]),
  );
  return [
    describePlan({ tasks, instances, endpoints }),
    ...inColumns(rows),
    ...issues.map((issue) => `\n${describeIssue(issue, subjects)}`),
  ].join("\n");
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

/** The service of an endpoint, with its Region where it is another than the tasks'. */
export function describeEndpoint({ service, region }: PlanContent["endpoints"][number]): string {
  return region === undefined ? service : `${service} (${region})`;
}

/** Where a reason or an issue stands. */
export function describePlace(
  { source, task }: { readonly source?: string | undefined; readonly task?: string | undefined },
  subjects: readonly unknown[],
): string {
  if (source === undefined) return "";
  return subjects.length > 1 && task !== undefined ? `${task}: ${source}` : source;
}

function describeSubjects(tasks: readonly PlannedTask[], instances: readonly string[]): string {
  const subjects = [
    ...tasks.map(({ family, platformVersion }) => `${family}, platform version ${platformVersion}`),
    ...instances.map((name) => `${name}, EC2 instance`),
  ];
  return subjects.length === 0 ? "no task" : subjects.join("; ");
}

function describeIssue(issue: PlanIssue, subjects: readonly unknown[]): string {
  const path = [
    ...(subjects.length > 1 && issue.task !== undefined ? [issue.task] : []),
    ...(issue.path === undefined ? [] : [issue.path]),
  ];
  return renderIssueWithWeight({ ...issue, ...(path.length === 0 ? {} : { path: path.join(": ") }) });
}
