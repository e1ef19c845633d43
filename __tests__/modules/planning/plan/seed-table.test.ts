import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ContainerImage, LogDriver, SecretSource, Volume } from "../../../../modules";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import type { Container } from "../../../../modules/task/container";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { REPOSITORY_URL } from "../../../support/orders";

const SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";

/** An image that needs no endpoint, in a registry inside the VPC, so that each use case stands alone. */
const container: Container = { image: ContainerImage.registry("10.0.0.9/app"), logDriver: LogDriver.none() };

const taskOf = (own: Partial<Container>, task: Partial<UncheckedFargateTask> = {}): UncheckedFargateTask => ({
  family: "orders",
  ...task,
  containers: { api: { ...container, ...own } },
});

/** The endpoints of a plan, as the page writes them. */
const endpointsOf = (task: UncheckedFargateTask, platformVersion: string) =>
  EndpointPlan.forTasks([{ ...task, platformVersion }]).endpoints.map(({ service, type }) =>
    type === "Gateway" ? `\`${service}\` (gateway)` : `\`${service}\``,
  );

// biome-ignore format: a table
const START: readonly (readonly [useCase: string, own: Partial<Container>, on130: string[], on140: string[]])[] = [
  ["Pull the image from ECR",                { image: ContainerImage.ecr(REPOSITORY_URL) },                  ["`s3` (gateway)", "`ecr.dkr`"], ["`s3` (gateway)", "`ecr.api`", "`ecr.dkr`"]],
  ["CloudWatch Logs with the awslogs driver", { logDriver: LogDriver.awslogs() },                            ["`logs`"],                      ["`logs`"]],
  ["Parameter Store in the task definition", { secrets: { KEY: SecretSource.ssmParameter("/orders/key") } }, ["`ssm`"],                       ["`ssm`"]],
  ["Secrets Manager in the task definition", { secrets: { KEY: SecretSource.secretsManager(SECRET_ARN) } },  ["`secretsmanager`"],            ["`secretsmanager`"]],
];

const firelens = (plugin: string) => taskOf({ logDriver: LogDriver.firelens(plugin) });

/** What the tasks in the page's second table have. */
const MORE: Readonly<Record<string, UncheckedFargateTask>> = {
  "A registry's user and password in Secrets Manager": taskOf({
    image: ContainerImage.registry("10.0.0.9/app", { credentialsParameter: SECRET_ARN }),
  }),
  "Environment files in S3": taskOf({ environmentFiles: ["arn:aws:s3:::orders-config/production.env"] }),
  "ECS Exec": taskOf({}, { executeCommand: true }),
  "ECS Exec with a log in CloudWatch Logs": taskOf({}, { executeCommand: { cloudWatchLogGroupName: "/exec" } }),
  "ECS Exec with a log in S3": taskOf({}, { executeCommand: { s3BucketName: "exec" } }),
  "ECS Exec with a key of KMS": taskOf({}, { executeCommand: { logging: "NONE", kmsKeyId: "key" } }),
  "FireLens to CloudWatch Logs": firelens("cloudwatch_logs"),
  "FireLens to Data Firehose": firelens("kinesis_firehose"),
  "FireLens to Kinesis Data Streams": firelens("kinesis_streams"),
  "FireLens to S3": firelens("s3"),
  "X-Ray daemon": taskOf({ image: ContainerImage.registry("10.0.0.9/aws-xray-daemon:3.x") }),
  "Service Connect, uncertain": taskOf({}, { serviceConnect: { namespace: "orders" } }),
  "EFS volume": taskOf({}, { volumes: { data: Volume.efs("fs-0123456789abcdef0") } }),
  "GuardDuty Runtime Monitoring": taskOf({}, { runtimeMonitoring: true }),
};

/** The rows of a table of the page, found by the heads of its columns; links are reduced to their text. */
function tableOfPage(...heads: readonly string[]): string[][] {
  const page = readFileSync(join(__dirname, "../../../../docs/concepts.md"), "utf8");
  const lines = page.split("\n");
  const start = lines.indexOf(`| ${heads.join(" | ")} |`);
  if (start < 0) throw new Error(`the page has no table with the columns ${heads.join(", ")}`);
  const rows = lines.slice(start + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith("|")),
    )
    .map((line) =>
      line
        .slice(2, -2)
        .split(" | ")
        .map((cell) => cell.replace(/\[([^\]]+)\]\[[^\]]+\]/g, "$1")),
    );
}

const list = (cell: string | undefined) => (cell ?? "").split(", ").sort();

describe("the endpoints that a task needs to start", () => {
  describe.each(START)("%s", (_useCase, own, on130, on140) => {
    it("on platform version 1.3.0", () => expect(endpointsOf(taskOf(own), "1.3.0")).toEqual(on130));
    it("on platform version 1.4.0", () => expect(endpointsOf(taskOf(own), "1.4.0")).toEqual(on140));
  });

  it("are the ones in the table of the page", () => {
    const rows = tableOfPage("Use case", "Platform version 1.3.0", "Platform version 1.4.0");
    expect(rows.map(([useCase, on130, on140]) => [useCase, list(on130), list(on140)])).toEqual(
      START.map(([useCase, _own, on130, on140]) => [useCase, [...on130].sort(), [...on140].sort()]),
    );
  });
});

describe("the endpoints that a task needs for what it has besides", () => {
  const rows = tableOfPage("The task has", "Endpoints on 1.4.0", "Without them");

  it("are all in the table of the page", () => {
    expect(rows.map(([feature]) => feature)).toEqual(Object.keys(MORE));
  });

  it.each(rows)("%s: %s", (feature = "", endpoints = "") => {
    const planned = endpointsOf(MORE[feature] ?? taskOf({}), "1.4.0");
    expect(endpoints.startsWith("none") ? [] : list(endpoints)).toEqual(planned.sort());
  });
});
