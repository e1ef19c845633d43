import { describe, expect, it } from "vitest";
import { ContainerImage, LogDriver, SecretSource } from "../../../../modules";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { ordersTask, REPOSITORY_URL } from "../../../support/orders";
import { silent, taskWith } from "../../../support/planned";

const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";
const worker = taskWith({}, { family: "worker", grants: [{ service: "sqs", access: "send", on: QUEUE }] });

/** What is shown of the policy of one endpoint. */
function shown(plan: EndpointPlan, service: string): readonly string[] {
  const text = plan.explain({ statements: true });
  const [, part = ""] = text.split(`\npolicy of ${service}`);
  return [`policy of ${service}${part.split("\n\n")[0]}`].flatMap((each) => each.split("\n"));
}

describe("a plan that shows the statements of its policies", () => {
  it("tells of each what it admits, on what, for whom and why, after the endpoints", () => {
    const plan = EndpointPlan.forTasks([worker], { region: "eu-west-1" });
    expect(plan.explain({ statements: true }).startsWith(`${plan.explain()}\n\npolicy of s3\n`)).toBe(true);
    expect(shown(plan, "sqs")).toEqual([
      "policy of sqs",
      "  SqsSend  sqs:GetQueueAttributes, sqs:GetQueueUrl, sqs:SendMessage",
      `           on ${QUEUE}`,
      "           for the task role",
      "           because the application calls Amazon SQS (send); see grants[0]",
    ]);
  });

  it("says whose role it is, and whose reason, where there are several tasks", () => {
    const other = { ...worker, family: "importer" };
    expect(shown(EndpointPlan.forTasks([worker, other]), "sqs").slice(3)).toEqual([
      "           for the task role of importer, the task role of worker",
      "           because the application calls Amazon SQS (send); see importer: grants[0]",
      "           because the application calls Amazon SQS (send); see worker: grants[0]",
    ]);
  });

  it("names no role where ECR signs the request", () => {
    expect(shown(EndpointPlan.forTasks([ordersTask]), "s3")).toContain(
      "           for everybody, as the request shows no role of the account",
    );
  });

  it("has the further conditions of what is asked", () => {
    const task = taskWith(
      { secrets: { KEY: SecretSource.ssmParameter("/key") } },
      {
        taskRoleStatements: [
          { actions: ["ssm:PutParameter"], conditions: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } },
        ],
      },
    );
    expect(shown(EndpointPlan.forTasks([task]), "ssm").slice(5)).toEqual([
      "  TaskRole        ssm:PutParameter",
      "                  on *",
      "                  for the task role",
      "                  where aws:RequestedRegion StringEquals eu-west-1",
      "                  because the task role is given it; see taskRoleStatements[0]",
    ]);
  });

  it.each([
    ["sqs", (plan: EndpointPlan) => plan.with("sqs", "the worker polls"), "no task shows a request to it"],
    [
      "ecr-public.api",
      (plan: EndpointPlan) => plan.with("ecr-public.api", "the worker pulls from it"),
      "that the service takes another is not established",
    ],
  ])("says why the policy of %s has none", (service, more, why) => {
    expect(shown(more(EndpointPlan.forTasks([ordersTask])), service)).toEqual([
      `policy of ${service}: AWS's own, which admits everything; ${why}`,
    ]);
  });

  it("generates none for an endpoint that leads to another Region", () => {
    const endpoints = [{ service: "sqs", type: "Interface", serviceRegion: "us-east-1" }] as const;
    const far = taskWith(
      {},
      { grants: [{ service: "sqs", access: "send", on: "arn:aws:sqs:us-east-1:123456789012:orders" }] },
    );
    const text = EndpointPlan.forTasks([far]).in({ region: "eu-west-1", endpoints }).explain({ statements: true });
    expect(text).toContain(
      "policy of sqs (us-east-1): AWS's own, which admits everything; none is generated for an endpoint that leads to another Region",
    );
  });

  it("shows nothing of them unless it is asked", () => {
    const plan = EndpointPlan.forTasks([ordersTask]);
    expect(plan.explain({ statements: false })).toBe(plan.explain());
    expect(plan.explain()).not.toContain("policy of");
  });
});

describe("the policies of a plan in Markdown", () => {
  it("are lists behind the table, where they are asked for", () => {
    const plan = EndpointPlan.forTasks([worker], { region: "eu-west-1" }).with("events", "orders are announced");
    const markdown = plan.toMarkdown({ statements: true });
    expect(markdown.startsWith(plan.toMarkdown())).toBe(true);
    expect(markdown).toContain(
      `Policy of \`sqs\`:\n\n- \`SqsSend\`: \`sqs:GetQueueAttributes, sqs:GetQueueUrl, sqs:SendMessage\`; on \`${QUEUE}\`; for the task role; because`,
    );
    expect(markdown).toContain("Policy of `events`: AWS's own, which admits everything; ");
    expect(plan.toMarkdown()).not.toContain("Policy of");
  });
});

describe("the policies of a plan as data", () => {
  const resourcesOf = (container: object, task: object = {}, region?: string) =>
    EndpointPlan.forTasks([taskWith(container, task)], region === undefined ? {} : { region })
      .policies.flatMap(({ statements }) => statements)
      .flatMap(({ sid, resources }) => resources.map((resource) => `${sid} ${resource}`));

  it("write what a deployment knows as AWS's pages do", () => {
    const own = { logDriver: LogDriver.awslogs() };
    expect(resourcesOf(own)).toContain("Logs arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:*");
    expect(resourcesOf(own, {}, "cn-north-1")).toContain(
      "Logs arn:aws-cn:logs:cn-north-1:${Account}:log-group:${LogGroupName}:*",
    );
  });

  it("leave what Terraform fills in as its expression, and hide the tokens of cdktf", () => {
    const secrets = {
      ONE: SecretSource.secretsManager("${aws_secretsmanager_secret.one.arn}"),
      TWO: SecretSource.secretsManager("${TfToken[TOKEN.1]}"),
    };
    expect(resourcesOf({ secrets }).slice(-2)).toEqual([
      "SecretsManager ${aws_secretsmanager_secret.one.arn}",
      "SecretsManager (known after apply)",
    ]);
  });

  it("have one statement for the things of one reason, and all of its reasons", () => {
    const secrets = { ONE: SecretSource.ssmParameter("/one"), TWO: SecretSource.ssmParameter("/two") };
    const plan = EndpointPlan.forTasks([taskWith({ secrets })], { region: "eu-west-1" });
    const ssm = plan.policies.find(({ service }) => service === "ssm");
    expect(ssm).toMatchObject({ type: "Interface", statements: [{ sid: "ParameterStore" }] });
    const [statement, ...others] = ssm?.statements ?? [];
    expect(others).toEqual([]);
    expect(statement?.resources).toHaveLength(2);
    expect(statement?.roles).toEqual([{ role: "execution-role", task: "orders" }]);
    expect(statement?.reasons.map(({ source }) => source)).toEqual([
      "containers.api.secrets.ONE",
      "containers.api.secrets.TWO",
    ]);
  });

  it("have what an instance asks", () => {
    const plan = EndpointPlan.forInstances([{ name: "builder", uses: ["sqs"] }]);
    const statements = plan.policies.find(({ service }) => service === "sqs")?.statements;
    expect(statements).toMatchObject([
      { sid: "DeclaredUse", actions: ["sqs:*"], roles: [{ role: "instance-role", task: "builder" }] },
    ]);
  });

  it("know both endpoints of ECR in FIPS mode", () => {
    const image = ContainerImage.ecr(REPOSITORY_URL, { tag: "1" });
    const task = { family: "orders", fips: true, containers: { api: { ...silent, image } } };
    const policies = EndpointPlan.forTasks([task], { region: "eu-west-1" }).policies;
    const of = (name: string) => policies.find(({ service }) => service === name)?.statements.map(({ sid }) => sid);
    expect(of("ecr-fips.dkr")).toEqual(["EcrPull", "EcrToken"]);
    expect(of("ecr-fips.api")).toEqual(["EcrPull", "EcrToken"]);
  });
});
