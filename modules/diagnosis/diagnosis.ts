import type { IssueCode } from "../issues/table/issue-table";
import type { Verdict } from "../reachability/model/verdict";
import type { CauseName } from "./causes/cause-table";
import type { FailedCall } from "./causes/failed-call";
import type { Evidence } from "./input/evidence";
import type { TaskPlacement } from "./input/message";
import type { KnownText } from "./texts/known-text";

/** A possible cause, in words for this call. */
export interface NamedCause {
  /** Its name; the code of an issue where the proof finds it. */
  readonly cause: CauseName | IssueCode;
  /** Address of the resource at which the proof finds it. @default - the proof does not */
  readonly at?: string;
  readonly says: string;
  readonly tells: string;
  readonly look: string;
  readonly fix: string;
}

/** A cause that the message excludes. */
export interface ExcludedCause {
  readonly cause: CauseName;
  readonly because: string;
}

/** What the proof finds about a call that failed. */
export interface NetworkFinding {
  /** Name of the service or family of the task. @default - it is about the network as a whole */
  readonly task?: string;
  readonly verdict: "broken" | "unknown";
  readonly code: IssueCode;
  readonly problem: string;
  readonly why: string;
  readonly fix: string;
  readonly path?: string;
  /** Whether a call fails then as the message shows it. */
  readonly explains: boolean;
}

/** What a network tells of a call that failed. */
export interface NetworkJudgement {
  /** How the call stands in the proof; whether nothing calls it there. */
  readonly verdict: Verdict | "not-called";
  /** Names of the tasks that were looked at. */
  readonly tasks: readonly string[];
  readonly findings: readonly NetworkFinding[];
}

/** What a message tells: the call that failed, and why it may have. */
export interface Diagnosis {
  /** Name of the known text. */
  readonly text: string;
  readonly what: string;
  /** The message, without secrets. */
  readonly message: string;
  /** Where in a JSON document it is. @default - the input is text */
  readonly place?: string;
  /** How often the input has one like it. */
  readonly count: number;
  readonly call: FailedCall;
  /** Names of the service and the family of the task. Empty where the input does not tell. */
  readonly tasks: readonly string[];
  /** Where the task runs. @default - the input does not tell */
  readonly placement?: TaskPlacement;
  readonly evidence: Evidence;
  /** The likeliest first. */
  readonly causes: readonly NamedCause[];
  readonly excluded: readonly ExcludedCause[];
  /** What the proof over a network tells besides. @default - none was given */
  readonly network?: NetworkJudgement;
  readonly source: string;
  readonly confidence: KnownText["confidence"];
}
