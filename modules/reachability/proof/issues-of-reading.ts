import type { Issue } from "../../issues/issue";
import type { TaskDefinitionReading } from "../../task/definition/interpret-task-definition";
import type { AcceptedIssue } from "../model/proof";
import type { CallsWithSecrets } from "./secrets-of-either";

/** Notes on parts that are written later, at the place of the part. */
const OF_UNKNOWN_PARTS: ReadonlySet<string> = new Set(["secret-source-unknown", "image-registry-unknown"]);

/** What only Terraform fills in is noted by the reading, on each part of which nobody knows what it calls. */
export function* readingIssues(
  reading: TaskDefinitionReading,
  { decided, because }: Pick<CallsWithSecrets, "decided" | "because">,
): Generator<AcceptedIssue> {
  const { issues, unknown, paths } = reading;
  const isOpen = [...unknown.keys()].some((path) => !decided.has(path));
  const atPlace = <Value>(each: ReadonlyMap<string, Value>) =>
    new Map(Array.from(each, ([path, value]) => [paths.of(path), value]));
  const [decidedAt, becauseAt] = [atPlace(decided), atPlace(because)];
  for (const issue of issues) {
    const path = OF_UNKNOWN_PARTS.has(issue.code) ? (issue.path ?? "") : "";
    const said = decidedAt.get(path);
    if (said === "arrives") continue;
    const why = becauseAt.get(path);
    yield {
      ...issue,
      ...(why === undefined ? {} : { why: `${issue.why}; ${why}` }),
      ...(isOpen && said === undefined && isOfUnknown(issue) ? { leavesOpen: true } : {}),
    };
  }
}

/** Whether an issue can be about a part of a task of which nobody knows what it calls. */
function isOfUnknown({ severity, code }: Issue): boolean {
  return severity === "note" || code === "field-unresolved";
}
