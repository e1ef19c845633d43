import { foldedIssues } from "../../issues/folded-issues";
import { remarks, type ShownIssue } from "../../issues/issue-parts";
import type { IssueSeverity } from "../../issues/table/issue-row";
import type { ReadingOptions } from "../../text/reading-options";
import type { Locate } from "./place";

/** Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
const COMMAND_OF = { error: "error", warning: "warning", note: "notice" } as const satisfies Record<
  IssueSeverity,
  string
>;

/**
 * Findings as the commands by which a step of GitHub Actions annotates files, below a line that sums up. What is accepted is no
 * annotation.
 */
export function workflowCommands(
  summary: string,
  findings: readonly ShownIssue[],
  locate: Locate,
  { brief = false }: ReadingOptions,
): string {
  const open = findings.filter(({ accepted }) => accepted === undefined);
  // With a name before it no line that has text of an input can start a command.
  const headline = `private-fargate: ${summary.replace(/[\r\n]+/g, " ")}`;
  return [headline, ...(brief ? foldedIssues(open) : open).map((each) => command(each, locate))].join("\n");
}

function command(finding: ShownIssue, locate: Locate): string {
  const { code, path, problem, severity = "error" } = finding;
  const { file, line } = locate(path) ?? {};
  const properties = [
    ...(file === undefined ? [] : [["file", file] as const]),
    ...(line === undefined ? [] : [["line", String(line)] as const]),
    ["title", code] as const,
  ].map(([name, value]) => `${name}=${escapedProperty(value)}`);
  const place = path === undefined || problem.includes(path) ? [] : [path];
  const message = [[...place, problem].join(": "), ...remarks(finding).map((remark) => remark.join(": "))].join("\n");
  return `::${COMMAND_OF[severity]} ${properties.join(",")}::${escapedData(message)}`;
}

/** Source: escapeData of https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
