/** Where a task runs, as ids. */
export interface TaskPlacement {
  readonly subnets: readonly string[];
  /** @default - the input does not tell */
  readonly securityGroups?: readonly string[];
}

/** What is known of a task beside the message about it. */
export interface MessageContext {
  /** The Region in an ARN. @default - it has none */
  readonly region?: string;
  /** Name of the service, and family of the task definition. Empty where neither is told. */
  readonly tasks: readonly string[];
  /** @default - the input does not tell */
  readonly placement?: TaskPlacement;
}

/** A message that may tell why a task failed, on one line. */
export interface Message extends MessageContext {
  readonly text: string;
  /** Where in a JSON document it is, for example `"tasks[0].stoppedReason"`. @default - the input is text */
  readonly place?: string;
}
