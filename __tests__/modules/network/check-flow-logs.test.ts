import { expect, it } from "vitest";
import { checkFlowLogs } from "../../../modules/network/check-flow-logs";
import type { FlowLogs } from "../../../modules/network/flow-logs-props";

const BUCKET = "arn:aws:s3:::flow-logs";
const found = (flowLogs: unknown) =>
  Array.from(
    checkFlowLogs(flowLogs === undefined ? undefined : JSON.parse(JSON.stringify(flowLogs)), "flowLogs"),
    ({ code, path }) => `${code} ${path}`,
  );

it.each<FlowLogs | undefined>([
  undefined,
  "cloud-watch",
  { to: "cloud-watch", traffic: "REJECT", retentionInDays: 0 },
  { to: "s3", bucketArn: BUCKET, prefix: "shop/eu", traffic: "ACCEPT" },
  { to: "s3", bucketArn: "${aws_s3_bucket.logs.arn}" },
])("takes %j", (flowLogs) => expect(found(flowLogs)).toEqual([]));

it.each([
  ["cloudwatch", "flow-logs-invalid flowLogs"],
  [{ to: "kinesis" }, "flow-logs-invalid flowLogs"],
  [{ to: "cloud-watch", traffic: "all" }, "flow-logs-invalid flowLogs.traffic"],
  [{ to: "cloud-watch", retentionInDays: 31 }, "log-retention-unknown flowLogs.retentionInDays"],
  [{ to: "s3", bucketArn: "flow-logs" }, "flow-logs-invalid flowLogs.bucketArn"],
  [{ to: "s3", bucketArn: `${BUCKET}/shop` }, "flow-logs-invalid flowLogs.bucketArn"],
  [{ to: "s3", bucketArn: BUCKET, prefix: "/shop" }, "flow-logs-invalid flowLogs.prefix"],
  [{ to: "s3", bucketArn: BUCKET, prefix: "AWSLogs" }, "flow-logs-invalid flowLogs.prefix"],
])("refuses %j", (flowLogs, issue) => expect(found(flowLogs)).toEqual([issue]));
