import type { Issue } from "../../issues/issue";
import type { NetworkView } from "../model/network-view";
import type { TaskProof } from "../model/proof";

/** An issue of a resource. */
export type ResourceIssue = Issue & {
  /** Address of the resource. */
  readonly path: string;
};

/** Finds one kind of conflict in the network as a whole. */
export type ConflictRule = (view: NetworkView, tasks: readonly TaskProof[]) => Iterable<ResourceIssue>;
