import { describe, expect, it } from "vitest";
import { ContainerImage, SecretSource } from "../../../../modules";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { ordersTask } from "../../../support/orders";
import { taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";

const withSecret = {
  ...ordersTask,
  family: "billing",
  containers: {
    api: { ...ordersTask.containers.api, secrets: { KEY: SecretSource.ssmParameter("/key") } },
  },
};

describe("EndpointPlan", () => {
  it("explains each endpoint with its reason and place, gateways first", () => {
    expect(EndpointPlan.forTasks([ordersTask]).explain()).toBe(
      [
        "orders, platform version 1.4.0: 1 gateway endpoint, 3 interface endpoints",
        "  s3       Gateway    ECR keeps image layers in S3                       containers.api.image",
        "  ecr.api  Interface  the task fetches its own ECR token (1.4.0 and up)  containers.api.image",
        "  ecr.dkr  Interface  the image is pulled from ECR                       containers.api.image",
        "  logs     Interface  the awslogs driver writes to CloudWatch Logs       containers.api.logDriver",
      ].join("\n"),
    );
  });

  it("names the task of each reason where there are several, and the issues at the end", () => {
    const other = taskWith({ image: ContainerImage.registry("nginx") }, { family: "web" });
    const text = EndpointPlan.forTasks([other, withSecret]).explain();
    expect(text.split("\n")[0]).toBe(
      "billing, platform version 1.4.0; web, platform version 1.4.0: 1 gateway endpoint, 4 interface endpoints",
    );
    expect(text).toContain("billing: containers.api.secrets.KEY");
    expect(text).toContain(
      '\n\n  error registry-unreachable: web: containers.api.image: the image "nginx" cannot be pulled through\n      a VPC endpoint\n    why: ',
    );
  });

  it("has nothing to say without tasks", () => {
    expect(EndpointPlan.forTasks([]).explain()).toBe("no task: 0 gateway endpoints, 0 interface endpoints");
  });

  it("explains itself against a network: with its issues there, and no others", () => {
    const far = taskWith({ image: ContainerImage.ecr("123456789012.dkr.ecr.us-east-1.amazonaws.com/orders") });
    const plan = EndpointPlan.forTasks([far]);
    expect(plan.explain()).not.toContain("other-region");
    expect(plan.in({ region: "eu-west-1" }).explain()).toContain("error other-region");
    expect(plan.in({ region: "us-east-1" }).explain()).toBe(plan.explain());
    const inPlaceOfGateway = plan.in({ region: "us-east-1", endpoints: [{ service: "s3", type: "Interface" }] });
    expect(inPlaceOfGateway.explain()).toContain("interface-for-gateway");
  });

  it("takes an endpoint more, with its reason, in every network", () => {
    const plan = EndpointPlan.forTasks([taskWith({ image: ContainerImage.registry("10.0.0.9/app") })])
      .with("sqs", "the worker polls a queue")
      .with("dynamodb", "orders are kept in a table");
    expect(plan.endpoints).toEqual([
      { service: "dynamodb", type: "Gateway", reasons: [{ rule: "declared", text: "orders are kept in a table" }] },
      { service: "sqs", type: "Interface", reasons: [{ rule: "declared", text: "the worker polls a queue" }] },
    ]);
    expect(plan.in({ region: "eu-west-1" }).missing).toEqual(plan.endpoints);
  });

  it("puts the reasons of tasks in order, and declared ones at the end", () => {
    const tasks = [
      { ...ordersTask, family: "web" },
      { ...ordersTask, family: "api" },
    ];
    const logs = EndpointPlan.forTasks(tasks)
      .with("logs", "for a reason of mine")
      .endpoints.find(({ service }) => service === "logs");
    expect(logs?.reasons.map(({ task }) => task)).toEqual(["api", "web", undefined]);
  });

  it("is JSON in a form of its own", () => {
    const plan = EndpointPlan.forTasks([taskWith({ image: ContainerImage.registry("nginx") })]).with("sqs", "why");
    expect(JSON.parse(JSON.stringify(plan))).toEqual({
      version: 1,
      tasks: [{ family: "orders", platformVersion: "1.4.0" }],
      endpoints: [{ service: "sqs", type: "Interface", reasons: [{ rule: "declared", text: "why" }] }],
      issues: [
        {
          code: "registry-unreachable",
          severity: "error",
          problem: expect.stringContaining("nginx"),
          why: expect.any(String),
          fix: expect.any(String),
          task: "orders",
          path: "containers.api.image",
        },
      ],
    });
    const json = EndpointPlan.forTasks([ordersTask]).toJSON();
    expect(json.endpoints[1]).toEqual({
      service: "ecr.api",
      type: "Interface",
      reasons: [
        {
          rule: "ecr-pull",
          task: "orders",
          source: "containers.api.image",
          text: "the task fetches its own ECR token (1.4.0 and up)",
        },
      ],
    });
  });

  it("is Markdown, in which nothing of a task can end a cell", () => {
    const plan = EndpointPlan.forTasks([taskWith({ image: ContainerImage.registry("a|b_`c`") })]).with(
      "sqs",
      "a|b *c*",
    );
    expect(plan.toMarkdown()).toBe(
      [
        "orders, platform version 1.4.0: 0 gateway endpoints, 1 interface endpoint.",
        "",
        "| Endpoint | Type | Reason | Place |",
        "| --- | --- | --- | --- |",
        "| `sqs` | Interface | a\\|b \\*c\\* |  |",
        "",
        '- **error** `registry-unreachable` `containers.api.image`: the image "a|b\\_\\`c\\`" cannot be pulled through a VPC endpoint. Why: there are endpoints for private ECR repositories only; without an internet route every other registry times out. Fix: copy the image into an ECR repository and write ContainerImage.ecr(repository, { tag }).',
      ].join("\n"),
    );
  });

  it("names the platform version that runs", () => {
    const tasks = [
      taskWith({}, { family: "a", platformVersion: "LATEST" }),
      taskWith({}, { family: "b", platformVersion: "LATEST", operatingSystemFamily: "WINDOWS_SERVER_2022_FULL" }),
      taskWith({}, { family: "c", platformVersion: "1.3.0" }),
    ];
    expect(EndpointPlan.forTasks(tasks).tasks.map(({ platformVersion }) => platformVersion)).toEqual([
      "1.4.0",
      "1.0.0",
      "1.3.0",
    ]);
  });

  it("plans the same twice for a task that is there twice", () => {
    expect(EndpointPlan.forTasks([ordersTask, ordersTask]).explain()).toBe(
      EndpointPlan.forTasks([ordersTask]).explain(),
    );
  });
});

describe("EndpointPlan.in", () => {
  it("tells what is there, what is missing, and what nobody needs", () => {
    const endpoints = [
      { service: "s3", type: "Gateway" },
      { service: "logs", type: "Interface", id: "vpce-1" },
      { service: "sqs", type: "Interface", id: "vpce-2" },
    ] as const;
    const { needed, present, missing, unused } = EndpointPlan.forTasks([ordersTask]).in({ endpoints });
    const names = (all: readonly { service: string }[]) => all.map(({ service }) => service);
    expect(names(needed)).toEqual(["s3", "ecr.api", "ecr.dkr", "logs"]);
    expect(names(present)).toEqual(["s3", "logs"]);
    expect(names(missing)).toEqual(["ecr.api", "ecr.dkr"]);
    expect(unused).toEqual([endpoints[2]]);
  });

  it("finds what lies in another Region than the network", () => {
    const plan = EndpointPlan.forTasks([ordersTask]);
    expect(plan.issues).toEqual([]);
    expect(plan.in({ region: "us-east-1" }).issues).toMatchObject([{ code: "other-region", task: "orders" }]);
    expect(plan.in({ region: "eu-west-1" }).issues).toEqual([]);
  });

  it("takes an interface endpoint for s3, with a note, but none for dynamodb, which has no private DNS", () => {
    const plan = EndpointPlan.forTasks([taskWith({}, { uses: ["dynamodb"] })]);
    const { missing, issues } = plan.in({
      endpoints: [
        { service: "s3", type: "Interface" },
        { service: "dynamodb", type: "Interface" },
        { service: "ecr.api", type: "Interface" },
        { service: "ecr.dkr", type: "Interface" },
      ],
    });
    expect(missing.map(({ service }) => service)).toEqual(["dynamodb"]);
    expect(onlyIssue(issues)).toMatchObject({ code: "interface-for-gateway", severity: "note" });
  });

  it("takes no endpoint that leads to another Region for one of the network's own", () => {
    const endpoints = [{ service: "ecr.api", type: "Interface", serviceRegion: "us-east-1" }] as const;
    const plan = EndpointPlan.forTasks([taskWith({})]).in({ region: "eu-west-1", endpoints });
    expect(plan.present).toEqual([]);
    expect(plan.unused).toEqual(endpoints);
    const own = [{ service: "ecr.api", type: "Interface", serviceRegion: "eu-west-1" }] as const;
    expect(EndpointPlan.forTasks([taskWith({})]).in({ region: "eu-west-1", endpoints: own }).unused).toEqual([]);
  });

  it("keeps what the plan knows and the network does not say", () => {
    const plan = EndpointPlan.forTasks([taskWith({})], {
      region: "us-east-1",
      wayOut: { name: "a proxy" },
      fips: true,
    });
    expect(plan.in({}).surroundings).toEqual({
      region: "us-east-1",
      wayOut: { name: "a proxy" },
      fips: true,
      endpoints: [],
    });
    expect(plan.in({ region: "eu-west-1" }).surroundings.region).toBe("eu-west-1");
  });
});

describe("EndpointPlan in FIPS mode", () => {
  it("R27: plans the FIPS endpoints, and says where none is known", () => {
    const task = taskWith(
      {
        secrets: {
          A: SecretSource.secretsManager("arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:a-AbCdEf"),
        },
      },
      { fips: true, executeCommand: { logging: "NONE", kmsKeyId: "key" } },
    );
    const { endpoints, issues } = EndpointPlan.forTasks([task]);
    expect(endpoints.map(({ service }) => service)).toEqual([
      "s3",
      "ecr-fips.api",
      "ecr-fips.dkr",
      "kms-fips",
      "secretsmanager",
      "ssmmessages",
    ]);
    expect(issues.map(({ code, severity, problem }) => [code, severity, /"(.+?)"/.exec(problem)?.[1]])).toEqual([
      ["fips-endpoint-unknown", "note", "secretsmanager"],
      ["fips-endpoint-unknown", "note", "ssmmessages"],
    ]);
  });

  it("R27: is what the surroundings say, unless the task says otherwise", () => {
    const services = (fips?: boolean) =>
      EndpointPlan.forTasks([taskWith({}, fips === undefined ? {} : { fips })], { fips: true }).endpoints.map(
        ({ service }) => service,
      );
    expect(services()).toContain("ecr-fips.api");
    expect(services(false)).toContain("ecr.api");
  });

  it("R27: leaves what the application calls as it is named, and asks nothing of an endpoint that answers both", () => {
    const task = taskWith(
      { image: ContainerImage.registry("10.0.0.9/app") },
      { fips: true, uses: ["sqs", "monitoring"] },
    );
    const { endpoints, issues } = EndpointPlan.forTasks([task]);
    expect(endpoints.map(({ service }) => service)).toEqual(["monitoring", "sqs"]);
    expect(issues).toEqual([]);
  });
});

describe("EndpointPlan and rights of the task role", () => {
  it("hints at nothing that is planned under its FIPS name", () => {
    const task = taskWith({}, { fips: true, taskRoleStatements: [{ actions: ["ecr:BatchGetImage"] }] });
    expect(EndpointPlan.forTasks([task]).issues).toEqual([]);
  });
});
