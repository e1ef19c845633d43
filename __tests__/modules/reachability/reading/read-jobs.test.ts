import { describe, expect, it } from "vitest";
import { container, isolatedNetwork } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const JOB = "aws_batch_job_definition.nightly";
const QUEUE = "aws_batch_job_queue.main";
const ENVIRONMENT = "aws_batch_compute_environment.main";

const { image } = container();

/** The properties of a job with one container. */
function properties(more: Block = {}): string {
  return JSON.stringify({
    image,
    command: ["work"],
    executionRoleArn: "${aws_iam_role.execution.arn}",
    resourceRequirements: [
      { type: "VCPU", value: "0.25" },
      { type: "MEMORY", value: "512" },
    ],
    fargatePlatformConfiguration: { platformVersion: "LATEST" },
    ...more,
  });
}

function environment(subnets: readonly string[], more: Block = {}): Block {
  return {
    compute_environment_name: "batch",
    type: "MANAGED",
    compute_resources: {
      type: "FARGATE",
      max_vcpus: 16,
      subnets: subnets.map((name) => `\${aws_subnet.${name}.id}`),
      security_group_ids: ["${aws_security_group.task.id}"],
      ...more,
    },
  };
}

function queue(...environments: readonly string[]): Block {
  return {
    name: "main",
    priority: 1,
    state: "ENABLED",
    compute_environment_order: environments.map((name, order) => ({
      order,
      compute_environment: `\${aws_batch_compute_environment.${name}.arn}`,
    })),
  };
}

/** Jobs of Batch in place of the service, in the subnets of its tasks. */
function batch(job: Block = {}): TerraformFixture {
  return isolatedNetwork()
    .remove("aws_ecs_service.orders")
    .remove("aws_ecs_task_definition.orders")
    .add(ENVIRONMENT, environment(["app_a", "app_b"]))
    .add(QUEUE, queue("main"))
    .add(JOB, {
      name: "nightly",
      type: "container",
      platform_capabilities: ["FARGATE"],
      container_properties: properties(),
      ...job,
    });
}

const verdicts = (fixture: TerraformFixture) => fixture.prove().tasks.map(({ address, verdict }) => [address, verdict]);

const calls = (fixture: TerraformFixture) =>
  fixture.prove().tasks.flatMap(({ dependencies }) => dependencies.map(({ service }) => service));

describe("a job of AWS Batch on Fargate", () => {
  it("is proved where its compute environment is, and logs to CloudWatch Logs unless it says otherwise", () => {
    const { tasks } = batch().prove();
    expect(tasks).toMatchObject([{ task: "nightly", address: ENVIRONMENT, verdict: "proved" }]);
    expect(calls(batch())).toEqual(["s3", "ecr.api", "ecr.dkr", "logs"]);
  });

  it("breaks where an endpoint for its logs is missing", () => {
    expect(verdicts(batch().remove("aws_vpc_endpoint.logs"))).toEqual([[ENVIRONMENT, "broken"]]);
  });

  it("has its secrets and the login of its registry read", () => {
    const secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";
    const job = batch({
      container_properties: properties({
        secrets: [{ name: "TOKEN", valueFrom: "arn:aws:ssm:eu-west-1:123456789012:parameter/token" }],
        repositoryCredentials: { credentialsParameter: secret },
        image: "registry.example.com/orders:1",
      }),
    });
    expect(calls(job)).toEqual(expect.arrayContaining(["ssm", "secretsmanager"]));
  });

  it("has several containers by ecs_properties", () => {
    const other = { name: "router", image, logConfiguration: { logDriver: "awsfirelens" } };
    const ecs = {
      taskProperties: [
        {
          executionRoleArn: "${aws_iam_role.execution.arn}",
          containers: [
            { ...other, logConfiguration: undefined },
            { name: "work", image: "${var.image}" },
          ],
        },
      ],
    };
    const job = batch({ container_properties: undefined, ecs_properties: JSON.stringify(ecs) });
    expect(calls(job)).toContain("logs");
    expect(issuesWith(job.prove(), "image-registry-unknown").map(({ path }) => path)).toEqual([
      `${JOB}.ecs_properties.taskProperties[0].containers[1].image`,
    ]);
  });

  it("is named by the place in its own properties", () => {
    const job = batch({ container_properties: properties({ image: "${var.image}" }) });
    expect(issuesWith(job.prove(), "image-registry-unknown").map(({ path }) => path)).toEqual([
      `${JOB}.container_properties.image`,
    ]);
  });

  it.each<[string, Block]>([
    ["EC2, which is the default", { platform_capabilities: undefined }],
    ["EC2", { platform_capabilities: ["EC2"] }],
  ])("is none on %s", (_where, job) => {
    expect(verdicts(batch(job))).toEqual([]);
  });

  it.each<[string, Block]>([
    ["a variable", { container_properties: "${var.properties}" }],
    ["no JSON", { container_properties: "{ no JSON" }],
    ["a list", { container_properties: "[]" }],
    ["nothing", { container_properties: undefined }],
    ["no task", { container_properties: undefined, ecs_properties: '{ "taskProperties": [] }' }],
  ])("is not known where its properties are %s", (_what, job) => {
    expect(verdicts(batch(job)).map(([, verdict]) => verdict)).toEqual(["unknown"]);
  });

  it("leaves on the way of an address where it gets one", () => {
    const network = { assignPublicIp: "ENABLED" };
    const job = batch({ container_properties: properties({ networkConfiguration: network, image: "nginx" }) })
      .add("aws_internet_gateway.main", { vpc_id: "${aws_vpc.main.id}" })
      .add("aws_route.out", {
        route_table_id: "${aws_route_table.app.id}",
        destination_cidr_block: "0.0.0.0/0",
        gateway_id: "${aws_internet_gateway.main.id}",
      })
      .set("aws_vpc_security_group_egress_rule.s3", { prefix_list_id: undefined, cidr_ipv4: "0.0.0.0/0" });
    expect(verdicts(job)).toEqual([[ENVIRONMENT, "proved"]]);
  });
});

describe("the compute environment of a job", () => {
  const withOther = (other: Block) =>
    batch()
      .add("aws_subnet.alone", { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.99.0/24" })
      .add("aws_batch_compute_environment.other", other);

  it("counts once where another one is in the same subnets, as on Spot", () => {
    const spot = environment(["app_a", "app_b"], { type: "FARGATE_SPOT" });
    expect(verdicts(withOther(spot).add(QUEUE, queue("main", "other")))).toEqual([[ENVIRONMENT, "proved"]]);
  });

  it("is each one of the queue", () => {
    const addresses = verdicts(withOther(environment(["app_a"])).add(QUEUE, queue("main", "other")));
    expect(addresses).toEqual([
      [ENVIRONMENT, "proved"],
      ["aws_batch_compute_environment.other", "proved"],
    ]);
  });

  it.each<[string, Block]>([
    ["on instances", environment(["alone"], { type: "EC2" })],
    ["disabled", { ...environment(["alone"]), state: "DISABLED" }],
  ])("is none that is %s", (_what, other) => {
    expect(verdicts(withOther(other).add(QUEUE, queue("main", "other")))).toEqual([[ENVIRONMENT, "proved"]]);
  });

  it("is not known where there is no queue, or where nothing says which of two", () => {
    expect(verdicts(batch().remove(QUEUE))).toEqual([[JOB, "unknown"]]);
    const two = withOther(environment(["alone"])).add("aws_batch_job_queue.other", queue("other"));
    expect(verdicts(two)).toEqual([[JOB, "unknown"]]);
    const elsewhere = batch().add(QUEUE, { ...queue(), compute_environments: ["${var.environment}"] });
    expect(verdicts(elsewhere)).toEqual([[JOB, "unknown"]]);
  });

  it.each<[string, string, Block]>([
    [
      "a rule of EventBridge",
      "aws_cloudwatch_event_target.nightly",
      {
        arn: "${aws_batch_job_queue.main.arn}",
        batch_target: { job_definition: "${aws_batch_job_definition.nightly.arn}", job_name: "nightly" },
      },
    ],
    [
      "a pipe",
      "aws_pipes_pipe.nightly",
      {
        target: "${aws_batch_job_queue.main.arn}",
        target_parameters: {
          batch_job_parameters: { job_definition: "${aws_batch_job_definition.nightly.arn_prefix}", job_name: "n" },
        },
      },
    ],
    [
      "a state machine",
      "aws_sfn_state_machine.nightly",
      {
        definition: JSON.stringify({
          States: {
            Run: {
              Type: "Task",
              Resource: "arn:aws:states:::batch:submitJob.sync",
              Parameters: { JobName: "n", JobDefinition: "nightly:3", JobQueue: "main" },
            },
          },
        }),
      },
    ],
    [
      "a schedule",
      "aws_scheduler_schedule.nightly",
      {
        target: {
          arn: "arn:aws:scheduler:::aws-sdk:batch:submitJob",
          input: JSON.stringify({
            JobName: "n",
            JobDefinition: "${aws_batch_job_definition.nightly.name}:${aws_batch_job_definition.nightly.revision}",
            JobQueue: "${aws_batch_job_queue.main.id}",
          }),
        },
      },
    ],
  ])("is that of the queue to which %s submits it", (_who, address, block) => {
    const two = withOther(environment(["alone"])).add("aws_batch_job_queue.other", {
      ...queue("other"),
      name: "other",
    });
    expect(verdicts(two.add(address, block))).toEqual([[ENVIRONMENT, "proved"]]);
  });

  it("is not known where the queue is elsewhere", () => {
    const target = {
      arn: "arn:aws:batch:eu-west-1:123456789012:job-queue/elsewhere",
      batch_target: { job_definition: "${aws_batch_job_definition.nightly.arn}", job_name: "nightly" },
    };
    expect(verdicts(batch().add("aws_cloudwatch_event_target.nightly", target))).toEqual([[JOB, "unknown"]]);
  });
});
