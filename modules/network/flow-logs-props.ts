/** What flow logs record: what was let through, what was not, or both. */
export type FlowLogTraffic = "ALL" | "ACCEPT" | "REJECT";

/** Flow logs into a log group that is created for them. */
export interface FlowLogsToCloudWatch {
  readonly to: "cloud-watch";
  /** What is recorded. @default "ALL" */
  readonly traffic?: FlowLogTraffic;
  /** Name of the log group, unique in the account and Region. @default - `/aws/vpc/` and the network's name */
  readonly logGroupName?: string;
  /** Days after which records are deleted; 0 keeps them for ever. @default 30 */
  readonly retentionInDays?: number;
  /**
   * ARN of the KMS key with which the log group is encrypted. Its policy, which stays yours, lets `logs.REGION.amazonaws.com` use it:
   * AWS refuses the log group otherwise.
   *
   * @default - a key of AWS's
   */
  readonly kmsKeyArn?: string;
  /** ARN of the policy that bounds the role with which they are written. @default - it has no boundary */
  readonly permissionsBoundary?: string;
}

/**
 * Flow logs into a bucket of S3. Its policy lets `delivery.logs.amazonaws.com` write; AWS adds that itself where whoever deploys owns
 * the bucket and may. There is no role.
 */
export interface FlowLogsToBucket {
  readonly to: "s3";
  /** What is recorded. @default "ALL" */
  readonly traffic?: FlowLogTraffic;
  /** ARN of the bucket. */
  readonly bucketArn: string;
  /** How the keys start, before `/AWSLogs`, for example `"shop"`. @default - nothing in front */
  readonly prefix?: string;
}

/** Flow logs of a VPC: into CloudWatch Logs, as a word where nothing else is to be said, or into a bucket. */
export type FlowLogs = "cloud-watch" | FlowLogsToCloudWatch | FlowLogsToBucket;
