import { describe, expect, it } from "vitest";
import { checkReading } from "../../../../modules/task/definition/check-reading";
import { interpretTaskDefinition } from "../../../../modules/task/definition/interpret-task-definition";

const image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1";
const containers = [{ name: "api", image }];
const mount = { sourceVolume: "data", containerPath: "/data" };
const proxy = { containerName: "proxy", condition: "HEALTHY" };
const toRouter = { logConfiguration: { logDriver: "awsfirelens", options: { Name: "null" } } };
const router = { name: "router", image, firelensConfiguration: { type: "fluentbit" } };

/** A task definition as ECS spells it, for Fargate. */
function definition(fields: object = {}, container: object = {}) {
  return {
    family: "orders",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "512",
    memory: "1024",
    ...fields,
    containerDefinitions: [{ name: "api", image, ...container }],
  };
}

/** Code, severity and path of each issue. */
function issuesOf(json: unknown, family = "orders") {
  return interpretTaskDefinition(json, { family }).issues.map(({ code, severity = "error", path }) => [
    severity,
    code,
    path,
  ]);
}

/** The same as CloudFormation spells it, which converts numbers and texts into each other. */
function properties(container: object = {}, fields: object = {}) {
  return {
    Family: "orders",
    NetworkMode: "awsvpc",
    RequiresCompatibilities: ["FARGATE"],
    Cpu: 512,
    Memory: "1024",
    ...fields,
    ContainerDefinitions: [{ Name: "api", Image: image, ...container }],
  };
}

describe("interpretTaskDefinition of an image with credentials", () => {
  it("knows where their secret stands", () => {
    const repositoryCredentials = { credentialsParameter: "registry-login" };
    const { paths } = interpretTaskDefinition([{ name: "api", image: "ghcr.io/org/app:1", repositoryCredentials }]);
    expect(paths.of("containers.api.image")).toBe("[0].image");
    expect(paths.of("containers.api.image.credentialsParameter")).toBe(
      "[0].repositoryCredentials.credentialsParameter",
    );
  });
});

describe("interpretTaskDefinition of a command that is no list", () => {
  it.each([
    ["curl -f localhost", "write a list of texts"],
    ["/check", 'write ["/check"]'],
  ])("reports %s once, with what to write", (command, fix) => {
    const { task, issues } = interpretTaskDefinition([{ name: "api", image, command, healthCheck: { command } }], {
      family: "orders",
    });
    expect(issues.map(({ code, path, fix: text }) => [code, path, text])).toEqual([
      ["field-type-wrong", "[0].command", fix],
      ["field-type-wrong", "[0].healthCheck.command", fix],
    ]);
    expect(task?.containers["api"]?.healthCheck?.command).toHaveLength(1);
  });
});

describe("interpretTaskDefinition of container definitions in other capitals", () => {
  const containers = [
    { name: "api", image, Secrets: [{ name: "KEY", valuefrom: "/key" }], healthcheck: { command: ["CMD", "/check"] } },
  ];

  it.each([
    [
      "of Terraform",
      { network_mode: "awsvpc", container_definitions: JSON.stringify(containers) },
      "container_definitions[0]",
    ],
    ["in a list", containers, "[0]"],
  ])("reads those %s, as its provider does, and says so", (_name, document, path) => {
    const { task, issues } = interpretTaskDefinition(document, { family: "orders" });
    expect(task?.containers["api"]).toMatchObject({
      secrets: { KEY: { kind: "ssm-parameter", parameter: "/key" } },
      healthCheck: { command: ["CMD", "/check"] },
    });
    expect(issues.map(({ code, path: at }) => [code, at]).sort()).toEqual(
      ["Secrets", "Secrets[0].valuefrom", "healthcheck"].map((field) => ["field-spelling", `${path}.${field}`]),
    );
  });

  it("takes them in a task definition of ECS for fields that it does not know, as the AWS CLI does", () => {
    const { task } = interpretTaskDefinition({ family: "orders", containerDefinitions: containers });
    expect(task?.containers["api"]?.secrets).toBeUndefined();
  });
});

describe("interpretTaskDefinition of the properties of CloudFormation", () => {
  it("reads properties in other capitals, and says so once", () => {
    const options = { "awslogs-group": "g", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "p" };
    const others = {
      portMappings: [{ containerPort: 80 }],
      Entrypoint: ["/app"],
      LogConfiguration: { logDriver: "awslogs", options },
    };
    const { task, issues } = interpretTaskDefinition(properties(others, { volumes: [{ name: "v" }] }));
    expect(issues.map(({ code, severity, path }) => [code, severity, path])).toEqual(
      [
        "ContainerDefinitions[0].LogConfiguration.logDriver",
        "ContainerDefinitions[0].LogConfiguration.options",
        "ContainerDefinitions[0].Entrypoint",
        "ContainerDefinitions[0].portMappings",
        "ContainerDefinitions[0].portMappings[0].containerPort",
        "volumes",
        "volumes[0].name",
      ].map((path) => ["field-spelling", "warning", path]),
    );
    expect(task?.containers["api"]).toMatchObject({
      ports: [{ containerPort: 80 }],
      entryPoint: ["/app"],
      logDriver: { kind: "awslogs", logGroupName: "g" },
    });
    expect(Object.keys(task?.volumes ?? {})).toEqual(["v"]);
  });

  it("reads the same task as from ECS's own spelling", () => {
    const ofEcs = definition(
      {
        volumes: [
          {
            name: "v",
            efsVolumeConfiguration: {
              fileSystemId: "fs-1",
              transitEncryption: "ENABLED",
              authorizationConfig: { accessPointId: "fsap-1", iam: "ENABLED" },
            },
          },
        ],
        cpu: 512,
        proxyConfiguration: { type: "APPMESH", properties: [{ name: "IgnoredUID", value: "1" }] },
      },
      {
        portMappings: [{ containerPort: 80 }],
        essential: true,
        command: ["sleep", "10"],
        environment: [{ name: "PORT", value: "80" }],
        dockerLabels: { Team: "a" },
        linuxParameters: { initProcessEnabled: true },
        logConfiguration: { logDriver: "splunk", options: { "splunk-url": "https://a", "Splunk-X": "1" } },
      },
    );
    const ofCloudFormation = properties(
      {
        PortMappings: [{ ContainerPort: "80" }],
        Essential: "true",
        Command: ["sleep", 10],
        Environment: [{ Name: "PORT", Value: 80 }],
        DockerLabels: { Team: "a" },
        LinuxParameters: { InitProcessEnabled: true },
        LogConfiguration: { LogDriver: "splunk", Options: { "splunk-url": "https://a", "Splunk-X": 1 } },
      },
      {
        Volumes: [
          {
            Name: "v",
            EFSVolumeConfiguration: {
              FilesystemId: "fs-1",
              TransitEncryption: "ENABLED",
              AuthorizationConfig: { AccessPointId: "fsap-1", IAM: "ENABLED" },
            },
          },
        ],
        ProxyConfiguration: { Type: "APPMESH", ProxyConfigurationProperties: [{ Name: "IgnoredUID", Value: "1" }] },
      },
    );
    const { task, issues } = interpretTaskDefinition(ofCloudFormation);
    expect(issues).toEqual([]);
    expect(task).toEqual(interpretTaskDefinition(ofEcs).task);
  });

  it.each([
    ["FSxWindowsFileServerVolumeConfiguration", { FileSystemId: "fs-1" }, "fsxWindowsFileServerVolumeConfiguration"],
    ["DockerVolumeConfiguration", { Scope: "task" }, "dockerVolumeConfiguration"],
  ])("knows the volume %s", (name, settings, field) => {
    const { task } = interpretTaskDefinition(properties({}, { Volumes: [{ Name: "v", [name]: settings }] }));
    expect(task?.volumes).toEqual({ v: { kind: "unsupported", field } });
  });

  it("reads a list of containers, and one alone", () => {
    const container = { Name: "api", Image: image };
    expect(Object.keys(interpretTaskDefinition([container], { family: "a" }).task?.containers ?? {})).toEqual(["api"]);
    expect(Object.keys(interpretTaskDefinition(container, { family: "a" }).task?.containers ?? {})).toEqual(["api"]);
  });

  it("names the fields and their places as they are spelled", () => {
    expect(issuesOf(properties({ Secrets: [{ Name: "A" }] }, { NetworkMode: "host" }))).toEqual([
      ["error", "field-missing", "ContainerDefinitions[0].Secrets[0]"],
      ["error", "network-mode-invalid", "NetworkMode"],
    ]);
  });
});

describe("interpretTaskDefinition", () => {
  it("reads the same task from every form", () => {
    const terraform = {
      family: "orders",
      network_mode: "awsvpc",
      requires_compatibilities: ["FARGATE"],
      cpu: "512",
      memory: "1024",
      container_definitions: JSON.stringify(containers),
    };
    const { task } = interpretTaskDefinition(definition());
    expect(task).toEqual({
      family: "orders",
      cpu: "512",
      memory: "1024",
      containers: {
        api: {
          image: { kind: "ecr", repositoryUrl: image.slice(0, -2), tag: "1" },
          logDriver: { kind: "none" },
        },
      },
    });
    expect(interpretTaskDefinition({ taskDefinition: definition(), tags: [] }).task).toEqual(task);
    expect(interpretTaskDefinition(terraform).task).toEqual(task);
    expect(interpretTaskDefinition({ ...terraform, container_definitions: containers }).task).toEqual(task);
    const list = { family: "orders", containers: task?.containers };
    expect(interpretTaskDefinition(containers, { family: "orders" }).task).toEqual(list);
    expect(interpretTaskDefinition(JSON.stringify(containers), { family: "orders" }).task).toEqual(list);
  });

  it("reads the fields of the task in the spelling of ECS", () => {
    const { task, roles, issues } = interpretTaskDefinition(
      definition({
        executionRoleArn: "arn:execution",
        taskRoleArn: "arn:task",
        runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
        ephemeralStorage: { sizeInGiB: 30 },
        pidMode: "task",
        volumes: [
          { name: "scratch", host: {} },
          {
            name: "shared",
            efsVolumeConfiguration: {
              fileSystemId: "fs-1",
              rootDirectory: "/",
              transitEncryption: "ENABLED",
              transitEncryptionPort: 2999,
              authorizationConfig: { accessPointId: "fsap-1", iam: "ENABLED" },
            },
          },
          { name: "block", configuredAtLaunch: true },
          { name: "fsx", fsxWindowsFileServerVolumeConfiguration: { fileSystemId: "fs-2" } },
          { name: "host", host: { sourcePath: "/tmp" } },
        ],
      }),
    );
    expect(issues).toEqual([]);
    expect(roles).toEqual({ executionRoleArn: "arn:execution", taskRoleArn: "arn:task" });
    expect(task).toMatchObject({
      operatingSystemFamily: "LINUX",
      cpuArchitecture: "ARM64",
      ephemeralStorage: 30,
      additionalFields: { pidMode: "task" },
      volumes: {
        scratch: { kind: "bind" },
        shared: {
          kind: "efs",
          fileSystemId: "fs-1",
          rootDirectory: "/",
          transitEncryption: "ENABLED",
          transitEncryptionPort: 2999,
          accessPointId: "fsap-1",
          iam: "ENABLED",
        },
        block: { kind: "ebs" },
        fsx: { kind: "unsupported", field: "fsxWindowsFileServerVolumeConfiguration" },
        host: { kind: "unsupported", field: "host.sourcePath" },
      },
    });
  });

  it("reads the fields of the task in the spelling of Terraform, blocks as objects and as lists", () => {
    const volume = {
      name: "shared",
      host_path: null,
      efs_volume_configuration: [
        {
          file_system_id: "fs-1",
          transit_encryption: "ENABLED",
          transit_encryption_port: "2999",
          authorization_config: [{ access_point_id: "fsap-1", iam: "ENABLED" }],
        },
      ],
    };
    const { task, roles, region, issues } = interpretTaskDefinition({
      id: "orders",
      arn: "arn:aws:ecs:eu-central-1:123456789012:task-definition/orders:3",
      tags_all: {},
      skip_destroy: false,
      family: "orders",
      network_mode: "awsvpc",
      requires_compatibilities: ["FARGATE"],
      execution_role_arn: "${aws_iam_role.execution.arn}",
      task_role_arn: null,
      pid_mode: "task",
      runtime_platform: { operating_system_family: "LINUX", cpu_architecture: "ARM64" },
      ephemeral_storage: [{ size_in_gib: "30" }],
      volume: [volume, { name: "block", configure_at_launch: true }],
      container_definitions: JSON.stringify(containers),
    });
    expect(issues).toEqual([]);
    expect({ roles, region }).toEqual({
      roles: { executionRoleArn: "${aws_iam_role.execution.arn}" },
      region: "eu-central-1",
    });
    expect(task).toMatchObject({
      cpuArchitecture: "ARM64",
      ephemeralStorage: 30,
      additionalFields: { pidMode: "task" },
      volumes: {
        shared: { kind: "efs", fileSystemId: "fs-1", transitEncryptionPort: 2999, accessPointId: "fsap-1" },
        block: { kind: "ebs" },
      },
    });
    expect(Object.keys(task?.additionalFields ?? {})).toEqual(["pidMode"]);
  });

  it("leaves out what ECS says of a registered task definition, and reads the Region from its ARN", () => {
    const described = definition({
      taskDefinitionArn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7",
      revision: 7,
      status: "ACTIVE",
      requiresAttributes: [{ name: "x" }],
      compatibilities: ["EC2", "FARGATE"],
      registeredAt: "2026-11-02T09:12:44Z",
      registeredBy: "arn:aws:iam::123456789012:user/deploy",
    });
    const { task, region } = interpretTaskDefinition({ taskDefinition: described });
    expect(region).toBe("eu-west-1");
    expect(task).toEqual(interpretTaskDefinition(definition()).task);
  });

  it("knows where each part of the task stands in the document", () => {
    const { paths } = interpretTaskDefinition({
      taskDefinition: definition(
        { volumes: [{ name: "data" }], ephemeralStorage: { sizeInGiB: 30 } },
        {
          environment: [{ name: "A", value: "1" }],
          secrets: [{ name: "B", valueFrom: "/b" }],
          portMappings: [{ containerPort: 80 }],
          dependsOn: [{ containerName: "api", condition: "START" }],
          logConfiguration: { logDriver: "splunk", secretOptions: [{ name: "splunk-token", valueFrom: "/t" }] },
        },
      ),
    });
    const container = "taskDefinition.containerDefinitions[0]";
    const places = {
      cpu: "taskDefinition.cpu",
      ephemeralStorage: "taskDefinition.ephemeralStorage.sizeInGiB",
      "volumes.data": "taskDefinition.volumes[0]",
      "containers.api": container,
      "containers.api.image": `${container}.image`,
      "containers.api.environment.A": `${container}.environment[0]`,
      "containers.api.secrets.B": `${container}.secrets[0].valueFrom`,
      "containers.api.ports[0]": `${container}.portMappings[0]`,
      "containers.api.dependsOn.api": `${container}.dependsOn[0]`,
      "containers.api.logDriver": `${container}.logConfiguration`,
      "containers.api.logDriver.secretOptions.splunk-token": `${container}.logConfiguration.secretOptions[0].valueFrom`,
    };
    for (const [part, place] of Object.entries(places)) expect(paths.of(part)).toBe(place);
  });

  it.each([
    [definition({ requiresCompatibilities: ["EC2"] }), "error", "fargate-not-required", "requiresCompatibilities"],
    [definition({ networkMode: "bridge" }), "error", "network-mode-invalid", "networkMode"],
    [definition({ networkMode: undefined }), "error", "network-mode-invalid", undefined],
    [
      definition({}, { portMappings: [{ containerPort: 8080, hostPort: 80 }] }),
      "error",
      "host-port-differs",
      "containerDefinitions[0].portMappings[0].hostPort",
    ],
    [
      definition({}, { environmentFiles: [{ type: "http", value: "x" }] }),
      "error",
      "environment-file-type",
      "containerDefinitions[0].environmentFiles[0].type",
    ],
    [
      definition(
        {},
        { secrets: [{ name: "A", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf:key" }] },
      ),
      "error",
      "secret-suffix-incomplete",
      "containerDefinitions[0].secrets[0].valueFrom",
    ],
    [
      definition({}, { portMappings: [{ containerPort: 8080, colour: "red" }] }),
      "warning",
      "field-not-kept",
      "containerDefinitions[0].portMappings[0].colour",
    ],
    [definition({}, { secrets: "${var.secrets}" }), "warning", "field-unresolved", "containerDefinitions[0].secrets"],
    [
      definition({}, { logConfiguration: { logDriver: "${var.driver}" } }),
      "note",
      "log-driver-unresolved",
      "containerDefinitions[0].logConfiguration.logDriver",
    ],
  ])("reads on where it can: %#", (json, severity, code, path) => {
    expect(issuesOf(json)).toEqual([[severity, code, path]]);
    expect(interpretTaskDefinition(json).task).toBeDefined();
  });

  it("says nothing of unknown fields that say nothing", () => {
    const mapping = { containerPort: 8080, colours: [], shade: null, other: {}, text: "" };
    const volume = { name: "data", dockerVolumeConfiguration: [], hyperVolumeConfiguration: null };
    expect(issuesOf({ ...definition({}, { portMappings: [mapping] }), volumes: [volume] })).toEqual([]);
    expect(issuesOf(definition({}, { portMappings: [{ ...mapping, redd: false }] }))).toEqual([
      ["warning", "field-not-kept", "containerDefinitions[0].portMappings[0].redd"],
    ]);
  });

  it.each([
    [5, "not-a-task-definition", undefined],
    [undefined, "not-a-task-definition", undefined],
    [{ containerDefintions: [] }, "not-a-task-definition", undefined],
    [{ taskDefinition: {} }, "not-a-task-definition", "taskDefinition"],
    [{ container_definitions: {} }, "not-a-task-definition", "container_definitions"],
    [[5], "not-a-task-definition", "[0]"],
    ["[", "json-malformed", undefined],
    [{ container_definitions: "${local.containers}" }, "containers-unresolved", "container_definitions"],
    [{ containerDefinitions: "{{ containers | tojson }}" }, "containers-unresolved", "containerDefinitions"],
  ])("has no task where it cannot: %j", (json, code, path) => {
    expect(issuesOf(json)).toEqual([["error", code, path]]);
    expect(interpretTaskDefinition(json, { family: "orders" }).task).toBeUndefined();
  });

  it("reads a text in which expressions stand in the place of numbers, lists and containers", () => {
    const fargate = { family: "orders", network_mode: "awsvpc", cpu: "256", memory: "512" };
    const template = JSON.stringify([{ name: "api", image, essential: true, cpu: 0, portMappings: 1 }])
      .replace('"cpu":0', '"cpu":${var.cpu}')
      .replace('"portMappings":1', '"portMappings":[{"containerPort":${var.port}}]');
    const { task, issues } = interpretTaskDefinition({ ...fargate, container_definitions: template });
    expect(Object.keys(task?.containers ?? {})).toEqual(["api"]);
    expect(issues).toEqual([]);
    const proxied = interpretTaskDefinition({
      ...fargate,
      container_definitions: template.replace("[", "[${local.proxy},"),
    });
    expect(Object.keys(proxied.task?.containers ?? {})).toEqual(["api"]);
    expect(proxied.issues.map(({ code }) => code)).toEqual(["field-unresolved"]);
    expect(issuesOf({ container_definitions: '[{"cpu":1${var.cpu}}]' })).toEqual([
      ["error", "json-malformed", "container_definitions"],
    ]);
  });

  it.each<readonly [unknown, string, string]>([
    [[{ image }], "field-missing", "[0]"],
    [[{ name: "api", image }, 5], "not-a-task-definition", "[1]"],
    [[...containers, ...containers], "container-name-duplicate", "[1].name"],
    [[{ name: "api", image, command: "serve" }], "field-type-wrong", "[0].command"],
    [[{ name: "api", image, command: ["serve", 1] }], "field-type-wrong", "[0].command"],
    [[{ name: "api", image, essential: "yes" }], "field-type-wrong", "[0].essential"],
    [[{ name: "api", image, environment: { A: "1" } }], "field-type-wrong", "[0].environment"],
    [[{ name: "api", image, environment: [{ name: "A", value: 1 }] }], "field-type-wrong", "[0].environment[0].value"],
    [
      [{ name: "api", image, portMappings: [{ containerPort: "80" }] }],
      "field-type-wrong",
      "[0].portMappings[0].containerPort",
    ],
    [
      [{ name: "api", image, dependsOn: [{ containerName: "x", condition: "UP" }] }],
      "field-value-unknown",
      "[0].dependsOn[0].condition",
    ],
    [
      [{ name: "api", image, firelensConfiguration: { type: "logstash" } }],
      "field-value-unknown",
      "[0].firelensConfiguration.type",
    ],
    [
      [{ name: "api", image, logConfiguration: { logDriver: "awsfirelens", options: { Name: "null", x: 1 } } }, router],
      "field-type-wrong",
      "[0].logConfiguration.options.x",
    ],
  ])("has a task beside what is wrong, which is told once: %j", (json, code, path) => {
    const reading = interpretTaskDefinition(json, { family: "orders" });
    expect(issuesOf(json)).toEqual([["error", code, path]]);
    expect([...checkReading(reading)]).toEqual([]);
    expect(reading.task?.containers).toSatisfy((read: object) => Object.keys(read).length >= 1);
  });

  it.each([undefined, null, ""])("takes an image that is %s for one that is written later", (none) => {
    const json = [{ name: "api", image: none }];
    expect(issuesOf(json)).toEqual([["note", "image-registry-unknown", "[0].image"]]);
    expect([...checkReading(interpretTaskDefinition(json, { family: "orders" }))]).toEqual([]);
  });

  it("keeps parts apart whose names are written later", () => {
    const secret = (service: string) => ({ name: "<NAME>", valueFrom: `arn:aws:${service}:eu-west-1:<ACCOUNT>:x/y` });
    const container = { name: "<NAME>", image, secrets: [secret("ssm"), secret("secretsmanager")] };
    const { task } = interpretTaskDefinition([container, container], { family: "orders" });
    expect(Object.keys(task?.containers ?? {})).toEqual(["<NAME>", "<NAME> (2)"]);
    expect(Object.values(task?.containers["<NAME>"]?.secrets ?? {}).map(({ kind }) => kind)).toEqual([
      "ssm-parameter",
      "secrets-manager",
    ]);
  });

  it("suggests the field that was meant", () => {
    const [issue] = interpretTaskDefinition({ containerDefintions: [] }).issues;
    expect(issue?.problem).toBe(
      'there is neither containerDefinitions nor container_definitions, but "containerDefintions"',
    );
  });

  it("reports every problem of a document, not the first only", () => {
    const json = [{ image }, { name: 5, image }, { name: "c", image: [] }];
    expect(issuesOf(json).map(([, , path]) => path)).toEqual(["[0]", "[1].name", "[2].image"]);
  });

  it("takes what Terraform fills in for any type", () => {
    const container = {
      name: "api",
      image,
      essential: "${var.essential}",
      cpu: -1.8881545897087503e289,
      command: ["#{TfToken[TOKEN.5]}"],
      portMappings: [{ containerPort: "${var.port}", hostPort: 80 }],
      readonlyRootFilesystem: { resolve: () => true },
    };
    expect(issuesOf([container])).toEqual([]);
    const { task } = interpretTaskDefinition([container], { family: "orders" });
    expect(task?.containers["api"]).toMatchObject({
      essential: "${var.essential}",
      cpu: -1.8881545897087503e289,
      command: ["#{TfToken[TOKEN.5]}"],
      ports: [{ containerPort: "${var.port}" }],
    });
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ["volumes beside a list of containers", [{ name: "api", image, mountPoints: [mount] }], []],
    ["volumes that Terraform fills in", definition({ volumes: "${var.volumes}" }, { mountPoints: [mount] }), []],
    ["a volume that a pipeline fills in", definition({ volumes: ["<VOLUME>"] }, { mountPoints: [mount] }), []],
    ["the name of a volume", definition({ volumes: [{ name: "${var.name}" }] }, { mountPoints: [mount] }), []],
    ["a container that is awaited", [{ name: "api", image, dependsOn: [proxy] }, "$PROXY"], []],
    [
      "the name of a container",
      [
        { name: "api", image, dependsOn: [proxy] },
        { name: "<NAME>", image },
      ],
      [],
    ],
    ["the rest of the containers", { name: "api", image, dependsOn: [proxy], essential: false, ...toRouter }, []],
    ["an essential container", [{ name: "api", image, essential: false }, "$PROXY"], []],
    [
      "a health check",
      [
        { name: "api", image, dependsOn: [proxy] },
        { name: "proxy", image, healthCheck: "$CHECK" },
      ],
      [],
    ],
    ["a log router", [{ name: "api", image, ...toRouter }, "$ROUTER"], []],
    [
      "its settings",
      [
        { name: "api", image, ...toRouter },
        { name: "r", image, firelensConfiguration: "$SET" },
      ],
      [],
    ],
    ["nothing: a volume", definition({}, { mountPoints: [mount] }), ["mount-point-volume-unknown"]],
    ["nothing: a container", [{ name: "api", image, dependsOn: [proxy] }], ["depends-on-unknown"]],
    ["nothing: a log router", [{ name: "api", image, ...toRouter }], ["log-router-missing"]],
  ])("misses nothing that may be out of sight: %s", (_what, json, codes) => {
    const found = [...checkReading(interpretTaskDefinition(json, { family: "orders" }), { rolesAreCreated: true })];
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it.each<readonly [object, readonly string[]]>([
    [{ logDriver: "awslogs", options: "${var.options}" }, ["logConfiguration.options"]],
    [{ logDriver: "awslogs", options: "<OPTIONS>" }, ["logConfiguration.options"]],
    [{ logDriver: "splunk", options: "$OPTIONS" }, ["logConfiguration.options"]],
    [{ logDriver: "splunk", options: {}, secretOptions: "${var.secrets}" }, ["logConfiguration.secretOptions"]],
    [{ logDriver: "awsfirelens", options: "${var.options}" }, ["logConfiguration.options"]],
  ])("misses no option where the whole of them is filled in later: %j", (logConfiguration, places) => {
    const reading = interpretTaskDefinition([{ name: "api", image, logConfiguration }, router], { family: "orders" });
    expect(reading.issues.map(({ code, path }) => [code, path])).toEqual(
      places.map((place) => ["field-unresolved", `[0].${place}`]),
    );
    expect([...checkReading(reading)]).toEqual([]);
  });

  it.each(["http", "https"])("takes the protocol %s for tcp, as ECS does, and says so", (protocol) => {
    const json = [{ name: "api", image, portMappings: [{ containerPort: 80, protocol }] }];
    expect(issuesOf(json)).toEqual([["warning", "field-value-unknown", "[0].portMappings[0].protocol"]]);
    const { task } = interpretTaskDefinition(json, { family: "orders" });
    expect(task?.containers["api"]?.ports).toEqual([{ containerPort: 80, protocol: "tcp" }]);
  });

  it("reads a protocol in capitals", () => {
    const json = [{ name: "api", image, portMappings: [{ containerPort: 53, protocol: "UDP" }] }];
    const { task, issues } = interpretTaskDefinition(json, { family: "orders" });
    expect(issues).toEqual([]);
    expect(task?.containers["api"]?.ports).toEqual([{ containerPort: 53, protocol: "udp" }]);
  });

  it("takes an empty word for one that is not given", () => {
    const port = { containerPort: 80, protocol: "", appProtocol: "" };
    const { task, issues } = interpretTaskDefinition([{ name: "api", image, portMappings: [port] }], { family: "o" });
    expect(issues).toEqual([]);
    expect(task?.containers["api"]?.ports).toEqual([{ containerPort: 80 }]);
  });
});
