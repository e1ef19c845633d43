import { issueKey } from "../../issues/issue-key";
import type { NetworkView } from "../model/network-view";
import type { TaskProof } from "../model/proof";
import type { ResourceIssue } from "./conflict-rule";
import { CONFLICT_RULES } from "./conflict-rules";

/** The conflicts, apart from those that a task's proof names already. */
export function* findConflicts(view: NetworkView, tasks: readonly TaskProof[]): Generator<ResourceIssue> {
  const said = new Set(
    tasks.flatMap(({ dependencies, issues }) => [
      ...dependencies.flatMap(({ issue }) => (issue === undefined ? [] : [issueKey(issue)])),
      ...issues.map(issueKey),
    ]),
  );
  for (const rule of CONFLICT_RULES) {
    for (const issue of rule(view, tasks)) {
      const key = issueKey(issue);
      if (said.has(key)) continue;
      said.add(key);
      yield issue;
    }
  }
}
