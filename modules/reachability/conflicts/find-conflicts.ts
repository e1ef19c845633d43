import type { Issue } from "../../issues/issue";
import type { NetworkView } from "../model/network-view";
import type { TaskProof } from "../model/proof";
import type { ResourceIssue } from "./conflict-rule";
import { CONFLICT_RULES } from "./conflict-rules";

/** The conflicts, apart from those that a task's proof names already. */
export function findConflicts(view: NetworkView, tasks: readonly TaskProof[]): readonly ResourceIssue[] {
  const said = new Set(
    tasks.flatMap(({ dependencies, issues }) => [
      ...dependencies.flatMap(({ issue }) => (issue === undefined ? [] : [keyOf(issue)])),
      ...issues.map(keyOf),
    ]),
  );
  const conflicts: ResourceIssue[] = [];
  for (const rule of CONFLICT_RULES) {
    for (const issue of rule(view, tasks)) {
      const key = keyOf(issue);
      if (said.has(key)) continue;
      said.add(key);
      conflicts.push(issue);
    }
  }
  return conflicts;
}

function keyOf({ code, path, problem }: Issue): string {
  return JSON.stringify([code, path, problem]);
}
