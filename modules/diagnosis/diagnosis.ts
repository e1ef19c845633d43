import type { CauseName } from "./causes/cause-table";
import type { FailedCall } from "./causes/failed-call";
import type { Evidence } from "./input/evidence";
import type { KnownText } from "./texts/known-text";

/** A possible cause, in words for this call. */
export interface NamedCause {
  readonly cause: CauseName;
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
  readonly evidence: Evidence;
  /** The likeliest first. */
  readonly causes: readonly NamedCause[];
  readonly excluded: readonly ExcludedCause[];
  readonly source: string;
  readonly confidence: KnownText["confidence"];
}
