import { describe, expect, it } from "vitest";
import { EndpointPlan, FargateService, PrivateNetwork, VpcEndpoints } from "../../../../modules";
import { containerDefinitions } from "../../../../modules/fargate/container-definitions";
import { interpretTaskDefinition } from "../../../../modules/task/definition/interpret-task-definition";
import { readTaskDefinition } from "../../../../modules/task/definition/read-task-definition";
import { synth } from "../../../support/synth";
import full from "./full-container.json";

const surroundings = { region: "none-of-the-document's", logGroupName: "none of the document's" };

/** Another container, which the full one waits for. */
const init = {
  name: "init",
  image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/init:1",
  essential: false,
};

/** A definition as `aws ecs register-task-definition` takes it. */
function definition(...containers: readonly object[]) {
  return {
    family: "orders",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "512",
    memory: "1024",
    volumes: [{ name: "data" }],
    containerDefinitions: containers,
  };
}

/** What a service would register for the containers that were read. */
function emitted(...containers: readonly object[]) {
  return containerDefinitions(readTaskDefinition(definition(...containers)), surroundings);
}

describe("a container definition that is read and emitted", () => {
  it("keeps every field, unknown ones as well", () => {
    expect(emitted(full, init)).toEqual([full, init]);
  });

  it("runs as a service", () => {
    const task = readTaskDefinition(definition(full, init));
    const stack = synth((scope) => {
      const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
      const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
      new FargateService(scope, "service", { network, endpoints, task });
    });
    const { attributes } = stack.only("aws_ecs_task_definition");
    expect(attributes).toMatchObject({ family: "orders", cpu: "512", memory: "1024" });
    expect(JSON.parse(String(attributes["container_definitions"]))).toEqual([full, init]);
    expect(stack.all("aws_cloudwatch_log_group")).toEqual([]);
  });

  it("knows most fields of the full one by name", () => {
    const { task } = interpretTaskDefinition(definition(full, init));
    const api = task?.containers["api"];
    expect(Object.keys(api?.additionalFields ?? {}).sort()).toEqual(["fieldOfTomorrow", "volumesFrom"]);
  });

  it("drops its output where it has no log configuration", () => {
    expect(emitted(init, full)[0]).not.toHaveProperty("logConfiguration");
  });

  it.each([
    {
      logDriver: "awsfirelens",
      options: {
        Name: "kinesis_firehose",
        region: "eu-west-1",
        delivery_stream: "orders",
        "log-driver-buffer-limit": "1",
      },
      secretOptions: [{ name: "key", valueFrom: "/firehose/key" }],
    },
    { logDriver: "awsfirelens" },
    {
      logDriver: "splunk",
      options: { "splunk-url": "https://splunk.internal:8088", "splunk-format": "raw" },
      secretOptions: [
        {
          name: "splunk-token",
          valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:splunk-AbCdEf:token::",
        },
      ],
    },
  ])("keeps the log configuration $logDriver with $options", (logConfiguration) => {
    const router = {
      name: "router",
      image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/router:1",
      essential: true,
      firelensConfiguration: { type: "fluentbit", options: { "enable-ecs-log-metadata": "true" } },
    };
    const containers = [{ ...init, essential: true, logConfiguration }, router];
    const { task } = interpretTaskDefinition(definition(...containers));
    expect(task).toBeDefined();
    expect(emitted(...containers)).toEqual(containers);
  });

  it("keeps the credentials of another registry", () => {
    const container = {
      ...init,
      essential: true,
      image: "registry.example.com/orders:1",
      repositoryCredentials: {
        credentialsParameter: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:hub-AbCdEf",
      },
    };
    expect(emitted(container)).toEqual([container]);
  });

  it("keeps expressions and tokens, of whatever they stand for", () => {
    const container = {
      ...init,
      essential: true,
      image: "${TfToken[TOKEN.1]}:${var.tag}",
      environment: [{ name: "HOST", value: "${aws_db_instance.db.address}" }],
      secrets: [
        { name: "A", valueFrom: "${TfToken[TOKEN.2]}" },
        { name: "B", valueFrom: "${aws_secretsmanager_secret.b.arn}:key::" },
      ],
      user: "${var.user}",
    };
    expect(emitted(container)).toEqual([container]);
  });
});
