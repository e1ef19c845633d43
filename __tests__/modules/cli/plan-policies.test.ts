import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { plannedText, record } from "./recorded-terminal";

const samples = resolve(__dirname, "../../../docs/samples");
const orders = `${samples}/orders.json`;

/** Two task definitions that write to one log group, as a template. */
const template = JSON.stringify({
  Resources: Object.fromEntries(
    ["Api", "Worker"].map((name) => [
      name,
      {
        Type: "AWS::ECS::TaskDefinition",
        Properties: {
          Family: name.toLowerCase(),
          NetworkMode: "awsvpc",
          RequiresCompatibilities: ["FARGATE"],
          Cpu: "256",
          Memory: "512",
          ExecutionRoleArn: "arn:aws:iam::123456789012:role/execution",
          ContainerDefinitions: [
            {
              Name: "main",
              Image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1",
              LogConfiguration: {
                LogDriver: "awslogs",
                Options: { "awslogs-group": "/orders", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "main" },
              },
            },
          ],
        },
      },
    ]),
  ),
});

describe("private-fargate plan --policies", () => {
  it("shows the statements of each endpoint with their places in the file", async () => {
    const { answer, exitCode } = await record(["plan", orders, "--policies"]);
    expect(exitCode).toBe(0);
    expect(answer).toContain(
      [
        "policy of ssm",
        "  ParameterStore  ssm:GetParameters",
        "                  on arn:aws:ssm:eu-west-1:${Account}:parameter/orders/feature-flags",
        "                  for the execution role",
        "                  because the value is fetched from Parameter Store; see taskDefinition.containerDefinitions[0].secrets[1].valueFrom",
      ].join("\n"),
    );
    expect((await record(["plan", orders])).answer).not.toContain("policy of");
  });

  it("has the width of the terminal, and breaks no ARN", async () => {
    const columns = 72;
    const { answer } = await record(["plan", orders, "--policies"], "", { columns, hasColors: false });
    const long = answer.split("\n").filter((line) => line.length > columns);
    expect(answer).toContain("policy of ssm");
    expect(long.filter((line) => line.trim().includes(" ") && !/arn:|containerDefinitions/.test(line))).toEqual([]);
    expect(answer).toContain("arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-db-AbCdEf");
  });

  it("has them in JSON and in Markdown", async () => {
    const { endpoints } = JSON.parse((await record(["plan", orders, "--policies", "--format", "json"])).answer);
    const ssm = endpoints.find(({ service }: { readonly service: string }) => service === "ssm");
    expect(ssm.statements).toEqual([
      {
        sid: "ParameterStore",
        actions: ["ssm:GetParameters"],
        resources: ["arn:aws:ssm:eu-west-1:${Account}:parameter/orders/feature-flags"],
        roles: [{ role: "execution-role", task: "orders" }],
        reasons: ssm.reasons,
      },
    ]);
    const markdown = (await record(["plan", orders, "--policies", "--format", "markdown"])).answer;
    expect(markdown).toContain("Policy of `ssm`:\n\n- `ParameterStore`: `ssm:GetParameters`; on `arn:aws:ssm:");
  });

  it("is one policy for all task definitions of a template, each name once", async () => {
    const { endpoints } = await plannedText(template, "--policies");
    const logs = endpoints.find(({ service }) => service === "logs");
    expect(logs).toMatchObject({
      statements: [
        {
          sid: "Logs",
          roles: [
            { role: "execution-role", task: "api" },
            { role: "execution-role", task: "worker" },
          ],
          reasons: [
            { task: "api", source: "Resources.Api.Properties.ContainerDefinitions[0].LogConfiguration" },
            { task: "worker", source: "Resources.Worker.Properties.ContainerDefinitions[0].LogConfiguration" },
          ],
        },
      ],
    });
  });

  it("leaves out a statement whose reason is not known", async () => {
    const { endpoints } = await plannedText(readFileSync(`${samples}/containers.json`, "utf8"), "--policies");
    const shown = JSON.stringify(endpoints);
    expect(shown).toContain('"sid":"EcrPull"');
    expect(shown).not.toContain("var.api_key");
  });

  it("is not compared with another plan", async () => {
    const { exitCode, error } = await record(["plan", orders, "--policies", "--base", orders]);
    expect({ exitCode, error }).toEqual({
      exitCode: 2,
      error: expect.stringContaining(
        "--base shows what endpoints differ, --policies the statements of one plan; leave one out",
      ),
    });
  });
});
