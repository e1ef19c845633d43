import { describeEndpoint, describePlace, describePlan } from "./explain-as-text";
import type { PlanContent } from "./planned-endpoint";

/** A plan as Markdown: a sentence, a table with a row for each endpoint and reason, and a list of issues. */
export function planAsMarkdown({ tasks, instances = [], endpoints, issues }: PlanContent): string {
  const subjects = [...tasks, ...instances];
  const rows = endpoints.flatMap((endpoint) =>
    endpoint.reasons.map((reason) => [
      code(describeEndpoint(endpoint)),
      endpoint.type,
      escaped(reason.text),
      code(describePlace(reason, subjects)),
    ]),
  );
  const table = [["Endpoint", "Type", "Reason", "Place"], ["---", "---", "---", "---"], ...rows];
  const list = issues.map(({ severity = "error", code: name, problem, why, fix, path, task }) => {
    const place = describePlace({ rule: "", text: "", ...(path && { source: path }), ...(task && { task }) }, subjects);
    return `- **${severity}** ${code(name)}${place === "" ? "" : ` ${code(place)}`}: ${escaped(problem)}. Why: ${escaped(why)}. Fix: ${escaped(fix)}.`;
  });
  return [
    `${escaped(describePlan({ tasks, instances, endpoints }))}.`,
    ...(rows.length === 0 ? [] : [table.map((cells) => `| ${cells.join(" | ")} |`).join("\n")]),
    ...(list.length === 0 ? [] : [list.join("\n")]),
  ].join("\n\n");
}

/** A pipe would end the cell of a table, also within code. */
function code(text: string): string {
  return text === "" ? "" : `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

function escaped(text: string): string {
  return text.replaceAll("\n", " ").replace(/[\\`*_<>|[\]]/g, "\\$&");
}
