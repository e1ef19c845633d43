import { describe, expect, it } from "vitest";
import { type Container, ContainerImage, LogDriver, SecretSource } from "../../../modules";
import { executionRoleStatements } from "../../../modules/fargate/execution-role-statements";
import { TaskArns } from "../../../modules/fargate/task-arns";
import { newStack } from "../../support/synth";

const LOG_GROUP = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/ecs/orders";
const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/orders");
const other = ContainerImage.ecr("210987654321.dkr.ecr.cn-north-1.amazonaws.com.cn/base");

const statementsOf = (containers: Record<string, Container>) =>
  executionRoleStatements(
    { family: "orders", containers },
    { arns: new TaskArns(newStack(), "arns", "eu-west-1"), logGroupArn: LOG_GROUP },
  );
const resourcesOf = (containers: Record<string, Container>) =>
  Object.fromEntries(statementsOf(containers).map(({ sid, resources }) => [sid, resources]));

describe("executionRoleStatements", () => {
  it("give no right that the task does not need", () => {
    const silent = { image: ContainerImage.registry("nginx"), logDriver: LogDriver.none() };
    expect(statementsOf({ web: silent })).toEqual([]);
  });

  it("let the task pull its images, each repository once, in the account and partition that the URL names", () => {
    expect(resourcesOf({ a: { image }, b: { image }, c: { image: other } })["EcrPull"]).toEqual([
      "arn:aws:ecr:eu-west-1:123456789012:repository/team/orders",
      "arn:aws-cn:ecr:cn-north-1:210987654321:repository/base",
    ]);
  });

  it("let the task read exactly its parameters and secrets", () => {
    const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";
    const parameterArn = "arn:aws:ssm:eu-west-1:123456789012:parameter/orders/key";
    const secrets = {
      PARAMETER: SecretSource.ssmParameter({ name: "/orders/key", arn: parameterArn }),
      SAME: SecretSource.ssmParameter(parameterArn),
      PASSWORD: SecretSource.secretsManager(arn, { jsonKey: "password" }),
      USER: SecretSource.secretsManager(arn, { jsonKey: "user" }),
    };
    expect(resourcesOf({ api: { image, secrets } })).toMatchObject({
      ParameterStore: [parameterArn],
      SecretsManager: [arn],
    });
  });

  it("make the ARN of a parameter that is named only, with one slash", () => {
    const secrets = { A: SecretSource.ssmParameter("/orders/a"), B: SecretSource.ssmParameter("b") };
    const [a, b] = resourcesOf({ api: { image, secrets } })["ParameterStore"] ?? [];
    expect(a).toMatch(/^arn:aws:ssm:eu-west-1:\$\{.+\}:parameter\/orders\/a$/);
    expect(b).toMatch(/^arn:aws:ssm:eu-west-1:\$\{.+\}:parameter\/b$/);
  });

  it("let the task write to its own log group, and to those that its containers name", () => {
    const logs = resourcesOf({
      own: { image },
      named: { image, logDriver: LogDriver.awslogs({ logGroupName: "/shared", region: "us-east-1" }) },
      silent: { image, logDriver: LogDriver.none() },
    })["Logs"];
    expect(logs).toHaveLength(2);
    expect(logs?.[0]).toBe(`${LOG_GROUP}:*`);
    expect(logs?.[1]).toMatch(/^arn:aws:logs:us-east-1:\$\{.+\}:log-group:\/shared:\*$/);
  });
});
