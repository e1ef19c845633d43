/** What one word of access gives. */
export interface Access {
  /** Actions without which the word would say too much. */
  readonly actions: readonly string[];
  /** Actions that SDKs and libraries take besides. @default - none */
  readonly besides?: readonly string[];
  /** What follows the ARN in the resources of the actions. @default - nothing: the thing itself */
  readonly below?: string;
  /** Rights to the thing itself, where the actions are about what is in it. @default - none */
  readonly itself?: readonly string[];
  /** Whether it is no call of an API, but comes with the mount of a file system, so that it needs no endpoint. @default false */
  readonly byMount?: true;
  /** Where else the actions apply, if there is such a thing. @default - nowhere */
  readonly also?: string;
}

/**
 * The words in which a task says what its application may do with a thing, by the service. Whatever is not here is written as
 * a list of actions.
 *
 * Source of the actions and of what they are about: the service's page in
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const ACCESSES = {
  "bedrock-runtime": {
    invoke: { actions: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"] },
  },
  dynamodb: {
    read: {
      actions: ["dynamodb:GetItem", "dynamodb:Query"],
      besides: ["dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DescribeTable", "dynamodb:Scan"],
      also: "/index/*",
    },
    write: {
      actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
      besides: ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable"],
    },
  },
  // Source besides: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
  elasticfilesystem: {
    read: { actions: ["elasticfilesystem:ClientMount"], byMount: true },
    write: { actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"], byMount: true },
    root: { actions: ["elasticfilesystem:ClientRootAccess"], byMount: true },
  },
  events: { send: { actions: ["events:PutEvents"] } },
  "kinesis-firehose": {
    send: { actions: ["firehose:PutRecord"], besides: ["firehose:PutRecordBatch"] },
  },
  "kinesis-streams": {
    consume: {
      actions: ["kinesis:GetRecords", "kinesis:GetShardIterator"],
      besides: ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:ListShards"],
    },
    send: {
      actions: ["kinesis:PutRecord"],
      besides: ["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:PutRecords"],
    },
  },
  kms: {
    decrypt: { actions: ["kms:Decrypt"] },
    encrypt: { actions: ["kms:Encrypt"], besides: ["kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"] },
  },
  lambda: { invoke: { actions: ["lambda:InvokeFunction"], also: ":*" } },
  s3: {
    read: { actions: ["s3:GetObject"], below: "/*", itself: ["s3:GetBucketLocation", "s3:ListBucket"] },
    write: { actions: ["s3:PutObject"], besides: ["s3:AbortMultipartUpload"], below: "/*" },
    delete: { actions: ["s3:DeleteObject"], below: "/*" },
  },
  secretsmanager: {
    read: { actions: ["secretsmanager:GetSecretValue"], besides: ["secretsmanager:DescribeSecret"] },
  },
  sns: { send: { actions: ["sns:Publish"] } },
  sqs: {
    consume: {
      actions: ["sqs:DeleteMessage", "sqs:ReceiveMessage"],
      besides: ["sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"],
    },
    send: { actions: ["sqs:SendMessage"], besides: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"] },
  },
  ssm: {
    read: { actions: ["ssm:GetParameter", "ssm:GetParameters"], besides: ["ssm:GetParametersByPath"] },
  },
  states: { start: { actions: ["states:StartExecution"] } },
  sts: { assume: { actions: ["sts:AssumeRole"] } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Access>>>>;

/** A service for which there are words of access. */
export type ServiceWithAccess = keyof typeof ACCESSES;

/** A word of access of a service. */
export type AccessTo<Service extends ServiceWithAccess> = keyof (typeof ACCESSES)[Service] & string;
