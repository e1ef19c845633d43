import { renderIssue } from "../issues/configuration-error";
import { isError } from "../issues/issue";
import { withPlaceOnce } from "../issues/issue-parts";
import type { Proof } from "../reachability/model/proof";
import { callsInWords, type FoundIssue, foundIssues } from "../reachability/report/found-issues";
import { counted } from "../text/words";
import type { ConstructPaths } from "./construct-paths";

/** What of a proof stops the synthesis, as one text. @returns `undefined` where nothing does */
export function proofReport(proof: Proof, paths: ConstructPaths): string | undefined {
  const errors = foundIssues(proof).filter(({ issue }) => isError(issue) && issue.accepted === undefined);
  if (errors.length === 0) return undefined;
  return [
    `the proof of reachability found ${counted(errors.length, "problem")}, over the Terraform of this app:`,
    ...errors.map((each) => reportError(each, paths)),
    "A finding that is meant can be accepted: acceptFinding(resource, { code, reason }).",
  ].join("\n\n");
}

function reportError({ issue, calls }: FoundIssue, paths: ConstructPaths): string {
  const construct = issue.path === undefined ? undefined : paths.of(issue.path);
  return [
    renderIssue(withPlaceOnce(issue)),
    ...(construct === undefined ? [] : [`    construct: ${construct}`]),
    ...(calls.size === 0 ? [] : [`    calls that do not arrive: ${callsInWords(calls)}`]),
  ].join("\n");
}
