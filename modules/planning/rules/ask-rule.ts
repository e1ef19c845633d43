import type { AskFinding } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import type { Container } from "../../task/container";
import type { UncheckedFargateTask } from "../../task/fargate-task";

/** A task, and what the rules must know of its surroundings. */
export interface TaskInNetwork {
  readonly task: UncheckedFargateTask;
  readonly containers: readonly (readonly [name: string, container: Container])[];
  readonly context: AskContext;
}

/** One reason why tasks need endpoints: a row of the rule table. */
export interface AskRule {
  /** The page of AWS's documentation that states the rule. */
  readonly source: string;
  /** What of the task the rule applies to. */
  readonly asks: (input: TaskInNetwork) => Iterable<AskFinding>;
}
