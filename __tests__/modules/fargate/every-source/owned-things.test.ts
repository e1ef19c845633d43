import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { describe, expect, it } from "vitest";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  PrivateNetwork,
  SecretSource,
  VpcEndpoints,
} from "../../../../modules";
import { synth } from "../../../support/synth";
import { TerraformFixture } from "../../reachability/support/terraform-fixture";
import { resourcesOf } from "../../reachability/support/terraform-removal";
import { REGION, type WrittenStatement } from "./every-source";
import { brokenCalls } from "./written-parts";

/** A task whose things are all made beside it, without policies of their own, so that its roles alone decide. */
const made = new TerraformFixture(
  JSON.parse(
    synth((stack) => {
      const key = new KmsKey(stack, "key", {});
      const repository = new EcrRepository(stack, "repository", { name: "orders" });
      const secret = new SecretsmanagerSecret(stack, "secret", { name: "orders" });
      const parameter = new SsmParameter(stack, "parameter", { name: "/orders", type: "SecureString", value: "x" });
      const bucket = new S3Bucket(stack, "bucket", { bucket: "orders" });
      const queue = new SqsQueue(stack, "queue", { name: "orders" });
      const stream = new KinesisStream(stack, "stream", { name: "orders", shardCount: 1 });
      const table = new DynamodbTable(stack, "table", { name: "orders", hashKey: "id" });
      const task = {
        family: "orders",
        containers: {
          api: {
            image: ContainerImage.ecr(repository, { tag: "1" }),
            secrets: {
              SECRET: SecretSource.secretsManager(secret.arn),
              PARAMETER: SecretSource.ssmParameter(parameter),
            },
          },
        },
        executeCommand: { cloudWatchLogGroupName: "/orders/sessions" },
        grants: [
          { service: "sqs", access: ["send", "consume"], on: queue.arn, key: key.arn },
          { service: "kinesis-streams", access: ["send", "consume"], on: stream.arn },
          { service: "dynamodb", access: ["read", "write"], on: table.arn },
          { service: "s3", access: ["read", "write", "delete"], on: bucket.arn },
        ],
      } satisfies FargateTask;
      const network = new PrivateNetwork(stack, "network", { region: REGION });
      const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
      new FargateService(stack, "orders", { network, endpoints, task });
    }, REGION).text,
  ),
);

/**
 * The service whose call ends without a statement. A right that is given besides breaks none, nor does one that another statement
 * gives as well: who sends may decrypt.
 */
const SERVICES: Readonly<Record<string, string | undefined>> = {
  EcrToken: "ecr.api",
  EcrPull: "ecr.dkr",
  SecretsManager: "secretsmanager",
  ParameterStore: "ssm",
  Logs: "logs",
  ExecuteCommand: "ssmmessages",
  ExecuteCommandLogGroups: "logs",
  ExecuteCommandLogs: "logs",
  SqsSend: "sqs",
  SqsSendKey: "sqs",
  SqsConsume: "sqs",
  SqsConsumeKey: undefined,
  KinesisStreamsSend: "kinesis-streams",
  KinesisStreamsConsume: "kinesis-streams",
  DynamodbRead: "dynamodb",
  DynamodbWrite: "dynamodb",
  S3Read: "s3",
  S3ReadOf: undefined,
  S3Write: "s3",
  S3Delete: "s3",
};

const statements = resourcesOf(made, "aws_iam_role_policy").flatMap(([address, block]) => {
  const document: { readonly Statement: readonly WrittenStatement[] } = JSON.parse(String(block["policy"]));
  return document.Statement.map((statement) => ({ sid: statement.Sid, address, statement, all: document.Statement }));
});

describe("a statement of a role that is taken away, where nothing else can allow what it allows,", () => {
  it("is one of each kind, of a task whose roles are proved", () => {
    expect(statements.map(({ sid }) => sid).sort()).toEqual(Object.keys(SERVICES).sort());
    const proof = made.prove();
    expect(proof.verdict).toBe("proved");
    expect(proof.conflicts.map(({ code }) => code)).not.toContain("permissions-not-proved");
  });

  it.each(statements.filter(({ sid }) => SERVICES[sid] !== undefined))(
    "breaks the call that needs $sid, at the hop permissions",
    (taken) => expect(brokenWithout(taken)).toEqual([`${SERVICES[taken.sid]} permissions`]),
  );

  it.each(statements.filter(({ sid }) => SERVICES[sid] === undefined))(
    "breaks nothing where it is $sid, which no call needs",
    (taken) => expect(brokenWithout(taken)).toEqual([]),
  );
});

function brokenWithout({ address, statement, all }: (typeof statements)[number]): readonly string[] {
  const Statement = all.filter((each) => each !== statement);
  const policy = JSON.stringify({ Version: "2012-10-17", Statement });
  return brokenCalls(made.clone().set(address, { policy }).prove());
}
