import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  type Container,
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  type FargateTask,
  LogDriver,
  Peer,
  PrivateNetwork,
  SecretSource,
  Volume,
  VpcEndpoints,
} from "../../../modules";
import type { FargateTaskDescription } from "../../../modules/task/fargate-task";
import { codesOf, configurationErrorOf } from "../../support/configuration-error-of";
import { ordersTask, REPOSITORY_URL } from "../../support/orders";
import { newStack, parsed, ref, type SynthesizedStack, synth } from "../../support/synth";

type Scope = ReturnType<typeof newStack>;

/** A service with the task, in a network with what the task needs. */
const build = (scope: Scope, task: FargateTask, props: Partial<FargateServiceProps> = {}) => {
  const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
  const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
  return new FargateService(scope, "service", { network, endpoints, task, ...props });
};
const synthTask = (task: FargateTask, props: Partial<FargateServiceProps> = {}) =>
  synth((scope) => build(scope, task, props));
const withContainer = (own: Partial<Container>) =>
  synthTask({ ...ordersTask, containers: { api: { ...ordersTask.containers.api, ...own } } });

const definition = (stack: SynthesizedStack) => stack.only("aws_ecs_task_definition").attributes;
const container = (stack: SynthesizedStack) => parsed(definition(stack)["container_definitions"]);
const statements = (stack: SynthesizedStack, role: "execution-role" | "task-role") =>
  parsed(stack.at(`service/${role}/policy`).attributes["policy"]);
const statement = (sid: string, actions: string[], resources: unknown[]) =>
  expect.objectContaining({ Sid: sid, Action: actions, Resource: resources });

describe("FargateService and what a task has", () => {
  it("writes the platform, and the size as the numbers that ECS gives back", () => {
    const stack = synthTask({
      ...ordersTask,
      operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
      cpu: "2 vCPU",
      memory: "4 GB",
      additionalFields: { pidMode: "task" },
    });
    expect(definition(stack)).toMatchObject({
      cpu: "2048",
      memory: "4096",
      pid_mode: "task",
      runtime_platform: { operating_system_family: "WINDOWS_SERVER_2022_CORE" },
    });
    expect(stack.only("aws_ecs_service").attributes["platform_version"]).toBe("1.0.0");
    const smallest = synthTask({ ...ordersTask, operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" });
    expect(definition(smallest)).toMatchObject({ cpu: "1024", memory: "2048" });
  });

  it("takes a size of which Terraform fills in a part", () => {
    const stack = synth((scope) => {
      const { value } = new TerraformVariable(scope, "memory", { type: "number" });
      build(scope, { ...ordersTask, cpu: "1 vCPU", memory: value });
    });
    expect(definition(stack)).toMatchObject({ cpu: "1024", memory: "${var.memory}" });
  });

  it("mounts volumes", () => {
    const stack = synthTask({
      ...ordersTask,
      volumes: {
        shared: Volume.efs("fs-1", { accessPointId: "fsap-1", iam: "ENABLED", transitEncryptionPort: 2999 }),
        plain: Volume.efs("fs-1", { rootDirectory: "/export", transitEncryption: "DISABLED" }),
        disk: Volume.ebs({
          infrastructureRoleArn: "arn:aws:iam::123456789012:role/ebs",
          sizeInGb: 20,
          volumeType: "gp3",
        }),
        scratch: Volume.bind(),
      },
      containers: {
        api: {
          ...ordersTask.containers.api,
          mountPoints: [{ sourceVolume: "shared", containerPath: "/srv", readOnly: true }],
        },
      },
    });
    expect(definition(stack)["volume"]).toEqual([
      {
        name: "shared",
        efs_volume_configuration: {
          file_system_id: "fs-1",
          transit_encryption: "ENABLED",
          transit_encryption_port: 2999,
          authorization_config: { access_point_id: "fsap-1", iam: "ENABLED" },
        },
      },
      {
        name: "plain",
        efs_volume_configuration: { file_system_id: "fs-1", root_directory: "/export", transit_encryption: "DISABLED" },
      },
      { name: "disk", configure_at_launch: true },
      { name: "scratch" },
    ]);
    expect(stack.only("aws_ecs_service").attributes["volume_configuration"]).toEqual({
      name: "disk",
      managed_ebs_volume: { role_arn: "arn:aws:iam::123456789012:role/ebs", size_in_gb: 20, volume_type: "gp3" },
    });
    expect(container(stack)).toMatchObject([
      { mountPoints: [{ sourceVolume: "shared", containerPath: "/srv", readOnly: true }] },
    ]);
  });

  it("has a name in Cloud Map, under which its tasks are found", () => {
    const namespaceId = "ns-0123456789abcdef";
    const stack = synthTask(ordersTask, { discovery: { namespaceId } });
    const registry = stack.at("service/discovery");
    expect(registry.attributes).toMatchObject({
      name: "orders",
      dns_config: { namespace_id: namespaceId, dns_records: [{ type: "A", ttl: 10 }], routing_policy: "MULTIVALUE" },
      health_check_custom_config: { failure_threshold: 1 },
    });
    expect(stack.only("aws_ecs_service").attributes["service_registries"]).toEqual({
      registry_arn: ref(registry, "arn"),
    });
    const named = synthTask(ordersTask, { name: "shop", discovery: { namespaceId, ttl: 60 } });
    expect(named.at("service/discovery").attributes).toMatchObject({
      name: "shop",
      dns_config: { dns_records: [{ type: "A", ttl: 60 }] },
    });
    expect(synthTask(ordersTask).all("aws_service_discovery_service")).toEqual([]);
  });

  it("encrypts Service Connect with an authority of yours, and waits as long as it is told", () => {
    const { image } = ordersTask.containers.api;
    const arn = "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/0a";
    const roleArn = "arn:aws:iam::123456789012:role/connect";
    const stack = synthTask({
      ...ordersTask,
      containers: { api: { image, ports: [{ containerPort: 8080, name: "http" }] } },
      serviceConnect: {
        namespace: "shop",
        services: [
          {
            portName: "http",
            tls: { awsPcaAuthorityArn: arn, kmsKey: "alias/connect", roleArn },
            timeout: { idle: 0, perRequest: 30 },
          },
        ],
      },
    });
    expect(stack.only("aws_ecs_service").attributes["service_connect_configuration"]).toEqual({
      enabled: true,
      namespace: "shop",
      service: [
        {
          port_name: "http",
          tls: {
            issuer_cert_authority: { aws_pca_authority_arn: arn },
            kms_key: "alias/connect",
            role_arn: roleArn,
          },
          timeout: { idle_timeout_seconds: 0, per_request_timeout_seconds: 30 },
        },
      ],
    });
  });

  it("joins Service Connect, with the proxy's log in the service's group", () => {
    const stack = synthTask({
      ...ordersTask,
      serviceConnect: {
        namespace: "shop",
        services: [{ portName: "http", discoveryName: "orders", clientAlias: { port: 80, dnsName: "orders" } }],
        logDriver: LogDriver.awslogs({ secretOptions: { key: SecretSource.ssmParameter("/key") } }),
      },
      containers: {
        api: {
          ...ordersTask.containers.api,
          ports: [{ containerPort: 8080, name: "http", appProtocol: "http2" }],
          logDriver: LogDriver.none(),
        },
      },
    });
    expect(stack.only("aws_ecs_service").attributes["service_connect_configuration"]).toEqual({
      enabled: true,
      namespace: "shop",
      service: [{ port_name: "http", discovery_name: "orders", client_alias: { port: 80, dns_name: "orders" } }],
      log_configuration: {
        log_driver: "awslogs",
        options: {
          "awslogs-group": ref(stack.only("aws_cloudwatch_log_group"), "name"),
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "service-connect",
        },
        secret_option: [{ name: "key", value_from: "/key" }],
      },
    });
    expect(container(stack)).toMatchObject([{ portMappings: [{ name: "http", appProtocol: "http2" }] }]);
    const log = `${ref(stack.only("aws_cloudwatch_log_group"), "arn")}:*`;
    expect(statements(stack, "execution-role")).toMatchObject({
      Statement: expect.arrayContaining([
        statement("Logs", ["logs:CreateLogStream", "logs:PutLogEvents"], [log]),
        statement("ParameterStore", ["ssm:GetParameters"], [expect.stringContaining(":parameter/key")]),
      ]),
    });
    expect([...stack.all("aws_vpc_endpoint")].map(({ path }) => path)).toContain("endpoints/ecs-agent/Resource");
  });
});

describe("FargateService and ECS Exec", () => {
  const CHANNELS = ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"];
  const channels = statement(
    "ExecuteCommand",
    CHANNELS.map((action) => `ssmmessages:${action}`),
    ["*"],
  );

  it("gives the task role the four actions, and the right to write where awslogs writes", () => {
    const stack = synthTask({ ...ordersTask, executeCommand: true });
    expect(stack.only("aws_ecs_service").attributes["enable_execute_command"]).toBe(true);
    expect(stack.only("aws_ecs_cluster").attributes).not.toHaveProperty("configuration");
    expect(statements(stack, "task-role")).toMatchObject({
      Statement: [
        channels,
        statement("ExecuteCommandLogGroups", ["logs:DescribeLogGroups"], ["*"]),
        statement(
          "ExecuteCommandLogs",
          ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          [`${ref(stack.only("aws_cloudwatch_log_group"), "arn")}:*`],
        ),
      ],
    });
  });

  it("configures the cluster that it creates, and gives the rights for log group, bucket and key", () => {
    const stack = synthTask({
      ...ordersTask,
      executeCommand: { cloudWatchLogGroupName: "/exec", s3BucketName: "exec-log", kmsKeyId: "1234-abcd" },
    });
    expect(stack.only("aws_ecs_cluster").attributes["configuration"]).toEqual({
      execute_command_configuration: {
        logging: "OVERRIDE",
        kms_key_id: "1234-abcd",
        log_configuration: { cloud_watch_log_group_name: "/exec", s3_bucket_name: "exec-log" },
      },
    });
    const account = "${data.aws_caller_identity.";
    expect(statements(stack, "task-role")).toMatchObject({
      Statement: [
        channels,
        statement("ExecuteCommandLogGroups", ["logs:DescribeLogGroups"], ["*"]),
        expect.objectContaining({ Resource: [expect.stringMatching(/:log-group:\/exec:\*$/)] }),
        statement(
          "ExecuteCommandBucket",
          ["s3:GetBucketLocation", "s3:GetEncryptionConfiguration"],
          ["arn:aws:s3:::exec-log"],
        ),
        statement("ExecuteCommandObjects", ["s3:PutObject"], ["arn:aws:s3:::exec-log/*"]),
        statement("ExecuteCommandKey", ["kms:Decrypt"], [expect.stringContaining(`:${account}`)]),
      ],
    });
  });

  it("leaves a cluster of yours as it is", () => {
    const stack = synth((scope) => {
      const cluster = new EcsCluster(scope, "mine", { name: "mine" });
      build(scope, { ...ordersTask, executeCommand: { logging: "NONE", kmsKeyId: cluster.id } }, { cluster });
    });
    expect(stack.only("aws_ecs_cluster").attributes).not.toHaveProperty("configuration");
    const policy = String(stack.at("service/task-role/policy").attributes["policy"]);
    expect(policy).toContain('startswith(aws_ecs_cluster.mine.id, "arn:")');
  });
});

describe("FargateService and roles", () => {
  it("writes the task's statements into the task role", () => {
    const stack = synthTask({
      ...ordersTask,
      uses: ["sqs"],
      taskRoleStatements: [
        { sid: "Queue", actions: ["sqs:ReceiveMessage"], resources: ["arn:aws:sqs:eu-west-1:123456789012:orders"] },
      ],
    });
    expect(statements(stack, "task-role")).toMatchObject({
      Statement: [statement("Queue", ["sqs:ReceiveMessage"], ["arn:aws:sqs:eu-west-1:123456789012:orders"])],
    });
    expect([...stack.all("aws_vpc_endpoint")].map(({ path }) => path)).toContain("endpoints/sqs/Resource");
  });

  it("lets ECS fetch environment files, and ask for the Region of their buckets", () => {
    const stack = withContainer({
      environmentFiles: ["arn:aws:s3:::config/a.env", { arn: "arn:aws:s3:::config/b.env" }],
    });
    expect(container(stack)).toMatchObject([
      {
        environmentFiles: [
          { type: "s3", value: "arn:aws:s3:::config/a.env" },
          { type: "s3", value: "arn:aws:s3:::config/b.env" },
        ],
      },
    ]);
    expect(statements(stack, "execution-role")).toMatchObject({
      Statement: expect.arrayContaining([
        statement("EnvironmentFiles", ["s3:GetObject"], ["arn:aws:s3:::config/a.env", "arn:aws:s3:::config/b.env"]),
        statement("EnvironmentFileBuckets", ["s3:GetBucketLocation"], ["arn:aws:s3:::config"]),
      ]),
    });
  });

  it("finds the bucket of a file that only Terraform knows", () => {
    const stack = synth((scope) => {
      const file = new TerraformVariable(scope, "file", { type: "string" }).stringValue;
      build(scope, {
        ...ordersTask,
        containers: { api: { ...ordersTask.containers.api, environmentFiles: [file] } },
      });
    });
    const policy = String(stack.at("service/execution-role/policy").attributes["policy"]);
    expect(policy).toContain('${element(split("/", var.file), 0)}');
  });

  it("lets ECS fill a pull-through cache, create a log group and pull GuardDuty's container", () => {
    const arn = "arn:aws:ecr:eu-west-1:123456789012:repository/orders";
    const stack = synthTask({
      ...ordersTask,
      runtimeMonitoring: true,
      containers: {
        api: {
          image: ContainerImage.ecr(REPOSITORY_URL, { tag: "1", pullThroughCache: true }),
          logDriver: LogDriver.awslogs({ createGroup: true, logGroupName: "/mine" }),
        },
      },
    });
    expect(statements(stack, "execution-role")).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Sid: "EcrPull",
          Resource: [arn, "arn:aws:ecr:eu-west-1:*:repository/aws-guardduty-agent-fargate"],
        }),
        statement("EcrPullThroughCache", ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"], [arn]),
        statement("LogGroups", ["logs:CreateLogGroup"], [expect.stringMatching(/:log-group:\/mine:\*$/)]),
      ]),
    });
  });

  it("lets ECS read the credentials of a registry", () => {
    const secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCdEf";
    const stack = synthTask(
      {
        ...ordersTask,
        reachableHosts: ["registry.example.com"],
        containers: {
          api: { image: ContainerImage.registry("registry.example.com/a", { credentialsParameter: secret }) },
        },
      },
      { securityGroup: { egress: { registry: { peer: Peer.cidr("192.168.0.0/16"), port: 443 } } } },
    );
    expect(container(stack)).toMatchObject([{ repositoryCredentials: { credentialsParameter: secret } }]);
    expect(statements(stack, "execution-role")).toMatchObject({
      Statement: expect.arrayContaining([statement("SecretsManager", ["secretsmanager:GetSecretValue"], [secret])]),
    });
  });

  it("pulls only from its VPC in FIPS mode too", () => {
    const policy = JSON.stringify(statements(synthTask({ ...ordersTask, fips: true }), "execution-role"));
    expect(policy).toContain("aws:SourceVpc");
  });
});

describe("FargateService refuses", () => {
  const refused = (task: Partial<FargateTaskDescription>, props: Partial<FargateServiceProps> = {}) =>
    codesOf(() => build(newStack(), { ...ordersTask, ...task }, props));

  it("a volume of EBS without a role or a size, and a second one", () => {
    expect(
      refused({ volumes: { a: Volume.ebs({ infrastructureRoleArn: "arn", snapshotId: "snap-1" }), b: Volume.ebs() } }),
    ).toEqual(["ebs-volume-second", "ebs-infrastructure-role-missing", "ebs-size-missing"]);
  });

  it("an additional field that would be lost", () => {
    const error = configurationErrorOf(() =>
      build(newStack(), { ...ordersTask, additionalFields: { enableFaultInjection: true } }),
    );
    expect(error.issues).toMatchObject([
      { code: "additional-field-lost", path: "additionalFields.enableFaultInjection" },
    ]);
  });

  it("statements for a task role of yours, which would reach nothing", () => {
    const arn = "arn:aws:iam::123456789012:role/mine";
    const taskRoleStatements = [{ actions: ["sqs:*"], resources: ["*"] }];
    expect(refused({ taskRoleStatements }, { taskRole: { arn } })).toEqual(["task-role-statements-unused"]);
  });

  it("an image of another Region than the network's", () => {
    const image = ContainerImage.ecr("123456789012.dkr.ecr.us-east-1.amazonaws.com/orders");
    expect(refused({ containers: { api: { image } } })).toEqual(["other-region"]);
  });
});
