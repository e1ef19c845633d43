/** Sends the container's output to a log group of CloudWatch Logs. */
export interface AwslogsDriver {
  readonly kind: "awslogs";
  /** Name of the log group. @default - the log group of the service */
  readonly logGroupName?: string;
  /** Region of the log group. @default - the task's Region */
  readonly region?: string;
  /** First part of the log stream's name. @default - the name of the container */
  readonly streamPrefix?: string;
}

/** Drops the container's output. */
export interface NoLogDriver {
  readonly kind: "none";
}

/** What happens to a container's output. */
export type LogDriver = AwslogsDriver | NoLogDriver;

/** The kinds of {@link LogDriver}. */
export const LOG_DRIVER_KINDS = ["awslogs", "none"] as const satisfies readonly LogDriver["kind"][];

/** Says what happens to a container's output. */
export const LogDriver = {
  /** Sends it to CloudWatch Logs. */
  awslogs(options: Omit<AwslogsDriver, "kind"> = {}): AwslogsDriver {
    return { kind: "awslogs", ...options };
  },
  /** Drops it. */
  none(): NoLogDriver {
    return { kind: "none" };
  },
} as const;
