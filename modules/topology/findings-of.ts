import type { Proof } from "../reachability/model/proof";
import { foundIssues } from "../reachability/report/found-issues";
import type { TopologyFinding } from "./topology";

/** What a proof finds broken or leaves open that stops no one call, and that nobody accepts. */
export function findingsOf(proof: Proof): readonly TopologyFinding[] {
  return foundIssues(proof).flatMap(({ issue, calls }): TopologyFinding[] => {
    const { severity = "error", accepted, leavesOpen, path, problem } = issue;
    const isBroken = severity === "error";
    if (calls.size > 0 || accepted !== undefined || (!isBroken && leavesOpen !== true)) return [];
    return [{ verdict: isBroken ? "broken" : "unknown", text: [path, problem].filter(Boolean).join(": ") }];
  });
}
