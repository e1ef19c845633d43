import { type Issue, type IssueValues, issue } from "../../issues/issue";
import type { IssueCode } from "../../issues/table/issue-table";
import type { NetworkView } from "../model/network-view";
import type { TaskProof } from "../model/proof";

export type ResourceIssue = Issue & {
  /** Address of the resource. */
  readonly path: string;
};

/** Finds one kind of conflict in the network as a whole. */
export type ConflictRule = (view: NetworkView, tasks: readonly TaskProof[]) => Iterable<ResourceIssue>;

/** A conflict, found at a resource. */
export function conflict<Code extends IssueCode>(
  code: Code,
  values: IssueValues<Code> & { readonly path: string },
): ResourceIssue {
  return { ...issue(code, values), path: values.path };
}
