import { checkRetention } from "../internal/check-retention";
import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import type { FlowLogs } from "./flow-logs-props";

const TRAFFIC: readonly string[] = ["ALL", "ACCEPT", "REJECT"];

/** Everything that is wrong with where flow logs go. */
export function* checkFlowLogs(flowLogs: FlowLogs | undefined, path: string): Generator<Issue> {
  if (flowLogs === undefined || flowLogs === "cloud-watch") return;
  const place: string = typeof flowLogs === "string" ? flowLogs : flowLogs.to;
  if (typeof flowLogs === "string" || !["cloud-watch", "s3"].includes(place)) {
    yield refused(
      path,
      `"${place}" is no place for flow logs`,
      'write "cloud-watch", or { to: "s3", bucketArn: bucket.arn }',
    );
    return;
  }
  const { traffic, to } = flowLogs;
  if (traffic !== undefined && !isUnresolved(traffic) && !TRAFFIC.includes(traffic)) {
    yield refused(`${path}.traffic`, `"${traffic}" is none of ${TRAFFIC.join(", ")}`, `write ${inQuotes(TRAFFIC)}`);
  }
  if (to === "cloud-watch") {
    yield* checkRetention(flowLogs.retentionInDays, `${path}.retentionInDays`);
    return;
  }
  const { bucketArn, prefix } = flowLogs;
  if (!isUnresolved(bucketArn) && !/^arn:[\w-]+:s3:::[^/]+$/.test(bucketArn)) {
    yield refused(
      `${path}.bucketArn`,
      `"${bucketArn}" is not the ARN of a bucket`,
      'write it as "arn:aws:s3:::flow-logs", and what follows as prefix',
    );
  }
  // Source: Amazon VPC User Guide, "Create a flow log that publishes to Amazon S3": AWSLogs is a reserved term.
  if (prefix === undefined || isUnresolved(prefix) || !/AWSLogs|^\/|\/$/.test(prefix)) return;
  yield refused(
    `${path}.prefix`,
    `"${prefix}" is not a prefix of flow logs`,
    "leave out AWSLogs, which AWS appends, and slashes at the ends",
  );
}

function refused(path: string, problem: string, fix: string): Issue {
  return issue("flow-logs-invalid", { path, problem, fix });
}

function inQuotes(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" or ");
}
