import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { describe, expect, it } from "vitest";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  LogDriver,
  PrivateNetwork,
  SecretSource,
  VpcEndpoints,
} from "../../../modules";
import type { Asker } from "../../../modules/asks/ask";
import { asksOf } from "../../../modules/planning/rules/asks-of";
import { apiRequests } from "../../../modules/reachability/calls/api-requests";
import { admits, type ConcreteRequest } from "../../support/policy-evaluator";
import { newStack, parsed, type SynthesizedStack, synthApp } from "../../support/synth";

const ACCOUNT = "123456789012";
const REGION = "eu-west-1";
const HOST = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;
const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT}:orders`;

/** A task with a reason of nearly every kind. */
const task = {
  family: "orders",
  containers: {
    api: {
      image: ContainerImage.ecr(`${HOST}/orders`, { tag: "1.4.2" }),
      secrets: {
        PARAMETER: SecretSource.ssmParameter("/orders/parameter"),
        SECRET: SecretSource.secretsManager(`arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:orders-AbCdEf`),
      },
      environmentFiles: ["arn:aws:s3:::configuration/orders.env"],
      logDriver: LogDriver.awslogs({ logGroupName: "/orders/api" }),
    },
  },
  runtimeMonitoring: true,
  executeCommand: { kmsKeyId: "0a1b2c3d-0000-4000-8000-000000000000", logging: "OVERRIDE", s3BucketName: "sessions" },
  grants: [
    { service: "sqs", access: "consume", on: QUEUE },
    { service: "dynamodb", access: "read", on: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/orders` },
    { service: "s3", access: "write", on: "arn:aws:s3:::invoices" },
  ],
  taskRoleStatements: [
    { sid: "Topic", actions: ["sns:Publish"], resources: [`arn:aws:sns:${REGION}:${ACCOUNT}:orders`] },
  ],
} satisfies FargateTask;

type Statement = Parameters<typeof admits>[0][number] & { readonly Sid: string };

/** The generated policies by service, with everything that Terraform fills in. */
function policiesOf(stack: SynthesizedStack): ReadonlyMap<string, readonly Statement[]> {
  return new Map(
    stack.all("aws_vpc_endpoint_policy").map(({ path, attributes }) => {
      const [, service = ""] = path.split("/");
      const text = String(attributes["policy"])
        .replaceAll(
          /\$\{aws_iam_role\.\w+_(execution|task)-role_\w+\.arn\}/g,
          `arn:aws:iam::${ACCOUNT}:role/orders-$1-1`,
        )
        .replaceAll(/\$\{data\.aws_caller_identity\.[^}]*\}/g, ACCOUNT)
        .replaceAll(/\$\{[^}]*\}/g, (expression) => {
          throw new Error(`${expression} is left`);
        });
      return [service.replace("-", "."), (parsed(text) as { Statement: readonly Statement[] }).Statement] as const;
    }),
  );
}

function synthesize(isElsewhere: boolean, own: FargateTask = task): ReadonlyMap<string, SynthesizedStack> {
  return synthApp((app) => {
    const stack = newStack(app, "network");
    const other = isElsewhere ? newStack(app, "service") : stack;
    const network = new PrivateNetwork(stack, "network", { region: REGION });
    const services = EndpointPlan.forTasks([own]).with("sns", "orders are announced");
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services });
    new FargateService(other, "orders", { network, endpoints, task: own });
  });
}

const generated = (isElsewhere: boolean) => {
  const stack = synthesize(isElsewhere).get("network");
  if (stack === undefined) throw new Error("there is no stack");
  return policiesOf(stack);
};

const ROLES: Readonly<Partial<Record<Asker, string>>> = {
  "execution-role": `arn:aws:iam::${ACCOUNT}:role/orders-execution-1`,
  "task-role": `arn:aws:iam::${ACCOUNT}:role/orders-task-1`,
};

/** Every request of the plan, with names for what a request gives. */
const asked = asksOf(task).flatMap((ask) =>
  apiRequests(ask, { region: REGION, account: ACCOUNT }).map(({ action, resource, principal }) => {
    const role = ROLES[principal];
    const named = resource.replaceAll("${?}", "210987654321").replaceAll(/\$\{[^}]*\}/g, "any");
    const request: ConcreteRequest = { action, resource: named, ...(role === undefined ? {} : { role }) };
    return { service: ask.service, request };
  }),
);

describe.each([
  ["in the stack of its endpoints", false],
  ["in another stack", true],
])("the policies for a task %s", (_, isElsewhere) => {
  const policies = generated(isElsewhere);

  it("have a statement for each reason, with its name", () => {
    const lines = [...policies].flatMap(([service, statements]) =>
      statements.map(({ Sid, Action }) => `${service} ${Sid}: ${Action.join(" ")}`),
    );
    const pull = "EcrPull: ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer ecr:BatchGetImage";
    expect(lines.sort()).toEqual(
      [
        "dynamodb DynamodbRead: dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:DescribeTable dynamodb:GetItem dynamodb:Query dynamodb:Scan",
        `ecr.api ${pull}`,
        "ecr.api EcrToken: ecr:GetAuthorizationToken",
        `ecr.dkr ${pull}`,
        "ecr.dkr EcrToken: ecr:GetAuthorizationToken",
        "kms ExecuteCommandKey: kms:Decrypt",
        "logs Logs: logs:CreateLogStream logs:PutLogEvents",
        "s3 EcrPull: s3:GetObject",
        "s3 EnvironmentFileBuckets: s3:GetBucketLocation",
        "s3 EnvironmentFiles: s3:GetObject",
        "s3 ExecuteCommandBucket: s3:GetBucketLocation s3:GetEncryptionConfiguration",
        "s3 ExecuteCommandObjects: s3:PutObject",
        "s3 RuntimeMonitoring: s3:GetObject",
        "s3 S3Write: s3:AbortMultipartUpload s3:PutObject",
        "secretsmanager SecretsManager: secretsmanager:GetSecretValue",
        "sns Topic: sns:Publish",
        "sqs SqsConsume: sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage",
        "ssm ParameterStore: ssm:GetParameters",
        "ssmmessages ExecuteCommand: ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel",
      ].sort(),
    );
  });

  it("admit every request of the plan", () => {
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ service, request }) => !admits(policies.get(service) ?? [], request))).toEqual([]);
  });

  it("admit none of some hundred requests beside it", () => {
    const beside = asked.flatMap(({ service, request }) =>
      others(request).map((other) => ({ service, request: other })),
    );
    expect(beside.length).toBeGreaterThan(200);
    expect(beside.filter(({ service, request }) => admits(policies.get(service) ?? [], request))).toEqual([]);
  });
});

/** Actions that the task never takes, of the services that it calls. */
const WRITES = [
  ...["ecr:PutImage", "ecr:DeleteRepository", "s3:DeleteObject", "s3:PutBucketPolicy", "logs:DeleteLogGroup"],
  ...["secretsmanager:PutSecretValue", "ssm:PutParameter", "sqs:SendMessage", "dynamodb:PutItem", "kms:Encrypt"],
];

/** The same request by somebody else, about something else of the kind, and other actions on the same. */
function others(request: ConcreteRequest): readonly ConcreteRequest[] {
  const { role, resource } = request;
  const strangers =
    role === undefined
      ? []
      : [
          { ...request, role: `arn:aws:iam::${ACCOUNT}:role/payments-task-1` },
          { ...request, role: role.replace(ACCOUNT, "999999999999") },
          { action: request.action, resource },
        ];
  // An action without a resource has no other.
  const things =
    resource === "*"
      ? []
      : [
          resource.replaceAll(/orders|sessions|invoices|configuration|starport/g, "other"),
          resource.replace(ACCOUNT, "999999999999"),
        ]
          .filter((other) => other !== resource)
          .map((other) => ({ ...request, resource: other }));
  return [...strangers, ...things, ...WRITES.map((action) => ({ ...request, action }))];
}

describe("what only another stack knows", () => {
  const withQueue = (elsewhere: boolean) =>
    synthApp((app) => {
      const stack = newStack(app, "network");
      const other = elsewhere ? newStack(app, "service") : stack;
      const queue = new SqsQueue(other, "queue", {});
      const own = {
        family: "orders",
        containers: task.containers,
        grants: [{ service: "sqs", access: "consume", on: queue.arn }],
      } satisfies FargateTask;
      const network = new PrivateNetwork(stack, "network", { region: REGION });
      const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([own]) });
      new FargateService(other, "orders", { network, endpoints, task: own });
    });
  const resourcesOf = (stack: SynthesizedStack | undefined) => {
    const text = stack?.at("endpoints/sqs/policy").attributes["policy"];
    return (parsed(text) as { Statement: readonly Statement[] }).Statement.map(({ Resource }) => Resource);
  };

  it("is any thing there, so that the stack of the endpoints needs nothing of it", () => {
    const stacks = withQueue(true);
    expect(resourcesOf(stacks.get("network"))).toEqual([["*"]]);
    expect(stacks.get("network")?.dependencies).toEqual([]);
    expect(stacks.get("service")?.dependencies).toEqual(["network"]);
  });

  it("is the thing itself in the same stack", () => {
    const stack = withQueue(false).get("network");
    expect(resourcesOf(stack)).toEqual([[`\${${stack?.only("aws_sqs_queue").address}.arn}`]]);
  });
});

it("a role of yours is admitted by its ARN", () => {
  const arn = "arn:aws:iam::123456789012:role/execution";
  const stacks = synthApp((app) => {
    const stack = newStack(app, "network");
    const network = new PrivateNetwork(stack, "network", { region: REGION });
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    new FargateService(stack, "orders", { network, endpoints, task, executionRole: { arn } });
  });
  expect(stacks.get("network")?.at("endpoints/logs/policy").attributes["policy"]).toContain(
    `"aws:PrincipalArn":"${arn}"`,
  );
});
