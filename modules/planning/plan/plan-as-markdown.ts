import { foldedIssues } from "../../issues/folded-issues";
import { issueAsMarkdown } from "../../issues/issue-as-markdown";
import { code, prose, table } from "../../text/markdown";
import type { ReadingOptions } from "../../text/reading-options";
import { describeEndpoint, describePlace } from "./endpoint-in-words";
import { describePlan, describeReasons } from "./explain-as-text";
import { describeStatement, whyNone } from "./explain-policies";
import type { EndpointWithPolicy, PlanContent } from "./planned-endpoint";
import { plannedStatements } from "./planned-policy";

/** A plan as Markdown: a sentence, a table with a row for each endpoint and reason, and a list of issues. */
export function planAsMarkdown(
  { tasks, instances = [], endpoints, issues }: PlanContent,
  { brief = false }: ReadingOptions = {},
): string {
  const subjects = [...tasks, ...instances];
  const rows = endpoints.flatMap((endpoint) =>
    describeReasons(endpoint.reasons, subjects, brief).map(([text, place]) => [
      code(describeEndpoint(endpoint)),
      endpoint.type,
      prose(text),
      text === "" ? place : code(place),
    ]),
  );
  const placed = issues.map(({ task, path, ...issue }) =>
    path === undefined ? issue : { ...issue, path: describePlace({ source: path, task }, subjects) },
  );
  const list = (brief ? foldedIssues(placed) : placed).map(issueAsMarkdown);
  return [
    `${prose(describePlan({ tasks, instances, endpoints }))}.`,
    ...(rows.length === 0 ? [] : [table(["Endpoint", "Type", "Reason", "Place"], rows)]),
    ...endpoints.flatMap((endpoint) => policyAsMarkdown(endpoint, subjects)),
    ...(list.length === 0 ? [] : [list.join("\n")]),
  ].join("\n\n");
}

function policyAsMarkdown(endpoint: EndpointWithPolicy, subjects: readonly unknown[]): readonly string[] {
  if (endpoint.admitted === undefined) return [];
  const statements = plannedStatements(endpoint.admitted);
  const name = `Policy of ${code(describeEndpoint(endpoint))}:`;
  if (statements.length === 0) return [`${name} AWS's own, which admits everything; ${whyNone(endpoint)}`];
  const items = statements.map((statement) => {
    const [actions = "", _things, ...others] = describeStatement(statement, subjects);
    const things = `on ${statement.resources.map(code).join(", ")}`;
    return `- ${code(statement.sid)}: ${[code(actions), things, ...others.map(prose)].join("; ")}`;
  });
  return [[name, "", ...items].join("\n")];
}
