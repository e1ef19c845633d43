import { TerraformOutput, Testing } from "cdktf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Container,
  ContainerImage,
  LogDriver,
  type Network,
  type PolicyStatement,
  SecretSource,
  type UncheckedFargateTask,
} from "../../../modules";
import { TaskArns } from "../../../modules/endpoints/task-arns";
import { taskRights } from "../../../modules/fargate/task-rights";
import { asksOf } from "../../../modules/planning/rules/asks-of";
import { apiRequests } from "../../../modules/reachability/calls/api-requests";
import { policyAdmits } from "../../../modules/reachability/checks/policy-admits";
import type { Policy } from "../../../modules/reachability/model/policy";
import { arbitraryTask } from "../../support/arbitrary-task";
import { newStack } from "../../support/synth";

const LOG_GROUP = {
  name: "/aws/ecs/orders",
  arn: "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/ecs/orders",
};
const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/orders");
const other = ContainerImage.ecr("210987654321.dkr.ecr.cn-north-1.amazonaws.com.cn/base");

const network: Network = {
  name: "network",
  vpcId: "vpc-1",
  cidrBlock: "10.0.0.0/16",
  region: "eu-west-1",
  dns: { support: true, hostnames: true },
  subnets: [],
};
const rightsOf = (task: UncheckedFargateTask) =>
  taskRights(task, new TaskArns(newStack(), "arns", { region: network.region, logGroup: LOG_GROUP }));
const statementsOf = (containers: Record<string, Container>) =>
  rightsOf({ family: "orders", containers }).executionRole;
const resourcesOf = (containers: Record<string, Container>) =>
  Object.fromEntries(statementsOf(containers).map(({ sid, resources }) => [sid, resources]));

describe("the rights of the execution role", () => {
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

  it("let it decrypt with each key of your own that is named, and with no other", () => {
    const key = (id: string) => `arn:aws:kms:eu-west-1:123456789012:key/${id}`;
    const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";
    const keyed = (kmsKey?: (id: string) => string): Record<string, Container> => {
      const of = (id: string) => (kmsKey === undefined ? {} : { kmsKey: kmsKey(id) });
      return {
        api: {
          image: ContainerImage.registry("registry.example.com/orders", {
            credentialsParameter: secretArn,
            ...(kmsKey === undefined ? {} : { credentialsKmsKey: kmsKey("login") }),
          }),
          secrets: {
            PARAMETER: SecretSource.ssmParameter("/orders/key", of("parameter")),
            SECRET: SecretSource.secretsManager(secretArn, { jsonKey: "password", ...of("secret") }),
            SAME: SecretSource.secretsManager(secretArn, of("secret")),
          },
          environmentFiles: [{ arn: "arn:aws:s3:::settings/orders.env", ...of("file") }],
        },
      };
    };
    const keysOf = (containers: Record<string, Container>) =>
      statementsOf(containers).filter(({ actions }) => actions.includes("kms:Decrypt"));
    expect(keysOf(keyed())).toEqual([]);
    expect(keysOf(keyed(key))).toEqual([
      { sid: "SecretsManagerKey", actions: ["kms:Decrypt"], resources: [key("login"), key("secret")] },
      { sid: "ParameterStoreKey", actions: ["kms:Decrypt"], resources: [key("parameter")] },
      { sid: "EnvironmentFilesKey", actions: ["kms:Decrypt"], resources: [key("file")] },
    ]);
    const [statement] = keysOf({
      api: { image, secrets: { A: SecretSource.ssmParameter("/a", { kmsKey: "alias/a" }) } },
    });
    expect(statement).toMatchObject({
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/a" } },
    });
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
    expect(logs?.[0]).toBe(`${LOG_GROUP.arn}:*`);
    expect(logs?.[1]).toMatch(/^arn:aws:logs:us-east-1:\$\{.+\}:log-group:\/shared:\*$/);
  });

  it("name a registry's secret by its ARN, also where the task has its name only", () => {
    const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCdEf";
    const login = (credentialsParameter: string) => {
      const registry = ContainerImage.registry("registry.example.com/x:1", { credentialsParameter });
      return resourcesOf({ api: { image: registry, logDriver: LogDriver.none() } })["SecretsManager"];
    };
    expect(login(arn)).toEqual([arn]);
    expect(login("registry-login")).toEqual([
      expect.stringMatching(/^arn:aws:secretsmanager:eu-west-1:\$\{.+\}:secret:registry-login-\?{6}$/),
    ]);
    expect(login("${var.login}")).toEqual([expect.stringMatching(/^\$\{.+\}$/)]);
  });

  it("name what is written around an expression as it is, and leave to Terraform what only it can tell", () => {
    const written: Record<string, Container> = {
      api: {
        image: ContainerImage.ecr("${aws_ecr_repository.orders.repository_url}"),
        logDriver: LogDriver.none(),
        environmentFiles: ["${aws_s3_bucket.files.arn}/${var.stage}/orders.env"],
        secrets: {
          TOKEN: SecretSource.ssmParameter("/orders/${var.stage}/token"),
          KEY: SecretSource.ssmParameter("${aws_ssm_parameter.key.name}", { kmsKey: "alias/${var.stage}" }),
        },
      },
    };
    const stack = newStack();
    const arns = new TaskArns(stack, "arns", { region: network.region, logGroup: LOG_GROUP });
    const { executionRole } = taskRights({ family: "orders", containers: written }, arns);
    for (const { sid = "", ...said } of executionRole) {
      new TerraformOutput(stack, sid, { value: JSON.stringify(said), staticId: true });
    }
    const { output } = JSON.parse(Testing.synth(stack));
    expect(output.EcrPull.value).toContain('"resources":["${aws_ecr_repository.orders.arn}"]');
    expect(output.EnvironmentFileBuckets.value).toContain('${element(split("/", aws_s3_bucket.files.arn), 0)}');
    expect(output.ParameterStore.value).toContain(":parameter/orders/${var.stage}/token");
    expect(output.ParameterStore.value).toContain('"${aws_ssm_parameter.key.arn}"');
    expect(output.ParameterStoreKey.value).toContain('{"kms:ResourceAliases":"alias/${var.stage}"}');
    expect(JSON.stringify(output)).not.toContain("$${");
  });

  it("let the driver create the log groups that it is told to", () => {
    const created = LogDriver.awslogs({ logGroupName: "/orders", createGroup: true });
    const { LogGroups, Logs } = resourcesOf({ api: { image, logDriver: created } });
    expect(LogGroups).toEqual([expect.stringMatching(/^arn:aws:logs:eu-west-1:\$\{.+\}:log-group:\/orders:\*$/)]);
    expect(Logs).toEqual(LogGroups);
  });
});

describe("the rights of the task role", () => {
  const sessionKey = (kmsKeyId: string) =>
    rightsOf({
      family: "orders",
      containers: { api: { image } },
      executeCommand: { logging: "NONE", kmsKeyId },
    }).taskRole.find(({ sid }) => sid === "ExecuteCommandKey");

  it("let ECS Exec use a key by its id or ARN", () => {
    const arn = "arn:aws:kms:eu-west-1:210987654321:key/0a1b";
    expect(sessionKey(arn)).toMatchObject({ actions: ["kms:Decrypt"], resources: [arn] });
    expect(sessionKey(arn)?.conditions).toBeUndefined();
    expect(sessionKey("0a1b")?.resources).toEqual([
      expect.stringMatching(/^arn:aws:kms:eu-west-1:\$\{.+\}:key\/0a1b$/),
    ]);
  });

  it.each([
    ["alias/exec", /^arn:aws:kms:eu-west-1:\$\{.+\}:key\/\*$/],
    ["arn:aws:kms:eu-west-1:210987654321:alias/exec", /^arn:aws:kms:eu-west-1:210987654321:key\/\*$/],
  ])("let it use the key that has the alias %s, since an alias is no resource of a policy", (alias, resource) => {
    expect(sessionKey(alias)).toMatchObject({
      resources: [expect.stringMatching(resource)],
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/exec" } },
    });
  });
});

describe("the rights of both roles", () => {
  const asPolicy = (statements: readonly PolicyStatement[]): Policy => ({
    address: "role",
    length: 0,
    statements: statements.map(({ actions, resources = [] }) => ({
      effect: "Allow",
      actions: { negated: false, values: actions },
      resources: { negated: false, values: resources },
      // Whether a condition holds is the endpoint's and the key's matter.
      conditions: [],
    })),
  });

  it("admit whatever the proof says that the role asks, of any task", () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryTask, (task) => {
        const rights = rightsOf(task);
        const policies = { "execution-role": asPolicy(rights.executionRole), "task-role": asPolicy(rights.taskRole) };
        const account = accountOf([...rights.executionRole, ...rights.taskRole]);
        for (const ask of asksOf(task)) {
          if (ask.requests === undefined || (ask.by !== "execution-role" && ask.by !== "task-role")) continue;
          for (const request of apiRequests(ask, { region: "eu-west-1", account })) {
            compared += 1;
            expect({ request, admitted: policyAdmits(policies[ask.by], request, NO_CONTEXT) }).not.toMatchObject({
              admitted: "no",
            });
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});

/** The account as the rights name it, which Terraform looks up. */
function accountOf(statements: readonly PolicyStatement[]): string {
  const [found] = statements.flatMap(({ resources = [] }) =>
    resources.flatMap((arn) => /^arn:aws:[a-z]+:[a-z0-9-]+:(\$\{[^}]+\}):/.exec(arn)?.[1] ?? []),
  );
  return found ?? "123456789012";
}

const NO_CONTEXT = {
  executionRole: "",
  taskRole: "",
  account: "123456789012",
  vpc: { id: "vpc-1", created: false },
  endpoint: { id: "vpce-1", created: false },
};
