import { issueAsMarkdown } from "../../issues/issue-as-markdown";
import { code, prose, table } from "../../text/markdown";
import { describeEndpoint, describePlace, describePlan } from "./explain-as-text";
import type { PlanContent } from "./planned-endpoint";

/** A plan as Markdown: a sentence, a table with a row for each endpoint and reason, and a list of issues. */
export function planAsMarkdown({ tasks, instances = [], endpoints, issues }: PlanContent): string {
  const subjects = [...tasks, ...instances];
  const rows = endpoints.flatMap((endpoint) =>
    endpoint.reasons.map((reason) => [
      code(describeEndpoint(endpoint)),
      endpoint.type,
      prose(reason.text),
      code(describePlace(reason, subjects)),
    ]),
  );
  const list = issues.map(({ task, path, ...issue }) =>
    issueAsMarkdown(path === undefined ? issue : { ...issue, path: describePlace({ source: path, task }, subjects) }),
  );
  return [
    `${prose(describePlan({ tasks, instances, endpoints }))}.`,
    ...(rows.length === 0 ? [] : [table(["Endpoint", "Type", "Reason", "Place"], rows)]),
    ...(list.length === 0 ? [] : [list.join("\n")]),
  ].join("\n\n");
}
