/**
 * How ECS Exec logs and encrypts, as `executeCommandConfiguration` of the cluster. Where the service uses a cluster of
 * yours, it describes what that cluster has, so that the plan knows.
 */
export interface ExecuteCommandOptions {
  /**
   * `"DEFAULT"` sends the session's output where the awslogs driver of the task sends its own, `"OVERRIDE"` to the log
   * group and bucket named here.
   *
   * @default "OVERRIDE" where a log group or a bucket is named, else "DEFAULT"
   */
  readonly logging?: "DEFAULT" | "NONE" | "OVERRIDE";
  /** Log group of CloudWatch Logs for the output. @default - none */
  readonly cloudWatchLogGroupName?: string;
  /** Bucket for the output. @default - none */
  readonly s3BucketName?: string;
  /** Key of KMS with which the session is encrypted: its id, its ARN, or an alias. @default - encrypted by TLS only */
  readonly kmsKeyId?: string;
}

/** The options with the logging that results. */
export interface ResolvedExecuteCommand extends ExecuteCommandOptions {
  readonly logging: NonNullable<ExecuteCommandOptions["logging"]>;
}

/** The options with the logging that results; `undefined` where commands cannot be run in the task. */
export function executeCommandOptions(executeCommand: true | ExecuteCommandOptions): ResolvedExecuteCommand;
export function executeCommandOptions(
  executeCommand: true | ExecuteCommandOptions | undefined,
): ResolvedExecuteCommand | undefined;
export function executeCommandOptions(
  executeCommand: true | ExecuteCommandOptions | undefined,
): ResolvedExecuteCommand | undefined {
  if (executeCommand === undefined) return undefined;
  const options = executeCommand === true ? {} : executeCommand;
  const named = options.cloudWatchLogGroupName !== undefined || options.s3BucketName !== undefined;
  return { ...options, logging: options.logging ?? (named ? "OVERRIDE" : "DEFAULT") };
}
