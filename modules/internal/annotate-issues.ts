import { Annotations } from "cdktf";
import type { Construct } from "constructs";
import { type Issue, isError } from "../issues/issue";
import { tokensInWords } from "../text/tokens-in-words";

/** Hands what is no error to cdktf, which shows it after the synthesis: warnings as warnings, notes as information. */
export function annotateIssues(construct: Construct, issues: readonly Issue[]): void {
  const annotations = Annotations.of(construct);
  for (const issue of issues.filter((found) => !isError(found))) {
    const { code, path, problem, why, fix, severity } = issue;
    const text = tokensInWords(`${code}: ${path === undefined ? "" : `${path}: `}${problem}; ${why}; ${fix}`);
    if (severity === "warning") annotations.addWarning(text);
    else annotations.addInfo(text);
  }
}
