import { inColumns } from "../../text/columns";
import { fillLines } from "../../text/fill-lines";
import { code, prose, table } from "../../text/markdown";
import { piecesOf } from "../../text/pieces";
import type { ReadingOptions } from "../../text/reading-options";
import { counted } from "../../text/words";
import type { ChangedEndpoint, PlanDifference } from "./plan-difference";

/** A line of a difference: what is more or less, and why. */
type Row = readonly [sign: "+" | "-", endpoint: string, type: string, text: string, place: string];

/** A difference of two plans as text: a line for each endpoint and reason that is more (`+`) or less (`-`), then the issues. */
export function differenceAsText(difference: PlanDifference, { width }: ReadingOptions = {}): string {
  const { added, removed } = difference.issues;
  return [
    describeDifference(difference),
    ...inColumns(rowsOf(difference), undefined, width),
    ...added.flatMap((each) => fillLines("+ ", piecesOf(headline(each)), undefined, width)),
    ...removed.flatMap((each) => fillLines("- ", piecesOf(headline(each)), undefined, width)),
  ].join("\n");
}

/** A difference of two plans as Markdown: a sentence, a table, and lists of the issues that came and went. */
export function differenceAsMarkdown(difference: PlanDifference): string {
  const { added, removed } = difference.issues;
  const rows = rowsOf(difference).map(([sign, endpoint, type, text, place]) => [
    sign === "+" ? "added" : "removed",
    code(endpoint),
    type,
    prose(text),
    place === "" ? "" : code(place),
  ]);
  const list = (title: string, issues: typeof added) =>
    issues.length === 0 ? [] : [[`${title}:`, "", ...issues.map((each) => `- ${prose(headline(each))}`)].join("\n")];
  return [
    `${prose(describeDifference(difference))}.`,
    ...(rows.length === 0 ? [] : [table(["Change", "Endpoint", "Type", "Reason", "Place"], rows)]),
    ...list("New issues", added),
    ...list("Issues that are gone", removed),
  ].join("\n\n");
}

/** How much differs, as a clause. */
export function describeDifference({ added, removed, changed, issues }: PlanDifference): string {
  const counts = [
    ...(added.length === 0 ? [] : [`${counted(added.length, "endpoint")} added`]),
    ...(removed.length === 0 ? [] : [`${counted(removed.length, "endpoint")} removed`]),
    ...(changed.length === 0 ? [] : [`${counted(changed.length, "endpoint")} needed for other reasons`]),
    ...(issues.added.length === 0 ? [] : [counted(issues.added.length, "new issue")]),
    ...(issues.removed.length === 0 ? [] : [`${counted(issues.removed.length, "issue")} gone`]),
  ];
  return counts.length === 0 ? "no endpoint and no issue differs" : counts.join(", ");
}

function rowsOf({ added, removed, changed }: PlanDifference): readonly Row[] {
  return [
    ...added.flatMap((endpoint) => rowsOfEndpoint("+", endpoint, endpoint.reasons)),
    ...removed.flatMap((endpoint) => rowsOfEndpoint("-", endpoint, endpoint.reasons)),
    ...changed.flatMap((endpoint) => [
      ...rowsOfEndpoint("+", endpoint, endpoint.added),
      ...rowsOfEndpoint("-", endpoint, endpoint.removed),
    ]),
  ];
}

function rowsOfEndpoint(
  sign: Row[0],
  { service, type, region }: Pick<ChangedEndpoint, "service" | "type" | "region">,
  reasons: ChangedEndpoint["added"],
): readonly Row[] {
  const name = region === undefined ? service : `${service} (${region})`;
  return reasons.map(({ text, source = "" }) => [sign, name, type, text, source]);
}

function headline({ severity, code: name, path, problem }: PlanDifference["issues"]["added"][number]): string {
  return `${severity} ${name}: ${path === undefined ? "" : `${path}: `}${problem}`;
}
