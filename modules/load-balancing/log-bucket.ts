import type { LbAccessLogs } from "@cdktf/provider-aws/lib/lb";
import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";

/**
 * A bucket that a load balancer writes logs to. It is in the Region of the load balancer, and its policy, which stays yours,
 * lets Elastic Load Balancing write: AWS refuses the load balancer otherwise, so let it wait for the policy by
 * `balancer.node.addDependency(policy)`.
 */
export interface LogBucket {
  /** Name of the bucket. */
  readonly bucket: string;
  /** How the keys start, before `/AWSLogs`, for example `"shop"`. @default - nothing in front */
  readonly prefix?: string;
}

/**
 * Everything that is wrong with a bucket for logs.
 *
 * Source: User Guide for Application Load Balancers, "Enable access logs", and Amazon S3's rules of bucket names, read 2026-11-28.
 */
export function* checkLogBucket(logs: LogBucket | undefined, path: string): Generator<Issue> {
  if (logs === undefined) return;
  const { bucket, prefix } = logs;
  if (!isUnresolved(bucket) && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    const [, inArn] = /^arn:[\w-]+:s3:::([^/]+)/.exec(bucket) ?? [];
    yield issue("load-balancer-setting-invalid", {
      path: `${path}.bucket`,
      problem: `"${bucket}" is not the name of a bucket`,
      why: "it has 3 to 63 small letters, digits, dots and hyphens",
      fix: `write ${JSON.stringify(inArn ?? "my-logs")}`,
    });
  }
  if (prefix === undefined || isUnresolved(prefix) || !/AWSLogs|^\/|\/$/.test(prefix)) return;
  const without = prefix.replace(/\/?AWSLogs.*$/, "").replace(/^\/+|\/+$/g, "");
  yield issue("load-balancer-setting-invalid", {
    path: `${path}.prefix`,
    problem: `"${prefix}" is not a prefix of logs`,
    why: "AWS appends /AWSLogs to it, and takes none with that in it, or with a slash at an end",
    fix: without === "" ? "leave prefix out" : `write prefix: "${without}"`,
  });
}

/** The bucket as an attribute of the load balancer. */
export function logBucketAttributes({ bucket, prefix }: LogBucket): LbAccessLogs {
  return { bucket, enabled: true, ...(prefix === undefined ? {} : { prefix }) };
}
