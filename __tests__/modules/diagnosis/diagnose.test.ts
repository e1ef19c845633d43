import { describe, expect, it } from "vitest";
import { diagnose } from "../../../modules/diagnosis/diagnose";
import { KNOWN_TEXTS } from "../../../modules/diagnosis/texts/recognized-text";
import { FAILED_TEXTS, OTHER_TEXTS } from "./support/failed-texts";
import { cutOff, VARIATIONS } from "./support/variations";

const first = (input: string) => diagnose(input)[0];

/** Texts of the second version of the SDK for Go, in which agents write newer messages, and of other SDKs. */
const OF_OTHER_SDKS = [
  [
    "ecr.api",
    "operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded",
  ],
  [
    "secretsmanager",
    "operation error Secrets Manager: GetSecretValue, https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded",
  ],
  [
    "ssm",
    'operation error SSM: GetParameters, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post "https://ssm.eu-west-1.amazonaws.com/": dial tcp 10.0.1.7:443: i/o timeout',
  ],
  [
    "logs",
    "operation error CloudWatch Logs: CreateLogStream, https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded",
  ],
  [
    "s3",
    "operation error S3: GetObject, https response error StatusCode: 0, RequestID: , HostID: , canceled, context deadline exceeded",
  ],
  [
    "sqs",
    'operation error SQS: SendMessage, https response error StatusCode: 0, request send failed, Post "https://sqs.us-gov-west-1.amazonaws.com/": dial tcp: lookup sqs.us-gov-west-1.amazonaws.com on 10.0.0.2:53: no such host',
  ],
  [
    "sns",
    "software.amazon.awssdk.core.exception.SdkClientException: Unable to execute HTTP request: Connect to sns.eu-central-1.amazonaws.com:443 failed: Connect timed out",
  ],
  [
    "dynamodb",
    'botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: "https://dynamodb.eu-west-1.amazonaws.com/"',
  ],
  [
    "kms",
    "HTTPSConnectionPool(host='kms.eu-west-1.amazonaws.com', port=443): Max retries exceeded (Caused by ConnectTimeoutError)",
  ],
  [
    "s3",
    "operation error S3: HeadObject, https response error StatusCode: 403, RequestID: X, api error Forbidden: Forbidden",
  ],
  [
    "states",
    "operation error SFN: StartExecution, https response error StatusCode: 0, canceled, context deadline exceeded",
  ],
  ["sts", "TimeoutError: connect ETIMEDOUT 54.239.1.2:443 while calling https://sts.amazonaws.com/"],
] as const;

describe("what a message tells", () => {
  it("has a text for each that is known", () => {
    const named = new Set(FAILED_TEXTS.map(({ name }) => name));
    const further = new Set([
      "secret-missing",
      "parameter-missing",
      "pull-rate-limit",
      "disk-full",
      "environment-file-missing",
    ]);
    const others = ["splunk", "log-group-refused", "secret-key-refused"];
    const ofDeploys = [
      "subnets-of-one-zone",
      "private-dns-without-vpc-dns",
      "endpoint-service-unknown",
      "gateway-route-duplicate",
      "endpoint-quota",
    ];
    const missing = KNOWN_TEXTS.filter(({ name }) => !named.has(name) && !further.has(name)).map(({ name }) => name);
    expect(missing.toSorted()).toEqual([...others, ...ofDeploys].sort());
    expect(FAILED_TEXTS.length).toBeGreaterThan(50);
  });

  it.each(FAILED_TEXTS)("is $services and first $cause of: $text", ({ name, services, cause, text }) => {
    const found = first(text);
    expect([found?.text, found?.call.services, found?.causes[0]?.cause]).toEqual([name, services, cause]);
  });

  it.each(OF_OTHER_SDKS)("is %s of: %s", (service, text) => {
    expect(first(text)?.call.services).toEqual([service]);
  });

  it.each([
    [
      "secret-missing",
      "failed to fetch secret x from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.",
    ],
    [
      "parameter-missing",
      "unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid ssm parameters: /orders/token",
    ],
    ["pull-rate-limit", "CannotPullContainerError: toomanyrequests: You have reached your pull rate limit."],
    [
      "disk-full",
      "CannotPullContainerError: ref pull has been retried 1 time(s): write /var/lib/x: no space left on device",
    ],
    [
      "environment-file-missing",
      "failed to download env files: operation error S3: GetObject, StatusCode: 404, api error NoSuchKey: The specified key does not exist.",
    ],
    ["secret-key-refused", "unable to retrieve secret from asm: AccessDeniedException: Access to KMS is not allowed"],
    [
      "log-group-refused",
      "failed to validate logger args: AccessDeniedException: x is not authorized to perform: logs:CreateLogGroup on resource: y",
    ],
    [
      "splunk",
      'CannotStartContainerError: failed to initialize logging driver: Options "https://splunk.example.com:8088/services/collector/event/1.0": dial tcp 203.0.113.9:8088: i/o timeout',
    ],
    [
      "subnets-of-one-zone",
      "Error: creating EC2 VPC Endpoint (com.amazonaws.eu-west-1.logs): DuplicateSubnetsInSameZone: Found another VPC endpoint subnet in the availability zone of subnet-1",
    ],
    [
      "private-dns-without-vpc-dns",
      "InvalidParameter: Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for vpc-1",
    ],
    [
      "endpoint-service-unknown",
      "InvalidServiceName: The Vpc Endpoint Service 'com.amazonaws.eu-west-1.log' does not exist",
    ],
    [
      "gateway-route-duplicate",
      "RouteAlreadyExists: route table rtb-1 already has a route with destination-prefix-list-id pl-6da54004",
    ],
    ["endpoint-quota", "VpcEndpointLimitExceeded: The maximum number of VPC endpoints has been reached."],
  ])("is %s of: %s", (name, text) => {
    expect(first(text)?.text).toBe(name);
  });

  it.each(VARIATIONS)("is the same of $name", ({ vary }) => {
    for (const { name, services, text } of FAILED_TEXTS) {
      const found = first(vary(text));
      expect([text, found?.text, found?.call.services]).toEqual([text, name, services]);
    }
  });

  it("is the same call of a reason that ECS has cut", () => {
    const reasons = FAILED_TEXTS.filter(({ text }) => !text.startsWith("Error: creating"));
    for (const { services, text } of reasons)
      expect([text, first(cutOff(text))?.call.services]).toEqual([text, services]);
    const long = reasons.filter(({ text }) => text.length > 255 && !text.startsWith("(service"));
    expect(long.length).toBeGreaterThan(3);
    for (const { text } of long) expect(first(cutOff(text))?.evidence.isCut).toBe(true);
    for (const { text } of long) expect(first(text)?.evidence.isCut).toBe(false);
  });

  it.each(OTHER_TEXTS)("is nothing of: %s", (text) => {
    expect(diagnose(text)).toEqual([]);
    for (const { vary } of VARIATIONS) expect(diagnose(vary(text))).toEqual([]);
  });

  it("counts messages that tell the same, and tells those that name a call before those that leave it open", () => {
    const open = "(service orders) (task 1) failed to start: DockerTimeoutError: Could not transition to started";
    const log = "(service orders) (task 2) ResourceInitializationError: failed to validate logger args: signal: killed";
    const events = [open, log, log.replace("task 2", "task 3")].map((message) => ({ message }));
    const found = diagnose(JSON.stringify({ services: [{ events }] }));
    expect(found.map(({ text, count }) => [text, count])).toEqual([
      ["log-stream", 2],
      ["start-timeout", 1],
    ]);
  });

  it.each([
    [
      "the host",
      'Post "https://api.ecr.eusc-de-east-1.amazonaws.eu/": i/o timeout, unable to retrieve ecr registry auth',
      "eusc-de-east-1",
    ],
    [
      "an ARN",
      "failed to fetch secret arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:a from secrets manager",
      "us-gov-west-1",
    ],
    [
      "what is around it",
      JSON.stringify({ region: "ap-northeast-1", detail: { stoppedReason: "failed to validate logger args" } }),
      "ap-northeast-1",
    ],
    [
      "a zone",
      JSON.stringify({ availabilityZone: "eu-west-3a", stoppedReason: "failed to validate logger args" }),
      "eu-west-3",
    ],
  ])("takes the Region from %s", (_from, text, region) => {
    expect(first(text)?.call.region).toBe(region);
  });

  it("takes the names of the task from what is around the message", () => {
    const task = {
      group: "service:orders",
      taskDefinitionArn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:3",
    };
    expect(
      first(JSON.stringify({ tasks: [{ ...task, stoppedReason: "failed to validate logger args" }] }))?.tasks,
    ).toEqual(["orders", "shop"]);
  });
});
