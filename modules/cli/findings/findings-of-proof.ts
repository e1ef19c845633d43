import { issueKey } from "../../issues/issue-key";
import type { AcceptedIssue, Proof } from "../../reachability/model/proof";

/** Everything that a proof finds, each once, however many calls it stops. */
export function findingsOfProof({ tasks, conflicts }: Proof): readonly AcceptedIssue[] {
  const ofTasks = tasks.flatMap(({ dependencies, issues }) => [
    ...dependencies.flatMap(({ issue }) => issue ?? []),
    ...issues,
  ]);
  return [...new Map([...ofTasks, ...conflicts].map((each) => [issueKey(each), each])).values()];
}
