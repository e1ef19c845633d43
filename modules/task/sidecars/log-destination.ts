import type { PolicyStatement } from "../../aws/policy-document";
import type { Grant } from "../grants/grant";
import type { FirelensPlugin } from "../log-drivers/firelens-plugin";
import type { LogDriverOptions } from "../log-drivers/log-driver-kind";

/** A thing of AWS's with its name and its ARN, for example a `CloudwatchLogGroup`. */
export interface NamedThing {
  readonly name: string;
  readonly arn: string;
}

/** Where a log router sends the output of containers. Made with {@link LogDestination}'s functions. */
export interface LogDestination {
  /** Output plugin of Fluent Bit. */
  readonly plugin: FirelensPlugin;
  readonly options: Readonly<Record<string, string>>;
  readonly secretOptions?: NonNullable<LogDriverOptions["secretOptions"]>;
  /** @default - none */
  readonly grants?: readonly Grant[];
  /** @default - none */
  readonly taskRoleStatements?: readonly PolicyStatement[];
  /** @default - none */
  readonly reachableHosts?: readonly string[];
}

/** A host outside AWS that takes logs over HTTPS. */
export interface HttpLogDestination {
  /** Its name, for example `"logs.example.com"`. The task's security group has to let it out to it. */
  readonly host: string;
  /** @default 443 */
  readonly port?: number;
  /** Path and query of the address. @default "/" */
  readonly uri?: string;
  /** Options whose values are fetched when the task starts, for example `{ header: SecretSource.ssmParameter("/logs/key") }`. @default - none */
  readonly secretOptions?: NonNullable<LogDriverOptions["secretOptions"]>;
}

/** The rights to write to a log group that exists. */
export function logGroupGrant({ arn }: NamedThing): Grant {
  return {
    service: "logs",
    actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
    on: [arn, `${arn}:*`],
  };
}

/** Names the destination of a log router. Source: https://docs.fluentbit.io/manual/pipeline/outputs, the page of each plugin. */
export const LogDestination = {
  /** A log group of CloudWatch Logs; each container has a stream of its own. */
  cloudWatchLogs(logGroup: NamedThing, region: string): LogDestination {
    const options = { region, log_group_name: logGroup.name, log_stream_prefix: "router-" };
    return { plugin: "cloudwatch_logs", options, grants: [logGroupGrant(logGroup)] };
  },
  /** A bucket of S3, for example an `S3Bucket`. */
  s3({ bucket, arn }: { readonly bucket: string; readonly arn: string }, region: string): LogDestination {
    const options = { region, bucket, total_file_size: "50M", upload_timeout: "10m" };
    return { plugin: "s3", options, grants: [{ service: "s3", access: "write", on: arn }] };
  },
  /** A stream of Amazon Data Firehose. */
  firehose({ name, arn }: NamedThing, region: string): LogDestination {
    const grant: Grant = { service: "kinesis-firehose", access: "send", on: arn };
    return { plugin: "kinesis_firehose", options: { region, delivery_stream: name }, grants: [grant] };
  },
  /** A stream of Kinesis Data Streams. */
  kinesis({ name, arn }: NamedThing, region: string): LogDestination {
    const grant: Grant = { service: "kinesis-streams", access: "send", on: arn };
    return { plugin: "kinesis_streams", options: { region, stream: name }, grants: [grant] };
  },
  /** A domain of OpenSearch in the VPC. The task's security group and the domain's have to let port 443 pass. */
  openSearch(
    { endpoint, arn }: { readonly endpoint: string; readonly arn: string },
    { region, index }: { readonly region: string; readonly index: string },
  ): LogDestination {
    return {
      plugin: "opensearch",
      options: {
        Host: endpoint,
        Port: "443",
        tls: "On",
        AWS_Auth: "On",
        AWS_Region: region,
        Index: index,
        Suppress_Type_Name: "On",
      },
      taskRoleStatements: [{ actions: ["es:ESHttpPost", "es:ESHttpPut"], resources: [`${arn}/*`] }],
      reachableHosts: [endpoint],
    };
  },
  /** A host outside AWS, over HTTPS, in JSON. */
  http({ host, port = 443, uri = "/", secretOptions }: HttpLogDestination): LogDestination {
    return {
      plugin: "http",
      options: { Host: host, Port: `${port}`, URI: uri, tls: "On", Format: "json" },
      reachableHosts: [host],
      ...(secretOptions === undefined ? {} : { secretOptions }),
    };
  },
} as const;
