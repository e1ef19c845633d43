import { checkLogGroupKey } from "../internal/check-log-group-key";
import { checkManagedPolicyArn } from "../internal/check-managed-policy-arn";
import { awsName } from "../shapes/name-shape";
import { either, type MembersOf, number, object, required, text } from "../shapes/shape";
import type { FlowLogsToBucket, FlowLogsToCloudWatch } from "./flow-logs-props";

const TO_CLOUD_WATCH = object({
  to: required(text("cloud-watch")),
  traffic: text("ALL"),
  logGroupName: awsName("log-group", "/aws/vpc/shop"),
  retentionInDays: number(30),
  kmsKeyArn: text("arn:aws:kms:…", checkLogGroupKey),
  permissionsBoundary: text("arn:aws:iam::123456789012:policy/boundary", checkManagedPolicyArn),
} satisfies MembersOf<FlowLogsToCloudWatch>);

const TO_BUCKET = object({
  to: required(text("s3")),
  traffic: text("ALL"),
  bucketArn: required(text("arn:aws:s3:::flow-logs")),
  prefix: text("shop"),
} satisfies MembersOf<FlowLogsToBucket>);

/** The shape of `FlowLogs`. */
export const FLOW_LOGS = either(text("cloud-watch"), TO_CLOUD_WATCH, TO_BUCKET);
