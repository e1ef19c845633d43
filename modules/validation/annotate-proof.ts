import { AnnotationMetadataEntryType, type App, type StackAnnotation } from "cdktf";
import { isError } from "../issues/issue";
import type { AcceptedIssue, Proof } from "../reachability/model/proof";
import { callsInWords, type FoundIssue, foundIssues } from "../reachability/report/found-issues";
import { assumptionsByNetwork, onYourWord } from "../reachability/report/on-your-word";
import type { ConstructPaths } from "./construct-paths";

/**
 * Shows what of a proof does not stop the synthesis as annotations: warnings as warnings; what is not known, and what is
 * accepted, as information.
 *
 * The proof comes after cdktf has collected the annotations of the constructs, and before it writes the manifest from
 * which the command line shows them.
 */
export function annotateProof(app: App, proof: Proof, paths: ConstructPaths): void {
  const stacks = Object.values(app.manifest.stacks);
  for (const { issue, calls } of foundIssues(proof)) {
    if (isError(issue) && issue.accepted === undefined) continue;
    const { path = "" } = issue;
    const stack = stacks.find(({ name }) => name === paths.stackOf(path)) ?? stacks[0];
    if (stack === undefined || isShown(stack.annotations, issue)) continue;
    stack.annotations.push({
      constructPath: paths.of(path) ?? stack.constructPath,
      level: levelOf(issue),
      message: messageOf(issue, calls),
    });
  }
  annotateAssumptions(app, proof, paths);
}

/** What is proved on the user's word, once for each network. */
function annotateAssumptions(app: App, proof: Proof, paths: ConstructPaths): void {
  const stacks = Object.values(app.manifest.stacks);
  for (const [network, texts] of assumptionsByNetwork(proof)) {
    const path = proof.assumptions?.find((each) => each.network === network)?.path ?? "";
    const stack = stacks.find(({ name }) => name === paths.stackOf(path)) ?? stacks[0];
    stack?.annotations.push({
      constructPath: paths.of(path) ?? stack.constructPath,
      level: AnnotationMetadataEntryType.INFO,
      message: `${onYourWord(network)}: ${texts.join("; ")}`,
    });
  }
}

/** Constructors annotate what literals show already. */
function isShown(annotations: readonly StackAnnotation[], { code, problem }: AcceptedIssue): boolean {
  return annotations.some(({ message }) => message.startsWith(`${code}: `) && message.includes(problem));
}

function levelOf({ severity, accepted }: AcceptedIssue): AnnotationMetadataEntryType {
  return severity === "warning" && accepted === undefined
    ? AnnotationMetadataEntryType.WARN
    : AnnotationMetadataEntryType.INFO;
}

function messageOf({ code, problem, why, fix, accepted }: AcceptedIssue, calls: FoundIssue["calls"]): string {
  const concerned = calls.size === 0 ? "" : ` (${callsInWords(calls)})`;
  const text = `${code}: ${problem}${concerned}; ${why}`;
  return accepted === undefined ? `${text}; ${fix}` : `${text}; accepted: ${accepted}`;
}
