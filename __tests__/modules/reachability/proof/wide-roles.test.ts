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
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { ordersTask } from "../../../support/orders";
import { synth } from "../../../support/synth";
import { container, isolatedNetwork, policy, taskDefinition, withTaskRole } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const EXECUTION = "aws_iam_role_policy.execution";
const REPOSITORY = "arn:aws:ecr:eu-west-1:123456789012:repository/orders";
const STREAMS = "arn:aws:logs:eu-west-1:123456789012:log-group:/orders:log-stream:*";
const TOKEN = { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" };
const PULL = { Effect: "Allow", Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Resource: REPOSITORY };
const LOGS = { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: STREAMS };

const found = (fixture: TerraformFixture) =>
  issuesWith(proveReachability([fixture.json], { leastPrivilege: true }), "policy-too-wide").filter(
    ({ path }) => !path?.startsWith("aws_vpc_endpoint"),
  );
const allowing = (...statements: readonly Block[]) =>
  isolatedNetwork().set(EXECUTION, { policy: policy(...statements) });

describe("statements of execution roles that allow more than is asked", () => {
  it.each<[string, Block, string]>([
    ["every action of a service", { Sid: "Logs", ...LOGS, Action: "logs:*" }, "every action (logs:*)"],
    ["everything", { Sid: "Logs", ...LOGS, Resource: "*" }, "everything"],
    ["both", { Sid: "Logs", ...LOGS, Action: "logs:*", Resource: "*" }, "every action (logs:*) and everything"],
  ])("are named: %s", (_, logs, width) => {
    expect(found(allowing(TOKEN, PULL, logs))).toMatchObject([
      {
        severity: "warning",
        path: EXECUTION,
        problem: `the statement "Logs" of ${EXECUTION} for aws_iam_role.execution allows ${width}`,
        fix: `allow there no more than logs:CreateLogStream, logs:PutLogEvents on ${STREAMS.replace("123456789012", "ACCOUNT_ID")}`,
      },
    ]);
  });

  it("are named where they allow everything, with all that is asked", () => {
    expect(found(isolatedNetwork())).toMatchObject([
      {
        path: EXECUTION,
        problem: `a statement of ${EXECUTION} for aws_iam_role.execution allows every action (*) and everything`,
        fix: expect.stringContaining(`ecr:BatchGetImage, ecr:GetDownloadUrlForLayer on ${REPOSITORY}`),
      },
    ]);
  });

  it("are named where they are in a policy of AWS's, which nobody can narrow", () => {
    const fixture = allowing(TOKEN, PULL).add("aws_iam_role_policy_attachment.logs", {
      role: "${aws_iam_role.execution.name}",
      policy_arn: "arn:aws:iam::aws:policy/CloudWatchFullAccess",
    });
    expect(found(fixture)).toMatchObject([
      {
        path: "aws_iam_role.execution",
        problem:
          "a statement of arn:aws:iam::aws:policy/CloudWatchFullAccess for aws_iam_role.execution allows every action (cloudwatch:*, logs:*, sns:*) and everything",
        fix: expect.stringMatching(/^attach a policy in its place that allows no more than logs:CreateLogStream/),
      },
    ]);
  });

  it("are none where they allow what is asked", () => {
    expect(found(allowing(TOKEN, PULL, LOGS))).toEqual([]);
  });

  it("are one quiet line for the policy of AWS's that everybody attaches", () => {
    const fixture = isolatedNetwork().remove(EXECUTION).add("aws_iam_role_policy_attachment.execution", {
      role: "${aws_iam_role.execution.name}",
      policy_arn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
    });
    expect(found(fixture)).toMatchObject([{ severity: "note", path: "aws_iam_role.execution" }]);
    expect(proveReachability([fixture.json], { leastPrivilege: true }).verdict).toBe("proved");
  });

  it("are not named of a role that a task has of which not all is known", () => {
    const secrets = [{ name: "TOKEN", valueFrom: "${var.secret}" }];
    const unknown = isolatedNetwork().set("aws_ecs_task_definition.orders", taskDefinition([container({ secrets })]));
    expect(found(unknown)).toEqual([]);
  });

  it("are not named of a role that a task definition has as well which nothing here starts", () => {
    const { family: _, ...other } = taskDefinition();
    expect(found(isolatedNetwork().add("aws_ecs_task_definition.import", { family: "import", ...other }))).toEqual([]);
  });
});

describe("statements of task roles", () => {
  const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";
  const grants = [{ service: "sqs", actions: ["sqs:SendMessage"], on: QUEUE }];
  const task = (statement: Block, said: Block = {}) => {
    const fixture = withTaskRole(allowing(TOKEN, PULL, LOGS)).set("aws_ecs_task_definition.orders", said);
    return fixture.set("aws_iam_role_policy.task", { policy: policy({ Effect: "Allow", ...statement }) });
  };
  const said = { "//": { privateFargate: { grants } } };

  it("are named where the task says what the application calls", () => {
    for (const Action of ["sqs:*", "*"]) {
      expect(found(task({ Action, Resource: "*" }, said))).toMatchObject([
        {
          path: "aws_iam_role_policy.task",
          problem: `a statement of aws_iam_role_policy.task for aws_iam_role.task allows every action (${Action}) and everything`,
          fix: `allow there no more than sqs:SendMessage on ${QUEUE}`,
        },
      ]);
    }
  });

  it("are not named where nobody says what the application calls, or of what it may call besides", () => {
    expect(found(task({ Action: "*", Resource: "*" }))).toEqual([]);
    expect(found(task({ Action: "sns:*", Resource: "*" }, said))).toEqual([]);
  });
});

it("names none of the roles that the library makes", () => {
  const secrets = {
    TOKEN: SecretSource.secretsManager("arn:aws:secretsmanager:eu-west-1:123456789012:secret:token-AbCdEf"),
  };
  const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1" });
  const task = {
    ...ordersTask,
    containers: { ...ordersTask.containers, worker: { image, secrets } },
    grants: [{ service: "sqs", access: "consume", on: "arn:aws:sqs:eu-west-1:123456789012:orders" }],
    executeCommand: true,
  } satisfies FargateTask;
  const stack = synth((scope) => {
    const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    new FargateService(scope, "orders", { network, endpoints, task });
  });
  const proof = proveReachability([JSON.parse(stack.text)], { leastPrivilege: true });
  for (const code of ["policy-too-wide", "egress-to-anywhere", "ingress-too-wide"] as const) {
    expect(issuesWith(proof, code)).toEqual([]);
  }
});
