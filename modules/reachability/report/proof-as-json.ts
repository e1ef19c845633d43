import { type IssueJson, issueAsJson } from "../../issues/issue-as-json";
import type { AcceptedIssue, Assumption, HopName, PlaceElsewhere, Proof } from "../model/proof";
import type { Verdict } from "../model/verdict";

/** The version of the form of a proof as JSON. It counts up where a program that reads it has to change; a further member is no such change. */
const PROOF_JSON_VERSION = 1;

/** A proof as JSON. */
export interface ProofJson {
  /** Version of this form. */
  readonly version: number;
  readonly verdict: Verdict;
  readonly tasks: readonly {
    /** Name of the service, or family of the task. */
    readonly task: string;
    /** Address of what runs it. */
    readonly address: string;
    /** Addresses of what else starts it in the same place; absent where there is nothing. */
    readonly alsoStartedBy?: readonly string[];
    /** The VPC in which it runs, or its subnets, where they are neither created nor described here; absent where they are. */
    readonly elsewhere?: readonly PlaceElsewhere[];
    readonly verdict: Verdict;
    readonly dependencies: readonly {
      readonly service: string;
      readonly region?: string;
      readonly verdict: Verdict;
      readonly hops: readonly {
        readonly hop: HopName;
        readonly verdict: Verdict;
        readonly text: string;
        readonly resources: readonly string[];
      }[];
      readonly issue?: ProofIssueJson;
    }[];
    readonly issues: readonly ProofIssueJson[];
  }[];
  readonly conflicts: readonly ProofIssueJson[];
  /** What is said of VPCs that exist, and without which it would not be proved; absent where there is nothing. */
  readonly assumptions?: readonly Assumption[];
}

/** An issue of a proof as JSON. */
export interface ProofIssueJson extends IssueJson {
  readonly path?: string;
  /** Why it is accepted; absent where it is not. */
  readonly accepted?: string;
}

/** A proof as data that JSON can hold, with the severity of every issue. What is absent in the proof is absent here. */
export function proofAsJson({ verdict, tasks, conflicts, assumptions }: Proof): ProofJson {
  return {
    version: PROOF_JSON_VERSION,
    verdict,
    tasks: tasks.map(({ task, address, alsoStartedBy, elsewhere, verdict: ofTask, dependencies, issues }) => ({
      task,
      address,
      ...(alsoStartedBy === undefined ? {} : { alsoStartedBy }),
      ...(elsewhere === undefined ? {} : { elsewhere }),
      verdict: ofTask,
      dependencies: dependencies.map(({ service, region, verdict: ofService, hops, issue }) => ({
        service,
        ...(region === undefined ? {} : { region }),
        verdict: ofService,
        hops: hops.map(({ hop, verdict: ofHop, text, resources }) => ({ hop, verdict: ofHop, text, resources })),
        ...(issue === undefined ? {} : { issue: proofIssueAsJson(issue) }),
      })),
      issues: issues.map(proofIssueAsJson),
    })),
    conflicts: conflicts.map(proofIssueAsJson),
    ...(assumptions === undefined ? {} : { assumptions }),
  };
}

function proofIssueAsJson({ path, accepted, ...issue }: AcceptedIssue): ProofIssueJson {
  return {
    ...issueAsJson(issue),
    ...(path === undefined ? {} : { path }),
    ...(accepted === undefined ? {} : { accepted }),
  };
}
