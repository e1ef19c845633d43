import { describe, expect, it } from "vitest";
import { type Container, ContainerImage, LogDriver, SecretSource } from "../../../modules";
import { containerDefinitions } from "../../../modules/fargate/container-definitions";

const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
const definitionOf = (container: Partial<Container>) =>
  containerDefinitions(
    { family: "orders", containers: { api: { image, logDriver: LogDriver.none(), ...container } } },
    { region: "eu-west-1", logGroupName: "/aws/ecs/orders" },
  )[0];

describe("containerDefinitions", () => {
  it("writes nothing that nobody asked for", () => {
    expect(definitionOf({})).toEqual({
      name: "api",
      image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2",
      essential: true,
    });
  });

  it("writes every field as ECS spells it", () => {
    const container = {
      command: ["serve"],
      entryPoint: ["/entry"],
      environment: { STAGE: "test" },
      essential: false,
      healthCheck: { command: ["CMD", "true"], interval: 10 },
      readonlyRootFilesystem: true,
      user: "1000:1000",
      workingDirectory: "/srv",
    };
    expect(definitionOf(container)).toMatchObject({ ...container, environment: [{ name: "STAGE", value: "test" }] });
  });

  it("writes the host port that ECS would fill in", () => {
    expect(definitionOf({ ports: [8080, { containerPort: 53, protocol: "udp", name: "dns" }] })).toMatchObject({
      portMappings: [
        { containerPort: 8080, hostPort: 8080, protocol: "tcp" },
        { containerPort: 53, hostPort: 53, protocol: "udp", name: "dns" },
      ],
    });
  });

  it("names secrets by what ECS fetches them from", () => {
    const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";
    const secrets = {
      PARAMETER: SecretSource.ssmParameter("/orders/key"),
      SECRET: SecretSource.secretsManager(arn),
      KEY: SecretSource.secretsManager(arn, { jsonKey: "password" }),
    };
    expect(definitionOf({ secrets })).toMatchObject({
      secrets: [
        { name: "PARAMETER", valueFrom: "/orders/key" },
        { name: "SECRET", valueFrom: arn },
        { name: "KEY", valueFrom: `${arn}:password::` },
      ],
    });
  });

  it("logs to the service's group under the container's name, unless told otherwise", () => {
    const [definition] = containerDefinitions(
      { family: "orders", containers: { api: { image } } },
      { region: "eu-west-1", logGroupName: "/aws/ecs/orders" },
    );
    expect(definition).toMatchObject({
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": "/aws/ecs/orders",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "api",
        },
      },
    });
    const logDriver = LogDriver.awslogs({ logGroupName: "/shared", region: "us-east-1", streamPrefix: "orders" });
    expect(definitionOf({ logDriver })).toMatchObject({
      logConfiguration: {
        options: { "awslogs-group": "/shared", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "orders" },
      },
    });
  });

  it("adds further fields of ECS as they are written", () => {
    const additionalFields = { dockerLabels: { team: "orders" }, stopTimeout: 60 };
    expect(definitionOf({ additionalFields })).toMatchObject(additionalFields);
  });

  it("keeps the order of the containers", () => {
    const definitions = containerDefinitions(
      { family: "orders", containers: { z: { image }, a: { image } } },
      { region: "eu-west-1", logGroupName: "/aws/ecs/orders" },
    );
    expect(definitions.map((definition) => definition["name"])).toEqual(["z", "a"]);
  });

  it("writes the order of containers, their shares and how they stop", () => {
    const container = { cpu: 128, memory: 256, memoryReservation: 128, stopTimeout: 60 };
    expect(definitionOf({ ...container, dependsOn: { migration: "SUCCESS", proxy: "START" } })).toMatchObject({
      ...container,
      dependsOn: [
        { containerName: "migration", condition: "SUCCESS" },
        { containerName: "proxy", condition: "START" },
      ],
    });
  });

  it.each([
    ["fluentbit", "Name"],
    ["fluentd", "@type"],
  ] as const)("writes a log router of type %s, and names the plugin by %s", (type, name) => {
    const logDriver = LogDriver.firelens("kinesis_firehose", { options: { delivery_stream: "orders" } });
    const definitions = containerDefinitions(
      {
        family: "orders",
        containers: {
          api: { image, logDriver },
          router: { image, firelens: { type, options: { "enable-ecs-log-metadata": "true" } } },
        },
      },
      { region: "eu-west-1", logGroupName: "/aws/ecs/orders" },
    );
    expect(definitions).toMatchObject([
      {
        logConfiguration: {
          logDriver: "awsfirelens",
          options: { [name]: "kinesis_firehose", delivery_stream: "orders" },
        },
      },
      { firelensConfiguration: { type, options: { "enable-ecs-log-metadata": "true" } } },
    ]);
  });
});
