import { allow, type ManagedStatement } from "./managed-statement";

/** Policies of AWS's about what applications call besides data: queues, topics, streams and functions. */
export const POLICIES_OF_CALLS: Readonly<Record<string, readonly ManagedStatement[]>> = {
  // Version 1.
  AmazonSQSFullAccess: [allow("sqs:*")],
  // Version 4.
  AmazonSQSReadOnlyAccess: [
    allow(`
      sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ListDeadLetterSourceQueues sqs:ListQueues sqs:ListMessageMoveTasks
      sqs:ListQueueTags`),
  ],
  // Version 2.
  AmazonSNSFullAccess: [
    allow("sns:*"),
    allow(
      `
      sms-voice:DescribeVerifiedDestinationNumbers sms-voice:CreateVerifiedDestinationNumber
      sms-voice:SendDestinationNumberVerificationCode sms-voice:SendTextMessage sms-voice:DeleteVerifiedDestinationNumber
      sms-voice:VerifyDestinationNumber sms-voice:DescribeAccountAttributes sms-voice:DescribeSpendLimits
      sms-voice:DescribePhoneNumbers sms-voice:SetTextMessageSpendLimitOverride sms-voice:DescribeOptedOutNumbers
      sms-voice:DeleteOptedOutNumber`,
      { when: { StringEquals: { "aws:CalledViaLast": "sns.amazonaws.com" } } },
    ),
  ],
  // Version 1.
  AmazonSESFullAccess: [allow("ses:*")],
  // Version 1.
  AmazonKinesisFullAccess: [allow("kinesis:*")],
  // Version 1.
  AmazonKinesisReadOnlyAccess: [allow("kinesis:Get* kinesis:List* kinesis:Describe*")],
  // Version 1.
  AmazonKinesisFirehoseFullAccess: [allow("firehose:*")],
  // Version 5.
  AmazonEventBridgeFullAccess: [
    allow("events:* schemas:* scheduler:* pipes:*"),
    allow("iam:CreateServiceLinkedRole", {
      on: [
        "arn:*:iam::*:role/aws-service-role/apidestinations.events.amazonaws.com/AWSServiceRoleForAmazonEventBridgeApiDestinations",
      ],
      when: { StringEquals: { "iam:AWSServiceName": "apidestinations.events.amazonaws.com" } },
    }),
    allow("iam:CreateServiceLinkedRole", {
      on: ["arn:*:iam::*:role/aws-service-role/schemas.amazonaws.com/AWSServiceRoleForSchemas"],
      when: { StringEquals: { "iam:AWSServiceName": "schemas.amazonaws.com" } },
    }),
    allow(
      `
      secretsmanager:CreateSecret secretsmanager:UpdateSecret secretsmanager:DeleteSecret secretsmanager:GetSecretValue
      secretsmanager:PutSecretValue`,
      { on: ["arn:*:secretsmanager:*:*:secret:events!*"] },
    ),
    allow("iam:PassRole", {
      on: ["arn:*:iam::*:role/*"],
      when: { StringLike: { "iam:PassedToService": "events.amazonaws.com" } },
    }),
    allow("iam:PassRole", {
      on: ["arn:*:iam::*:role/*"],
      when: { StringLike: { "iam:PassedToService": "scheduler.amazonaws.com" } },
    }),
    allow("iam:PassRole", {
      on: ["arn:*:iam::*:role/*"],
      when: { StringLike: { "iam:PassedToService": "pipes.amazonaws.com" } },
    }),
  ],
  // Version 1.
  AWSStepFunctionsFullAccess: [allow("states:*")],
  // Version 1.
  AWSLambda_FullAccess: [
    allow(`
      cloudformation:DescribeStacks cloudformation:ListStackResources cloudwatch:ListMetrics cloudwatch:GetMetricData
      ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs kms:ListAliases iam:GetPolicy iam:GetPolicyVersion
      iam:GetRole iam:GetRolePolicy iam:ListAttachedRolePolicies iam:ListRolePolicies iam:ListRoles lambda:*
      logs:DescribeLogGroups states:DescribeStateMachine states:ListStateMachines tag:GetResources xray:GetTraceSummaries
      xray:BatchGetTraces`),
    allow("iam:PassRole", { when: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } } }),
    allow("logs:DescribeLogStreams logs:GetLogEvents logs:FilterLogEvents", {
      on: ["arn:*:logs:*:*:log-group:/aws/lambda/*"],
    }),
  ],
  // Version 1.
  "service-role/AWSLambdaRole": [allow("lambda:InvokeFunction")],
  // Version 1.
  "service-role/AWSLambdaBasicExecutionRole": [allow("logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents")],
  // Version 1.
  AWSCodeArtifactReadOnlyAccess: [
    allow(`
      codeartifact:Describe* codeartifact:Get* codeartifact:List* codeartifact:ReadFromRepository`),
    allow("sts:GetServiceBearerToken", {
      when: { StringEquals: { "sts:AWSServiceName": "codeartifact.amazonaws.com" } },
    }),
  ],
};
