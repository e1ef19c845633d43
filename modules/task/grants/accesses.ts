/** What a service asks of the key with which a thing is encrypted, in the name of whoever calls. */
export interface KeyUse {
  readonly actions: readonly string[];
  /** What it asks in some cases besides. @default - nothing */
  readonly besides?: readonly string[];
  /** Whether no source settles that it asks in the caller's name. @default false */
  readonly mayLack?: true;
}

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
  /** What it takes of the thing's key. @default - not known */
  readonly ofKey?: KeyUse;
  /** Where else the actions apply, if there is such a thing: what follows the ARN, and by what one already has it. @default - nowhere */
  readonly also?: { readonly end: string; readonly sign: RegExp };
}

const DECRYPT = { actions: ["kms:Decrypt"] } as const satisfies KeyUse;
const ENCRYPT = { actions: ["kms:GenerateDataKey"] } as const satisfies KeyUse;
const SEND = { actions: ["kms:Decrypt", "kms:GenerateDataKey"] } as const satisfies KeyUse;
const OF_TABLE = { ...DECRYPT, mayLack: true } as const satisfies KeyUse;
// An upload in parts reads them again.
const UPLOAD = { ...ENCRYPT, besides: ["kms:Decrypt"] } as const satisfies KeyUse;

/**
 * The words in which a task says what its application may do with a thing, by the service. Whatever is not here is written as
 * a list of actions.
 *
 * Source of the actions and of what they are about: the service's page in
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 *
 * Sources of what a service asks of a key: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html,
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html,
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html,
 * https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html,
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html,
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html and
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
export const ACCESSES = {
  "bedrock-runtime": {
    invoke: { actions: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"] },
  },
  dynamodb: {
    read: {
      actions: ["dynamodb:GetItem", "dynamodb:Query"],
      besides: ["dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DescribeTable", "dynamodb:Scan"],
      also: { end: "/index/*", sign: /\/index\// },
      ofKey: OF_TABLE,
    },
    write: {
      actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
      besides: ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable"],
      ofKey: OF_TABLE,
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
      ofKey: DECRYPT,
    },
    send: {
      actions: ["kinesis:PutRecord"],
      besides: ["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:PutRecords"],
      ofKey: ENCRYPT,
    },
  },
  kms: {
    decrypt: { actions: ["kms:Decrypt"] },
    encrypt: { actions: ["kms:Encrypt"], besides: ["kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"] },
  },
  lambda: { invoke: { actions: ["lambda:InvokeFunction"], also: { end: ":*", sign: /(:function:[^:]+|\}):/ } } },
  s3: {
    read: {
      actions: ["s3:GetObject"],
      below: "/*",
      itself: ["s3:GetBucketLocation", "s3:ListBucket"],
      ofKey: DECRYPT,
    },
    write: { actions: ["s3:PutObject"], besides: ["s3:AbortMultipartUpload"], below: "/*", ofKey: UPLOAD },
    delete: { actions: ["s3:DeleteObject"], below: "/*" },
  },
  secretsmanager: {
    read: {
      actions: ["secretsmanager:GetSecretValue"],
      besides: ["secretsmanager:DescribeSecret"],
      ofKey: DECRYPT,
    },
  },
  sns: { send: { actions: ["sns:Publish"], ofKey: SEND } },
  sqs: {
    consume: {
      actions: ["sqs:DeleteMessage", "sqs:ReceiveMessage"],
      besides: ["sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"],
      ofKey: DECRYPT,
    },
    send: {
      actions: ["sqs:SendMessage"],
      besides: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"],
      ofKey: SEND,
    },
  },
  ssm: {
    read: {
      actions: ["ssm:GetParameter", "ssm:GetParameters"],
      besides: ["ssm:GetParametersByPath"],
      ofKey: DECRYPT,
    },
  },
  states: { start: { actions: ["states:StartExecution"] } },
  sts: { assume: { actions: ["sts:AssumeRole"] } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Access>>>>;

/** A service for which there are words of access. */
export type ServiceWithAccess = keyof typeof ACCESSES;

/** A word of access of a service. */
export type AccessTo<Service extends ServiceWithAccess> = keyof (typeof ACCESSES)[Service] & string;
