import type { Fact } from "../model/fact";
import type { Value } from "../terraform/expressions/value";

/** What says what a task is, as the reader of task definitions takes it. */
export interface TaskDocument {
  readonly json: Fact<unknown>;
  readonly executionRole: Value;
  readonly taskRole: Value;
  /** A path of the document as one of the resource. @default - it is the same */
  readonly pathInResource?: (path: string) => string;
}
